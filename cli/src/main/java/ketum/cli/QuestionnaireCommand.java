package ketum.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import ketum.care.law.UnknownPlace;
import ketum.care.questionnaire.AnswerProblem;
import ketum.care.questionnaire.CrisisHelp;
import ketum.care.questionnaire.QuestionnaireScore;
import ketum.kratom.data.Instrument;
import ketum.kratom.data.Instruments;
import ketum.report.Audience;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum questionnaire}: shows a questionnaire, or adds up its answers. */
@Command(name = "questionnaire",
        header = "Shows a questionnaire on withdrawal, mood, worry or use, or adds up its answers.",
        description = {
            "",
            "Adds up points and says what the total is called and by whom; it finds out nothing about what someone has. Answers are all points in the order "
                    + "of the items (0,1,2,...), or each with its item's number or name (sleep=2). A total with gaps is never given. Answers in a file (one a line, "
                    + "# begins a remark) do not stay in your shell's history.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum questionnaire",
            "  ketum questionnaire phq-9",
            "  ketum questionnaire gad-7 --answers 1,1,2,0,0,1,0",
            "  ketum questionnaire cows --answers-from answers.txt --for clinician",
            "  ketum questionnaire phq-9 --answers-from answers.txt --in US --json"})
final class QuestionnaireCommand implements Runnable {

    /** One byte over this is enough to refuse. */
    private static final int MOST_BYTES = 64 * 1024;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "cows, sows, phq-9, gad-7 or use-disorder; without it, the list")
    private String id;

    @Option(names = "--answers", paramLabel = "ANSWERS", description = "points, such as 0,1,2,0 or sleep=2,mood=1")
    private String answers;

    @Option(names = "--answers-from", paramLabel = "FILE", description = "a file with the answers")
    private Path file;

    @Option(names = "--in", paramLabel = "PLACE", description = "your country, for its crisis line: US, Malaysia")
    private String place;

    @Option(names = "--on", paramLabel = "DATE", description = "the day by which the age of help lines is told (default: today)")
    private String on;

    @Option(names = "--for", paramLabel = "READER", defaultValue = "person", completionCandidates = AssessCommand.Readers.class,
            description = "who reads it: ${COMPLETION-CANDIDATES}")
    private Audience reader;

    @Option(names = "--json", description = "print JSON in place of text")
    private boolean json;

    QuestionnaireCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        boolean answered = answers != null || file != null;
        if (answers != null && file != null) {
            throw new ParameterException(spec.commandLine(), "--answers and --answers-from: one of them, please");
        }
        if (id == null && answered) {
            throw new ParameterException(spec.commandLine(), "answers to which questionnaire? Write its name, such as phq-9");
        }
        LocalDate day = LawCommand.day(on, spec);
        if (id == null) {
            List<Instrument> all = Instruments.standard().all();
            terminal.print(json ? Report.questionnairesJson(all) : Report.questionnaires(all, reader, terminal.screen()));
            return;
        }
        Instrument instrument = instrument();
        if (!answered) {
            terminal.print(json ? Report.questionnairesJson(List.of(instrument)) : Report.questionnaire(instrument, reader, terminal.screen()));
            return;
        }
        CrisisHelp help = help(day, instrument.crisisItem().isPresent());
        try {
            QuestionnaireScore score = QuestionnaireScore.of(instrument, answers == null ? text() : answers, answers == null ? file.toString() : "--answers");
            terminal.print(json ? Report.scoreJson(score, help) : Report.score(score, help, reader, terminal.screen()));
        } catch (AnswerProblem problem) {
            if (problem.crisisNotExcluded()) {
                terminal.err().print(Report.crisis(help, reader, terminal.screen()));
            }
            throw new InputProblem(problem.getMessage());
        }
    }

    private Instrument instrument() {
        List<String> ids = Instruments.standard().all().stream().map(Instrument::id).toList();
        String typed = id.strip().toLowerCase(java.util.Locale.ROOT);
        return Instruments.standard().find(typed).orElseGet(() -> Instruments.standard().find(typed.replace("phq9", "phq-9").replace("gad7", "gad-7")).orElseThrow(() -> {
            List<String> near = NearNames.of(typed.substring(0, Math.min(typed.length(), 40)), ids);
            return new InputProblem("no questionnaire has this name" + (near.isEmpty() ? "" : "; perhaps " + String.join(" or ", near)) + "; there are " + String.join(", ", ids));
        }));
    }

    /** @param crisis whether the answers may call for it, so that an unknown place must not keep it back */
    private CrisisHelp help(LocalDate day, boolean crisis) {
        if (place == null) {
            return CrisisHelp.anywhere(day);
        }
        try {
            return CrisisHelp.in(place, day);
        } catch (UnknownPlace unknown) {
            if (crisis) {
                terminal.err().print(Report.crisis(CrisisHelp.anywhere(day), reader, terminal.screen()));
            }
            throw new InputProblem("--in: " + unknown.getMessage() + ReferralCommand.ALWAYS);
        }
    }

    private String text() {
        byte[] bytes = SmallFile.start(file, MOST_BYTES);
        if (bytes.length > MOST_BYTES) {
            throw new InputProblem(file + ": more than " + MOST_BYTES / 1024 + " KiB; accepted is a short text with the answers");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InputProblem(file + ": no UTF-8 text; accepted is a short text with the answers");
        }
    }
}
