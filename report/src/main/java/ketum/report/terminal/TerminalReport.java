package ketum.report.terminal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ketum.care.Assessment;
import ketum.care.Assessment.Analyte;
import ketum.care.Assessment.Notice;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.Urgent;
import ketum.care.Assessment.Versions;
import ketum.report.Audience;
import ketum.report.terminal.Screen.Style;
import ketum.report.text.Numbers;
import ketum.report.text.Phrases;
import ketum.report.text.Texts;

/** One screen: what was not checked, what is urgent, whom to call, then the answers a person looks for, and where to find the rest. */
public final class TerminalReport {
    private static final int LABEL = 13;
    private static final int URGENT_SHOWN = 3;

    private final Assessment assessment;
    private final Audience audience;
    private final Texts texts;
    private final Phrases phrases;
    private final Screen screen;

    private TerminalReport(Assessment assessment, Audience audience, TerminalOptions options) {
        this.assessment = assessment;
        this.audience = audience;
        this.texts = Texts.of(audience);
        this.phrases = new Phrases(texts);
        this.screen = new Screen(options);
    }

    public static String render(Assessment assessment, Audience audience, TerminalOptions options) {
        return new TerminalReport(assessment, audience, options).render();
    }

    private String render() {
        assessment.notices().stream().filter(Notice::first).forEach(notice -> screen.item("! ", choose(notice.person(), notice.clinician()), Style.BOLD));
        screen.line(texts.get("terminal.title") + "  " + assessment.input().place() + "  " + assessment.input().date(), Style.BOLD);
        boolean warned = urgent();
        help();
        section("terminal.product", assessment.product(), product -> screen.labelled(texts.get("terminal.product"), LABEL,
                choose(product.statementPerson(), product.statementClinician())));
        if (audience == Audience.CLINICIAN) {
            section("terminal.exposure", assessment.exposure(), exposure -> exposure.analytes().forEach(this::analyte));
        }
        section("terminal.dependence", assessment.dependence(), dependence -> screen.labelled(texts.get("terminal.dependence"), LABEL,
                texts.get("terminal.tolerance.line", phrases.value(dependence.toleranceNow().both().median(), "1"),
                        phrases.range(dependence.toleranceNow().both(), "1"))));
        new StoppingLines(screen, assessment, texts, phrases).write(warned);
        claims();
        limits();
        footer();
        return screen.toString();
    }

    /** Whether lost tolerance and naloxone were spoken of. */
    private boolean urgent() {
        List<Urgent> items = assessment.urgent().stream().sorted(Comparator.comparing(Urgent::level)).toList();
        if (items.isEmpty()) {
            screen.line(texts.get("urgent.none"), Style.PLAIN);
            return false;
        }
        screen.line(texts.get("terminal.urgent"), Style.ALARM);
        // A danger is never cut off, however many there are.
        long dangers = items.stream().filter(item -> item.level() == Urgent.Level.DANGER).count();
        long shown = StrictMath.max(URGENT_SHOWN, dangers);
        items.stream().limit(shown).forEach(item -> screen.item(switch (item.level()) {
            case DANGER -> "!! ";
            case IMPORTANT -> " ! ";
            case NOTE -> " - ";
        }, choose(item.person(), item.clinician() + " [" + item.grade() + "]"), item.level() == Urgent.Level.DANGER ? Style.BOLD : Style.PLAIN));
        if (items.size() > shown) {
            screen.item("   ", texts.get("terminal.more.urgent", items.size() - shown), Style.PLAIN);
        }
        return items.stream().limit(shown).map(item -> choose(item.person(), item.clinician()))
                .anyMatch(text -> text.contains("naloxone") && text.contains("olerance"));
    }

    private void help() {
        String lines = assessment.help().isEmpty() ? texts.get("help.none")
                : assessment.help().stream().map(line -> (line.name().contains(line.number()) ? line.name() : line.name() + " " + line.number())
                        + (line.stale() ? " (" + texts.get("terminal.stale") + ")" : ""))
                        .map(text -> text.replace(' ', Screen.UNBROKEN)).collect(Collectors.joining("; ")) + ".";
        screen.labelled(texts.get("terminal.help"), LABEL, lines);
    }

    private void analyte(Analyte analyte) {
        screen.labelled(texts.get("terminal.exposure"), LABEL, texts.get("terminal.exposure.line", analyte.analyte(),
                Numbers.readable(analyte.cmax().both().median()), phrases.range(analyte.cmax()), phrases.middle(analyte.tmaxH())));
    }

    /** A person's screen is full: it holds the most important one, and the page has them all. Never without the answer: "nobody knows" alone could be taken for hope. */
    private void claims() {
        if (assessment.claims().isEmpty()) {
            return;
        }
        switch (audience) {
            case PERSON -> screen.labelled(texts.get("terminal.claims"), LABEL, heard(assessment.claims().getFirst()));
            case CLINICIAN -> {
                screen.line(texts.get("terminal.claims"), Style.BOLD);
                assessment.claims().forEach(claim -> screen.item(" - ", heard(claim) + " [" + claim.grade() + "; " + claim.id() + "]", Style.PLAIN));
            }
        }
    }

    private String heard(Assessment.HeardClaim claim) {
        return texts.get("claims." + claim.verdict().label()) + ": \"" + claim.title() + "\" " + claim.answer();
    }

    private void limits() {
        if (!assessment.limits().unknowns().isEmpty()) {
            screen.labelled(texts.get("terminal.limits"), LABEL, assessment.limits().unknowns().stream().map(Assessment.Unknown::label)
                    .collect(Collectors.joining("; ")) + ".");
        }
    }

    private void footer() {
        if (audience == Audience.CLINICIAN) { // a person's screen is full; the page holds them for both
            assessment.notices().stream().filter(notice -> !notice.first()).forEach(notice -> screen.item(" - ", notice.clinician(), Style.PLAIN));
        }
        screen.line(texts.get("terminal.more", assessment.input().place()), Style.BOLD);
        screen.line(texts.get("purpose"), Style.PLAIN);
        Versions versions = assessment.versions();
        screen.line(texts.get("footer.versions", versions.software(), versions.model(), versions.data(), versions.schema()), Style.PLAIN);
    }

    private <T> void section(String label, Section<T> section, Consumer<T> present) {
        switch (section) {
            case Section.Present<T>(T value) -> present.accept(value);
            case Section.Insufficient<T>(String reason, var _) -> screen.labelled(texts.get(label), LABEL, texts.get("section.insufficient") + " " + reason);
            case Section.Withheld<T>(String reason, var _) -> screen.labelled(texts.get(label), LABEL, texts.get("section.withheld") + " " + reason);
        }
    }

    private String choose(String person, String clinician) {
        return switch (audience) {
            case PERSON -> person;
            case CLINICIAN -> clinician;
        };
    }
}
