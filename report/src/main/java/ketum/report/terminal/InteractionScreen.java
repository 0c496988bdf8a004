package ketum.report.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionPair;
import ketum.care.interaction.Severity;
import ketum.kratom.interaction.StaticModels;
import ketum.report.Audience;
import ketum.report.terminal.Screen.Style;
import ketum.report.text.InteractionWords;

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
        screen.line(InteractionWords.subject(answer), Style.BOLD);
        String amount = InteractionWords.amount(answer);
        if (!amount.isEmpty()) {
            screen.line(amount, Style.PLAIN);
        }
    }

    private Map<String, List<InteractionPair>> groups() {
        Map<String, List<InteractionPair>> groups = new LinkedHashMap<>();
        answer.pairs().forEach(pair -> groups.computeIfAbsent(InteractionWords.loudHeading(pair), _ -> new ArrayList<>()).add(pair));
        return groups;
    }

    private void pair(InteractionPair pair) {
        screen.item(" - ", pair.first() + " and " + pair.second() + ": " + pair.mechanism(), Style.PLAIN);
        screen.item(INDENT, clinician ? pair.statement() : pair.advice(), Style.PLAIN);
        String how = InteractionWords.evidence(pair, clinician);
        String rule = pair.classRule() ? "; a rule for the whole class" : "";
        screen.item(INDENT, "(how known: " + how + rule + ")" + (clinician ? " [" + String.join(", ", pair.sources()) + "]" : ""), Style.PLAIN);
        if (!pair.cases().isEmpty()) {
            screen.item(INDENT, "(" + InteractionWords.cases(pair, clinician) + ")", Style.PLAIN);
        }
        if (!pair.missing().isEmpty() && !(clinician && pair.statement().contains("missing"))) {
            screen.item(INDENT, "(missing: " + String.join("; ", pair.missing()) + ")", Style.PLAIN);
        }
    }

    private void ventilation() {
        answer.ventilation().ifPresent(lowest -> {
            screen.blank();
            screen.line(InteractionWords.VENTILATION, Style.BOLD);
            screen.line(InteractionWords.ventilation(lowest), Style.PLAIN);
        });
    }

    private void screening() {
        if (answer.screening().isEmpty()) {
            return;
        }
        screen.blank();
        screen.line(InteractionWords.SCREENING, Style.BOLD);
        for (StaticModels.Screen value : answer.screening()) {
            screen.item(" - ", value.test() + ": " + InteractionWords.number(value.value()) + " (cut-off " + InteractionWords.number(value.cutoff()) + ", "
                    + (value.positive() ? "reached" : "not reached") + ")", Style.PLAIN);
        }
    }
}
