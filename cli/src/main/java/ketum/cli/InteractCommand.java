package ketum.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionCheck;
import ketum.care.interaction.KratomDose;
import ketum.kratom.interaction.InteractionPage;
import ketum.kratom.interaction.ObservedRatio;
import ketum.report.Audience;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ketum interact}: kratom with medicines, and medicines among themselves. */
@Command(name = "interact", showDefaultValues = true,
        header = "What happens when kratom and medicines are taken together, as far as it is known.",
        description = {
            "",
            "Not a full checker: two enzymes and class rules on effects. What it does not know it says, and \"unknown\" never means harmless. "
                    + "In an emergency, naloxone is always right: give it if someone cannot be woken or breathes slowly, and call for help.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum interact --with sertraline,alprazolam",
            "  ketum interact --with \"Xanax, Zoloft\" --dose \"4 g leaf\" --per-day 4",
            "  ketum interact --with oxycodone --for clinician --json",
            "  ketum interact --with \"Xanax, Zoloft\" --html medicines.html",
            "  ketum interact --precipitant paroxetine --victim metoprolol",
            "",
            "How well it computes: docs/validation/interactions.md"})
final class InteractCommand implements Runnable {

    private static final int MOST_MEDICINES = 40;
    private static final int LONGEST_NAME = 100;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--with", paramLabel = "MEDICINES", description = "medicines taken beside kratom, separated by commas")
    private String with;

    @Option(names = "--dose", paramLabel = "AMOUNT", description = "kratom per dose, for example \"2 g leaf\" or \"25 mg mitragynine\"")
    private String dose;

    @Option(names = "--per-day", paramLabel = "N", description = "doses a day, where kratom is taken every day")
    private Integer perDay;

    @Option(names = "--precipitant", paramLabel = "MEDICINE", description = "the medicine that acts on another")
    private String precipitant;

    @Option(names = "--victim", paramLabel = "MEDICINE", description = "the medicine that is acted on")
    private String victim;

    @Option(names = "--for", paramLabel = "READER", defaultValue = "person", completionCandidates = AssessCommand.Readers.class, description = "who reads it: ${COMPLETION-CANDIDATES}")
    private Audience reader;

    @Option(names = "--json", description = "print JSON in place of text")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write the answer as one self-contained page that can be printed")
    private String html;

    @Option(names = "--validate", paramLabel = "FILE", description = "write the page of predicted and observed ratios (Markdown), and nothing else")
    private String page;

    InteractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (page != null) {
            validate();
            return;
        }
        boolean pair = precipitant != null || victim != null;
        if (pair == (with != null)) {
            throw new ParameterException(spec.commandLine(), pair ? "--with stands without --precipitant and --victim" : "which medicines? Write --with sertraline,alprazolam");
        }
        Answer answer = new Answer(html, json);
        InteractionAnswer found = pair ? pair() : InteractionCheck.withKratom(names(), kratom(), reader == Audience.CLINICIAN);
        answer.deliver(terminal, () -> Report.interactions(found, reader, terminal.screen()), () -> Report.interactionsJson(found),
                () -> Report.interactionsHtml(found, reader));
    }

    private InteractionAnswer pair() {
        if (precipitant == null || victim == null) {
            throw new ParameterException(spec.commandLine(), "--precipitant and --victim stand together");
        }
        if (dose != null || perDay != null) {
            throw new ParameterException(spec.commandLine(), "--dose and --per-day are about kratom; two medicines are taken at their usual doses");
        }
        return InteractionCheck.between(name("--precipitant", precipitant), name("--victim", victim));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (String part : with.split(",", -1)) {
            names.add(name("--with", part));
        }
        if (names.size() > MOST_MEDICINES) {
            throw new InputProblem("--with names " + names.size() + " medicines; at most " + MOST_MEDICINES + " at once");
        }
        return names.stream().distinct().toList();
    }

    private static String name(String option, String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InputProblem(option + ": " + (name.isEmpty() ? "a name is empty; write names separated by commas" : "a name has " + name.length() + " letters; at most " + LONGEST_NAME));
        }
        return name;
    }

    private KratomDose kratom() {
        if (dose == null) {
            if (perDay != null) {
                throw new ParameterException(spec.commandLine(), "--per-day needs --dose, for example --dose \"2 g leaf\"");
            }
            return KratomDose.tested();
        }
        try {
            return KratomDose.parse(dose, perDay == null ? OptionalInt.empty() : OptionalInt.of(perDay));
        } catch (IllegalArgumentException e) {
            throw new InputProblem("--dose: " + e.getMessage());
        }
    }

    private void validate() {
        if (with != null || precipitant != null || victim != null || dose != null || perDay != null || json || html != null) {
            throw new ParameterException(spec.commandLine(), "--validate stands alone");
        }
        Outputs outputs = new Outputs(Map.of("--validate", page));
        byte[] text = new InteractionPage(ObservedRatio.all(), ObservedRatio.scored()).text("./ketum interact --validate " + page).getBytes(StandardCharsets.UTF_8);
        outputs.deliver(Map.of("--validate", text), terminal.out());
    }
}
