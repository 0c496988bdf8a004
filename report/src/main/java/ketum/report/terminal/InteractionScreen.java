package ketum.report.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ketum.care.interaction.Evidence;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionAnswer.Agent;
import ketum.care.interaction.InteractionPair;
import ketum.care.interaction.Severity;
import ketum.kratom.data.CaseReports;
import ketum.kratom.interaction.StaticModels;
import ketum.report.Audience;
import ketum.report.terminal.Screen.Style;

/** What is known of medicines together: emergency medicines first, then the most severe; what is unknown is said, never left out. */
public final class InteractionScreen {
    private static final String INDENT = "   ";
    private final InteractionAnswer answer;
    private final boolean clinician;
    private final Screen screen;

    private InteractionScreen(InteractionAnswer answer, Audience audience, Screen screen) {
        this.answer = answer;
        this.clinician = audience == Audience.CLINICIAN;
        this.screen = screen;
    }

    public static String render(InteractionAnswer answer, Audience audience, TerminalOptions options) {
        Screen screen = new Screen(options);
        new InteractionScreen(answer, audience, screen).write();
        return screen.toString();
    }

    private void write() {
        heading();
        answer.agents().stream().filter(agent -> agent.id().isPresent() && !agent.written().equalsIgnoreCase(agent.name()))
                .forEach(agent -> screen.line("\"" + agent.written() + "\" is " + agent.name() + ".", Style.PLAIN));
        groups().forEach((title, pairs) -> {
            screen.blank();
            Severity severity = pairs.getFirst().severity();
            boolean alarm = !pairs.getFirst().rescue() && (severity == Severity.CONTRAINDICATED || severity == Severity.MAJOR);
            screen.line(title, alarm ? Style.ALARM : Style.BOLD);
            pairs.forEach(this::pair);
        });
        if (clinician) {
            ventilation();
            screening();
        }
        screen.blank();
        answer.limits().forEach(limit -> screen.line(clinician ? limit.clinician() : limit.person(), Style.PLAIN));
        if (clinician) {
            screen.blank();
            answer.sources().stream().filter(source -> !source.key().equals("ketum"))
                    .forEach(source -> screen.item(INDENT, "[" + source.key() + "] " + source.citation() + " " + source.address(), Style.PLAIN));
        }
    }

    private void heading() {
        String names = answer.agents().stream().map(Agent::name).collect(Collectors.joining(", "));
        screen.line(answer.dose().isPresent() ? "Kratom with " + names : names + " together", Style.BOLD);
        answer.dose().ifPresent(dose -> screen.line(answer.tested()
                ? (dose.assumed() ? "For one dose of 2 g of leaf, the only amount that was tested in people (say yours with --dose and --per-day)."
                        : "For " + dose.inWords() + ": no more than was tested in people.")
                : "For " + dose.inWords() + ". Only one dose of 2 g of leaf was tested in people, so nobody knows what more does to other medicines.", Style.PLAIN));
    }

    private Map<String, List<InteractionPair>> groups() {
        Map<String, List<InteractionPair>> groups = new LinkedHashMap<>();
        answer.pairs().forEach(pair -> groups.computeIfAbsent(title(pair), _ -> new ArrayList<>()).add(pair));
        return groups;
    }

    private static String title(InteractionPair pair) {
        return pair.rescue() ? "IN AN EMERGENCY" : switch (pair.severity()) {
            case CONTRAINDICATED -> "DO NOT COMBINE (contraindicated)";
            case MAJOR -> "DANGEROUS TOGETHER (major)";
            case MODERATE -> "TAKE CARE (moderate)";
            case UNKNOWN -> "NOT KNOWN (unknown does not mean harmless)";
            case MINOR -> "SMALL CHANGE (minor)";
            case NONE -> "NO CHANGE FOUND IN ONE STUDY (at this dose only)";
        };
    }

    private void pair(InteractionPair pair) {
        screen.item(" - ", pair.first() + " and " + pair.second() + ": " + pair.mechanism(), Style.PLAIN);
        screen.item(INDENT, clinician ? pair.statement() : pair.advice(), Style.PLAIN);
        String how = pair.evidence().map(evidence -> clinician ? evidence.name() + ", " + evidence.meaning() : words(evidence)).orElse("nothing on file");
        String rule = pair.classRule() ? "; a rule for the whole class" : "";
        screen.item(INDENT, "(how known: " + how + rule + ")" + (clinician ? " [" + String.join(", ", pair.sources()) + "]" : ""), Style.PLAIN);
        if (!pair.cases().isEmpty()) {
            screen.item(INDENT, cases(pair), Style.PLAIN);
        }
        if (!pair.missing().isEmpty() && !(clinician && pair.statement().contains("missing"))) {
            screen.item(INDENT, "(missing: " + String.join("; ", pair.missing()) + ")", Style.PLAIN);
        }
    }

    /** A person hears how sure the link is; a clinician the score of each report. */
    private String cases(InteractionPair pair) {
        if (!clinician) {
            boolean possible = pair.cases().stream().anyMatch(report -> report.band() != CaseReports.Band.DOUBTFUL);
            return "(" + pair.cases().size() + (pair.cases().size() == 1 ? " report" : " reports") + "; that the mix was the cause is " + (possible ? "possible, not shown" : "doubtful") + ")";
        }
        return "(case reports by the Drug Interaction Probability Scale: " + pair.cases().stream().map(report -> report.id() + " " + report.score() + ", " + report.band().label() + ", "
                + report.answers().size() + " of " + CaseReports.ITEMS + " items answered").collect(Collectors.joining("; ")) + ")";
    }

    private static String words(Evidence evidence) {
        return switch (evidence) {
            case E1 -> "tested in people";
            case E2 -> "seen in groups of people";
            case E3 -> "reports of single cases";
            case E4 -> "tested in animals";
            case E5 -> "tested in the lab, or worked out from one test with another medicine";
            case E6 -> "expected, not tested";
        };
    }

    private void ventilation() {
        answer.ventilation().ifPresent(lowest -> {
            screen.blank();
            screen.line("Ventilation, model only (grade D), single dose, people used to neither drug", Style.BOLD);
            screen.line(String.format(Locale.ROOT, "Share of normal, lowest in 8 h, middle (5 to 95 of 100 computed people): an opioid that alone halves it 0.50; kratom alone %.2f (%.2f-%.2f); both %.2f "
                            + "(%.2f-%.2f). In %.0f %% of them the model alone predicted better breathing than under the opioid alone (partial agonism); that is not shown, because nobody was ever tested. "
                            + "It says nothing on real doses, sleep, other sedatives or 7-OH.", lowest.kratomAlone().median(), lowest.kratomAlone().low(), lowest.kratomAlone().high(),
                    lowest.together().median(), lowest.together().low(), lowest.together().high(), 100 * lowest.suppressed()), Style.PLAIN);
        });
    }

    private void screening() {
        if (answer.screening().isEmpty()) {
            return;
        }
        screen.blank();
        screen.line("Screening values of kratom at this dose (ICH M12). Upper bounds: they say whether a study is called for, not what will happen.", Style.BOLD);
        for (StaticModels.Screen value : answer.screening()) {
            screen.item(" - ", String.format(Locale.ROOT, "%s: %s (cut-off %s, %s)", value.test(), number(value.value()), number(value.cutoff()), value.positive() ? "reached" : "not reached"), Style.PLAIN);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : "%.0f", value);
    }
}
