package ketum.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ketum.care.law.LawAnswer;
import ketum.care.law.LawAnswer.Finding;
import ketum.care.law.LawAnswer.Level;
import ketum.kratom.data.Law;
import ketum.kratom.data.LawRule;
import ketum.kratom.data.Source;
import ketum.kratom.data.Status;
import ketum.report.terminal.Screen.Style;

/** The law of a place: what is stale or unsure first, then what is known in one glance, then each level's note with its citation. */
public final class LawScreen {
    private static final int LABEL = 13;
    private static final int INDENT = 3;
    /** Said under every answer. */
    public static final String NOT_ADVICE = "This is no legal advice. It is a note on the law, with its sources. Read the primary text, or ask a lawyer, before you rely on it.";

    private final LawAnswer answer;
    private final Screen screen;

    private LawScreen(LawAnswer answer, Screen screen) {
        this.answer = answer;
        this.screen = screen;
    }

    public static String render(LawAnswer answer, TerminalOptions options) {
        Screen screen = new Screen(options);
        write(answer, screen);
        return screen.toString();
    }

    /** The same, into a screen that holds something else besides. */
    static void write(LawAnswer answer, Screen screen) {
        new LawScreen(answer, screen).write();
    }

    private void write() {
        screen.line("Law of " + answer.name() + " (" + answer.place() + ") on " + answer.on(), Style.BOLD);
        warnings(answer, screen);
        screen.labelled("Kratom", LABEL, finding(answer.standing()) + ".");
        String forms = answer.forms().entrySet().stream().filter(form -> form.getValue().value() != answer.standing().value())
                .map(form -> form.getKey().label() + ": " + finding(form.getValue())).collect(Collectors.joining("; "));
        if (!forms.isEmpty()) {
            screen.labelled("Otherwise", LABEL, forms + ".");
        }
        screen.labelled("Age", LABEL, answer.minimumAge().map(age -> "from " + age.value() + where(age) + ".").orElse("no age limit on file."));
        screen.labelled("Label", LABEL, duty(answer.label()));
        screen.labelled("Testing", LABEL, duty(answer.testing()));
        answer.levels().forEach(this::level);
        if (!answer.notes().isEmpty()) {
            screen.blank();
            answer.notes().forEach(note -> screen.item(" - ", note, Style.PLAIN));
        }
        screen.blank();
        sources();
        screen.line(NOT_ADVICE, Style.BOLD);
    }

    /** What must be read before anything else; no line where nothing is. */
    static void warnings(LawAnswer answer, Screen screen) {
        for (Level level : answer.levels()) {
            if (level.entry().isEmpty()) {
                screen.item("!! ", "NOT KNOWN: " + level.gap(), Style.ALARM);
                continue;
            }
            Law.Entry entry = level.entry().get();
            if (level.age().stale()) {
                screen.item("!! ", "STALE: the note on " + level.name() + " " + level.age().days().map(days -> "is " + days + " days old (of " + entry.asOf().orElseThrow()
                        + "; such notes are trusted for " + level.age().limit() + " days).").orElse("has no date.") + " The law may have changed. Look at the primary text.", Style.ALARM);
            }
            if (!level.dated()) {
                screen.item("!! ", "UNSURE: the day on which this rule of " + level.name() + " begins or ends is known only as " + entry.from().map(Law.When::written).orElse("?")
                        + entry.to().map(to -> " to " + to.written()).orElse("") + ".", Style.ALARM);
            }
            if (!entry.conflicts().isEmpty()) {
                screen.item("!! ", "SOURCES DISAGREE on " + level.name() + ": " + entry.conflicts().stream().map(conflict -> conflict.says() + " [" + conflict.source() + "]")
                        .collect(Collectors.joining("; ")) + ".", Style.BOLD);
            }
            if (!entry.unconfirmed().isEmpty()) {
                screen.item("!  ", "NOT CONFIRMED on " + level.name() + ": " + entry.unconfirmed().stream().map(field -> field.replace('_', ' ')).collect(Collectors.joining(", ")) + ".", Style.BOLD);
            }
        }
    }

    private void level(Level level) {
        screen.blank();
        Optional<Law.Entry> entry = level.entry();
        screen.line(level.name() + entry.map(each -> each.from().map(from -> ", since " + from.written()).orElse("")
                + each.to().map(to -> ", until " + to.written()).orElse("")).orElse(""), Style.BOLD);
        if (entry.isEmpty()) {
            indented(level.gap());
        } else {
            Law.Entry each = entry.get();
            indented(each.summary());
            indented("7-OH: " + each.sevenOh());
            for (LawRule rule : each.rules()) {
                if (rule.status() == Status.UNCONFIRMED) {
                    indented("Not confirmed, so not to be relied on: " + rule.text());
                }
            }
            if (!each.labelElements().isEmpty()) {
                indented("The label states: " + each.labelElements().stream().map(id -> ketum.kratom.data.LabelElements.standard().get(id)).collect(Collectors.joining("; ")) + ".");
            }
            indented("Citation: " + each.citation() + (each.unconfirmed().contains("citation") ? " (not confirmed)" : "") + ".");
            indented(switch (each.addressKind()) {
                case PRIMARY_TEXT -> "Primary text: " + each.address();
                case REPORT -> "Primary text not found here; a report of it: " + each.address();
                case NOT_FOUND -> "Primary text: no address on file; search for the citation.";
            });
            indented("As of " + each.asOf().map(Object::toString).orElse("an unknown day") + ", confidence " + each.confidence().label() + ". "
                    + each.sources().stream().map(basis -> "[" + basis.source() + ", " + basis.status().label() + "]").collect(Collectors.joining(" ")));
        }
        level.law().ifPresent(law -> law.pending().forEach(pending -> indented("Under way" + pending.on().map(on -> " (" + on.written() + ")").orElse("") + ": " + pending.what()
                + " [" + pending.source() + ", as of " + pending.asOf() + "]")));
        level.later().forEach(later -> indented("On file for later" + span(later) + ": " + later.standing().label() + ". " + later.summary()));
        level.earlier().forEach(earlier -> indented("Before" + span(earlier) + ": " + earlier.standing().label() + ". " + earlier.summary()));
    }

    private static String span(Law.Entry entry) {
        return entry.from().map(from -> ", from " + from.written()).orElse("") + entry.to().map(to -> " to " + to.written()).orElse("");
    }

    private void indented(String text) {
        screen.item(" ".repeat(INDENT), text, Style.PLAIN);
    }

    private void sources() {
        screen.line("Sources", Style.BOLD);
        for (Source source : answer.sources()) {
            screen.item("   ", "[" + source.key() + "] " + source.citation(), Style.PLAIN);
        }
    }

    private String finding(Finding<Law.Standing> finding) {
        return words(finding.value()) + where(finding);
    }

    private static String where(Finding<?> finding) {
        return " [" + finding.place() + (finding.confirmed() ? "" : ", not confirmed") + "]";
    }

    private static String duty(Optional<Finding<Law.Duty>> duty) {
        return duty.map(each -> switch (each.value()) {
            case REQUIRED -> "required";
            case ON_REQUEST -> "results must be shown on request";
            case NONE -> "no duty on file";
            case NOT_APPLICABLE -> "does not apply, since it may not be sold";
            case UNKNOWN -> "not known";
        } + where(each) + ".").orElse("not known.");
    }

    /** A standing in plain words. */
    static String words(Law.Standing standing) {
        return switch (standing) {
            case BANNED -> "banned";
            case SCHEDULED -> "banned as a controlled substance";
            case REGULATED -> "sold under conditions";
            case UNREGULATED -> "no rule found";
            case UNKNOWN -> "not known";
            case CONFLICTING -> "sources disagree";
        };
    }

    /** Every place on file, one line each, and how sure the whole is. */
    public static String map(List<LawAnswer> answers, TerminalOptions options) {
        Screen screen = new Screen(options);
        screen.line("Law of " + answers.size() + " places on " + answers.getFirst().on() + "; ! marks a stale note, ? an unsure one", Style.BOLD);
        screen.fixed("%-20s %-12s %-12s %-4s %-11s %-10s".formatted("place", "kratom", "7-OH tablet", "age", "as of", "confidence"));
        long unconfirmed = 0;
        long stale = 0;
        long conflicts = 0;
        List<String> gaps = new ArrayList<>();
        for (LawAnswer answer : answers) {
            Level level = answer.levels().getLast();
            Optional<Law.Entry> entry = level.entry();
            boolean old = entry.isPresent() && level.age().stale();
            boolean unsure = entry.isEmpty() || !level.dated() || !entry.get().conflicts().isEmpty() || !entry.get().unconfirmed().isEmpty();
            screen.fixed("%-20s %-12s %-12s %-4s %-11s %-10s".formatted((old ? "!" : unsure ? "?" : " ") + answer.place(), answer.standing().value().label(),
                    answer.forms().get(Law.Form.SEVEN_OH_PRODUCT).value().label(), answer.minimumAge().map(age -> age.value() + (age.confirmed() ? "" : "?")).orElse("-"),
                    entry.map(each -> each.asOf().map(Object::toString).orElse("undated")).orElse("-"), entry.map(each -> each.confidence().label()).orElse("no note")));
            unconfirmed += entry.map(each -> each.unconfirmed().size() + each.rules().stream().filter(rule -> rule.status() == Status.UNCONFIRMED).count()).orElse(0L);
            stale += old ? 1 : 0;
            conflicts += entry.isPresent() && !entry.get().conflicts().isEmpty() ? 1 : 0;
            if (entry.isEmpty()) {
                gaps.add(answer.place());
            }
        }
        screen.blank();
        screen.labelled("Kratom", LABEL, counts(answers) + ".");
        long primary = answers.stream().filter(answer -> answer.levels().getLast().entry().map(entry -> entry.sources().stream().anyMatch(basis -> basis.status() == Status.SEEN)).orElse(false)).count();
        screen.labelled("How sure", LABEL, stale + " stale; " + conflicts + " with sources that disagree; " + gaps.size() + " without a note for this day; " + unconfirmed
                + " statements not confirmed; " + primary + " rest on a text that was read, the others on reports of it.");
        screen.line(NOT_ADVICE, Style.BOLD);
        return screen.toString();
    }

    private static String counts(List<LawAnswer> answers) {
        List<String> counts = new ArrayList<>();
        for (Law.Standing standing : Law.Standing.values()) {
            long count = answers.stream().filter(answer -> answer.standing().value() == standing).count();
            counts.add(standing.label() + " " + count);
        }
        return String.join(", ", counts);
    }
}
