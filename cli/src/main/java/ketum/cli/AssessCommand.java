package ketum.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ketum.care.Assessment;
import ketum.care.Case;
import ketum.report.Audience;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum assess}: reads a case, assesses it, and delivers the report to the terminal, as HTML and as JSON. */
@Command(name = "assess", showDefaultValues = true,
        header = "Reports on one person's use: what reaches the body, what stopping would feel like, and the ways out.",
        description = {
            "",
            "Prints one screen to the terminal; --html and --json also write the full report. A path of - "
                    + "is standard output, and then the screen is not printed. Nothing about the person is sent or "
                    + "logged, and report files are readable by you only.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum assess me.yaml",
            "  ketum assess me.yaml --html report.html",
            "  ketum assess patient.yaml --for clinician --html report.html --json report.json",
            "  ketum assess me.yaml --json - | jq .withdrawal_if_stopped",
            "",
            "What the file may hold: docs/user/case-file.md. Examples of it: examples/"})
final class AssessCommand implements Runnable {

    /** Fewer give no percentiles. */
    private static final int FEWEST_TWINS = 20;
    private static final int MOST_TWINS = 1_000_000;

    private final Terminal terminal;
    private final Assessor assessor;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the person's file (YAML)")
    private Path file;

    @Option(names = "--html", paramLabel = "FILE", description = "write the report as one self-contained page")
    private String html;

    @Option(names = "--json", paramLabel = "FILE", description = "write the report as JSON")
    private String json;

    @Option(names = "--for", paramLabel = "READER", defaultValue = "person",
            completionCandidates = Readers.class, description = "who reads it: ${COMPLETION-CANDIDATES}")
    private Audience reader;

    @Option(names = "--twins", paramLabel = "N", defaultValue = "1000",
            description = "how many virtual people like this one; more narrows the random error, and takes longer")
    private int twins;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "which virtual people; the same seed gives the same numbers, to the last digit")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", showDefaultValue = Help.Visibility.NEVER,
            description = "worker threads (default: one per core); never changes a number")
    private Integer threads;

    AssessCommand(Terminal terminal, Assessor assessor) {
        this.terminal = terminal;
        this.assessor = assessor;
    }

    @Override
    public void run() {
        requireBetween("--twins", twins, FEWEST_TWINS, MOST_TWINS);
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        requireBetween("--threads", workers, 1, 1024);
        Map<String, String> requested = new LinkedHashMap<>();
        if (html != null) {
            requested.put("--html", html);
        }
        if (json != null) {
            requested.put("--json", json);
        }
        Outputs outputs = new Outputs(requested);
        outputs.refuseToReplace(file);
        Case person = assessor.read(file, outputs::refuseToReplace);
        Assessment assessment = terminal.during("Computing %,d virtual people".formatted(twins),
                () -> assessor.assess(person, twins, seed, workers));

        // Everything is rendered before anything is written.
        Map<String, byte[]> documents = new LinkedHashMap<>();
        if (html != null) {
            documents.put("--html", utf8(assessor.html(assessment, reader)));
        }
        if (json != null) {
            documents.put("--json", utf8(assessor.json(assessment)));
        }
        byte[] screen = utf8(outputs.takesStandardOutput() ? "" : assessor.terminal(assessment, reader));
        outputs.deliver(documents, terminal.out());
        terminal.out().writeBytes(screen);
        terminal.out().flush();
    }

    private void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), "%s %d is not between %d and %,d".formatted(option, value, least, most));
        }
    }

    /** The names as they are typed: enum constants in lower case. */
    static final class Readers extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Readers() {
            for (Audience audience : Audience.values()) {
                add(audience.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
