package ketum.report.terminal;

import java.util.List;
import java.util.stream.Collectors;
import ketum.care.Referral;
import ketum.kratom.data.Finding;
import ketum.kratom.data.HelpLines;
import ketum.kratom.data.Treatment;
import ketum.kratom.data.WarningSigns.Level;
import ketum.kratom.data.WarningSigns.Sign;
import ketum.report.Audience;
import ketum.report.terminal.Screen.Style;
import ketum.report.text.Phrases;
import ketum.report.text.Texts;

/** Whom to call first, then what can help. A person reads plain words; a clinician also every finding with its source, status and grade. */
public final class ReferralScreen {
    private static final String INDENT = "   ";

    private final Referral referral;
    private final boolean clinician;
    private final Texts texts;
    private final Phrases phrases;
    private final Screen screen;

    private ReferralScreen(Referral referral, Audience audience, Screen screen) {
        this.referral = referral;
        this.clinician = audience == Audience.CLINICIAN;
        this.texts = Texts.of(audience);
        this.phrases = new Phrases(texts);
        this.screen = screen;
    }

    public static String render(Referral referral, Audience audience, TerminalOptions options) {
        Screen screen = new Screen(options);
        new ReferralScreen(referral, audience, screen).write();
        return screen.toString();
    }

    private void write() {
        screen.line(texts.get("referral.emergency.heading").toUpperCase(java.util.Locale.ROOT), Style.ALARM);
        screen.line(texts.get("referral.emergency.intro") + emergencyNumber(referral, texts), Style.BOLD);
        signs(Level.EMERGENCY);
        screen.line(texts.get("referral.naloxone.heading") + ". " + choose(referral.naloxone().person(), referral.naloxone().clinician()), Style.BOLD);
        lines();
        heading("referral.same_day.heading");
        signs(Level.SAME_DAY);
        screen.line(texts.get("referral.notscored"), Style.PLAIN);
        heading("referral.before.heading");
        screen.line(texts.get("referral.before.intro"), Style.PLAIN);
        referral.beforeStopping().forEach(line -> screen.item(" - ", choose(line.person(), line.clinician() + " [" + line.grade() + "; " + String.join(", ", line.sources()) + "]"), Style.PLAIN));
        heading("referral.options.heading");
        screen.line(texts.get("referral.options.intro"), Style.PLAIN);
        referral.treatments().forEach(this::treatment);
        if (clinician) {
            screen.blank();
            screen.line(referral.naloxone().name(), Style.BOLD);
            findings(referral.naloxone());
        }
        next();
        if (clinician) {
            sources();
        }
        screen.blank();
        screen.line(texts.get("purpose"), Style.PLAIN);
    }

    /** A sentence with the number, where the place has one that was seen at its source and is not old. */
    private static String emergencyNumber(Referral referral, Texts texts) {
        return referral.lines().stream().filter(line -> line.kind() == HelpLines.Kind.EMERGENCY && !line.stale(referral.on())).findFirst()
                .map(line -> " " + texts.get("referral.emergency.number", referral.place().orElseThrow().name()) + " " + line.number() + ".").orElse("");
    }

    private void heading(String key) {
        screen.blank();
        screen.line(texts.get(key), Style.BOLD);
    }

    private void signs(Level level) {
        for (Sign sign : referral.signs()) {
            if (sign.level() == level) {
                screen.item(" - ", choose(sign.person(), sign.clinician() + " [" + sign.grade() + "; " + sign.source() + ", " + sign.status().label() + "]"), Style.PLAIN);
            }
        }
    }

    private void lines() {
        heading("referral.lines.heading");
        referral.place().filter(place -> !place.note().isEmpty()).ifPresent(place -> screen.line(place.note(), Style.PLAIN));
        if (referral.place().isEmpty()) {
            screen.line(texts.get("referral.lines.anywhere"), Style.PLAIN);
        } else if (referral.lines().isEmpty()) {
            screen.line(texts.get("referral.lines.none", referral.place().get().name()), Style.BOLD);
        }
        for (HelpLines.Line line : referral.lines()) {
            line(screen, texts, line, referral.on(), clinician);
        }
        screen.line(texts.get("referral.always"), Style.PLAIN);
        if (referral.heldBack() > 0) {
            screen.line(texts.get("referral.heldback", referral.heldBack()), Style.PLAIN);
        }
    }

    /** One help line; loud where it is old. */
    static void line(Screen screen, Texts texts, HelpLines.Line line, java.time.LocalDate on, boolean withSource) {
        String name = line.name().contains(line.number()) ? line.name() : line.name() + " " + line.number().replace(' ', Screen.UNBROKEN);
        screen.item(" - ", line.country() + " " + name + ". " + line.what() + " (" + texts.get("referral.checked", line.checked()) + (withSource ? ", " + line.source() : "") + ")", Style.BOLD);
        if (line.stale(on)) {
            screen.item("!! ", texts.get("referral.stale", line.age(on)), Style.ALARM);
        }
    }

    private void treatment(Treatment treatment) {
        screen.blank();
        screen.line(treatment.name(), Style.BOLD);
        screen.item(INDENT, choose(treatment.person(), treatment.clinician()), Style.PLAIN);
        if (clinician) {
            findings(treatment);
        } else {
            treatment.disagreement().ifPresent(disagreement -> screen.item(INDENT, disagreement.person(), Style.PLAIN));
        }
        screen.item(INDENT, texts.get("referral.best") + ": " + treatment.evidence() + " (" + phrases.letter(String.valueOf(treatment.grade())) + ").", Style.PLAIN);
    }

    private void findings(Treatment treatment) {
        list("referral.known", treatment.known());
        list("referral.cautions", treatment.cautions());
        treatment.disagreement().ifPresent(disagreement -> {
            screen.item(INDENT, texts.get("referral.disagree") + ": " + disagreement.question() + " " + disagreement.clinician(), Style.BOLD);
            reports(disagreement.reports());
        });
        screen.item(INDENT, texts.get("referral.unknown") + ": " + String.join("; ", treatment.unknown()) + ".", Style.PLAIN);
    }

    private void list(String key, List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::confirmed)) {
            screen.item(INDENT, texts.get(key) + ":", Style.PLAIN);
            reports(findings);
        }
    }

    private void reports(List<Finding> findings) {
        findings.stream().filter(Finding::confirmed).forEach(finding -> screen.item(INDENT + "- ", said(finding), Style.PLAIN));
    }

    /** A finding with everything that says how sure it is. */
    static String said(Finding finding) {
        return finding.text() + " [" + finding.grade() + "; " + finding.source() + ", " + finding.locator() + ", " + finding.status().label() + "]";
    }

    private void next() {
        heading("referral.next.heading");
        screen.item(" - ", texts.get("referral.next.law"), Style.PLAIN);
        screen.item(" - ", texts.get("referral.next.forms") + " ketum questionnaire", Style.PLAIN);
        screen.item(" - ", texts.get("referral.next.case") + " ketum assess --help", Style.PLAIN);
    }

    private void sources() {
        heading("sources.heading");
        screen.line(referral.sources().stream().map(source -> "[" + source.key() + "] " + source.citation()).collect(Collectors.joining(" ")), Style.PLAIN);
    }

    private String choose(String person, String precise) {
        return clinician ? precise : person;
    }
}
