package ketum.cli;

import java.io.IOException;
import java.nio.file.Path;
import ketum.kratom.calibration.ExposureCalibration;
import ketum.kratom.calibration.WithdrawalCalibration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum calibrate}: fits parameters to the studies used for calibration and writes them as a table of the model. */
@Command(name = "calibrate", synopsisSubcommandLabel = "COMMAND",
        header = "Fits the model to the studies kept for that, and writes the fitted table.",
        description = {"", "The result is the same to the last byte on every machine, so a table in the repository can be checked."},
        footer = {
            "",
            "Examples, in a checkout, in this order (the second uses the table that the first made, once Ketum is built with it):",
            "  ketum calibrate exposure kratom/src/main/resources/ketum/kratom/tables/exposure-calibrated.csv",
            "  ketum calibrate withdrawal kratom/src/main/resources/ketum/kratom/tables/withdrawal-calibrated.csv"})
final class CalibrateCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    CalibrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "exposure", header = "Absorption and disposition of six alkaloids and 7-OH, on Tanna 2022.")
    void exposure(@Parameters(paramLabel = "FILE", description = "the table to replace") Path file) {
        fit(file, ExposureCalibration::write);
    }

    @Command(name = "withdrawal", header = "Half-effect drive and height of the SOWS scale, on Rogers 2024; from the shipped exposure.")
    void withdrawal(@Parameters(paramLabel = "FILE", description = "the table to replace") Path file) {
        fit(file, table -> WithdrawalCalibration.write(table, Runtime.getRuntime().availableProcessors()));
    }

    private interface Fit {
        void writeTo(Path table) throws IOException;
    }

    private void fit(Path file, Fit fit) {
        terminal.during("Fitting", () -> {
            try {
                fit.writeTo(file.toAbsolutePath());
                return file;
            } catch (IOException e) {
                throw new InputProblem("cannot write " + file + "; does its folder exist, and may you write there?");
            }
        });
    }
}
