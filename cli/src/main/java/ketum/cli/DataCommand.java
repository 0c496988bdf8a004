package ketum.cli;

import java.time.LocalDate;
import ketum.care.Citations;
import ketum.kratom.data.DataCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ketum data}: for those who change the data. */
@Command(name = "data", synopsisSubcommandLabel = "COMMAND",
        header = "Checks the data files: tables, laws, claims, studies, sources.",
        footer = {"", "Example:", "  ketum data check"})
final class DataCommand implements Runnable {

    private static final String FOLDER = "kratom/src/main/resources/ketum/kratom/";
    private static final String SENTENCES = "care/src/main/resources/ketum/care/";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    DataCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "check",
            header = "Reads every data file and names what is wrong, as file:line.",
            description = {"", "A file is read up to its first mistake: mend it and run the check again. Status 2 where anything is wrong, "
                    + "also where a source is cited by nothing, or something cites no source on the list.", ""})
    void check() {
        DataCheck.Result result = DataCheck.run(Citations.files(SENTENCES), LocalDate.now());
        if (result.problems().isEmpty()) {
            terminal.print(result.files() + " data files, no problem\n");
            return;
        }
        for (DataCheck.Problem problem : result.problems()) {
            terminal.err().println((problem.file().startsWith(SENTENCES) ? "" : FOLDER) + problem.file() + (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.message());
        }
        throw new InputProblem(result.problems().size() + (result.problems().size() == 1 ? " problem" : " problems") + " in the data");
    }
}
