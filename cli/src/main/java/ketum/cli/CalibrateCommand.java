package ketum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ketum.care.article.ClaimCalibration;
import ketum.kratom.calibration.ExposureCalibration;
import ketum.kratom.calibration.WithdrawalCalibration;
import ketum.kratom.data.DataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum calibrate}: fits what is fitted and writes it as tables of the model or of the claims. */
@Command(name = "calibrate", synopsisSubcommandLabel = "COMMAND",
        header = "Fits the model to the studies kept for that, or the claim finder to labelled sentences, and writes the fitted tables.",
        description = {"", "The result is the same to the last byte on every machine, so a table in the repository can be checked."},
        footer = {
            "",
            "Examples, in a checkout, in this order (the second uses the table that the first made, once Ketum is built with it):",
            "  ketum calibrate exposure kratom/src/main/resources/ketum/kratom/tables/exposure-calibrated.csv",
            "  ketum calibrate withdrawal kratom/src/main/resources/ketum/kratom/tables/withdrawal-calibrated.csv",
            "  ketum calibrate claims kratom/src/main/resources/ketum/kratom/claims"})
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

    @Command(name = "claims", header = "Weights by which sentences on the listed claims are known, on labelled sentences.",
            description = {"", "Writes learned-claims.csv, learned-stances.csv and, with the SHA-256 of every file read, learned-from.csv. Takes about a minute."})
    void claims(@Parameters(paramLabel = "FOLDER", description = "where the three tables are replaced") Path folder,
            @Parameters(paramLabel = "LABELLED", arity = "0..1", defaultValue = "docs/validation/claims", description = "folder of the labelled sentences (default: ${DEFAULT-VALUE})") Path labelled) {
        ClaimCalibration.files(labelled).stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
            throw new InputProblem("cannot read " + file + "; name the folder of the labelled sentences behind the folder to write to");
        });
        try {
            fit(folder, tables -> ClaimCalibration.write(tables, labelled));
        } catch (DataException e) {
            throw new InputProblem(e.getMessage());
        }
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
