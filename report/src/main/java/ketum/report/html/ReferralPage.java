package ketum.report.html;

import java.util.List;
import ketum.care.Referral;
import ketum.kratom.Versions;
import ketum.kratom.data.Finding;
import ketum.kratom.data.HelpLines;
import ketum.kratom.data.Source;
import ketum.kratom.data.Treatment;
import ketum.kratom.data.WarningSigns.Level;
import ketum.kratom.data.WarningSigns.Sign;
import ketum.report.Audience;
import ketum.report.markup.Markup;
import ketum.report.text.Phrases;
import ketum.report.text.Texts;

/** Whom to call and what can help, as one page to read, print and take along. No script, nothing fetched. */
public final class ReferralPage {
    private final Referral referral;
    private final boolean clinician;
    private final Texts texts;
    private final Phrases phrases;
    private final Markup out = new Markup();

    private ReferralPage(Referral referral, Audience audience) {
        this.referral = referral;
        this.clinician = audience == Audience.CLINICIAN;
        this.texts = Texts.of(audience);
        this.phrases = new Phrases(texts);
    }

    public static String render(Referral referral, Audience audience) {
        ReferralPage page = new ReferralPage(referral, audience);
        page.write();
        return page.out.toString();
    }

    private void write() {
        PageStart.write(out, texts.get("lang"), texts.get("referral.title"), texts.get("referral.skip"), "");
        out.open("header").element("h1", texts.get("referral.title"));
        out.element("p", referral.place().map(place -> place.name() + " · ").orElse("") + referral.on(), "class", "about").close();
        out.open("main", "id", "report", "tabindex", "-1");
        emergency();
        lines("lines", "referral.lines.heading");
        sameDay();
        before();
        options();
        next();
        sources();
        out.close();
        out.open("footer");
        lines("lines-again", "referral.lines.heading.again");
        out.open("section", "id", "purpose", "aria-labelledby", "purpose-heading").element("h2", texts.get("footer.heading"), "id", "purpose-heading");
        out.element("p", texts.get("purpose")).element("p", "ketum " + Versions.software() + ", data " + Versions.data(), "class", "versions").close().close();
        out.close().close();
    }

    private void section(String id, String heading, String... attributes) {
        String[] all = new String[attributes.length + 4];
        System.arraycopy(new String[] {"id", id, "aria-labelledby", id + "-heading"}, 0, all, 0, 4);
        System.arraycopy(attributes, 0, all, 4, attributes.length);
        out.open("section", all).element("h2", texts.get(heading), "id", id + "-heading");
    }

    private void emergency() {
        section("emergency", "referral.emergency.heading", "class", "urgent");
        out.open("p", "class", "strong").text(texts.get("referral.emergency.intro"));
        referral.lines().stream().filter(line -> line.kind() == HelpLines.Kind.EMERGENCY && !line.stale(referral.on())).findFirst().ifPresent(line ->
                out.text(" " + texts.get("referral.emergency.number", referral.place().orElseThrow().name()) + " ").element("a", line.number(), "class", "number", "href", HelpBlock.telephone(line.number())).text("."));
        out.close();
        signs(Level.EMERGENCY);
        out.element("h3", texts.get("referral.naloxone.heading")).element("p", choose(referral.naloxone().person(), referral.naloxone().clinician()), "class", "strong");
        out.close();
    }

    private void signs(Level level) {
        out.open("ul");
        for (Sign sign : referral.signs()) {
            if (sign.level() == level) {
                out.open("li").text(choose(sign.person(), sign.clinician()));
                if (clinician) {
                    out.text(" ").element("span", phrases.shortLetter(String.valueOf(sign.grade())), "class", "badge");
                    keys(List.of(sign.source()));
                }
                out.close();
            }
        }
        out.close();
    }

    private void lines(String id, String heading) {
        section(id, heading, "class", "help");
        referral.place().filter(place -> !place.note().isEmpty()).ifPresent(place -> out.element("p", place.note()));
        if (referral.place().isEmpty()) {
            out.element("p", texts.get("referral.lines.anywhere"));
        } else if (referral.lines().isEmpty()) {
            out.element("p", texts.get("referral.lines.none", referral.place().get().name()), "class", "strong");
        } else {
            out.open("ul");
            for (HelpLines.Line line : referral.lines()) {
                out.open("li").element("strong", line.name()).text(": ").element("a", line.number(), "class", "number", "href", HelpBlock.telephone(line.number()));
                out.text(" " + line.what() + " ").element("small", "(" + line.country() + ", " + texts.get("referral.checked", line.checked()) + ")");
                if (line.stale(referral.on())) {
                    out.text(" ").element("strong", texts.get("referral.stale", line.age(referral.on())), "class", "alarm");
                }
                out.close();
            }
            out.close();
        }
        out.element("p", texts.get("referral.always"));
        if (referral.heldBack() > 0) {
            out.element("p", texts.get("referral.heldback", referral.heldBack()), "class", "about");
        }
        out.close();
    }

    private void sameDay() {
        section("same-day", "referral.same_day.heading");
        signs(Level.SAME_DAY);
        out.element("p", texts.get("referral.notscored")).close();
    }

    private void before() {
        section("before", "referral.before.heading");
        out.element("p", texts.get("referral.before.intro")).open("ul");
        referral.beforeStopping().forEach(line -> {
            out.open("li").text(choose(line.person(), line.clinician()));
            if (clinician) {
                out.text(" ").element("span", phrases.shortLetter(line.grade()), "class", "badge");
                keys(line.sources());
            }
            out.close();
        });
        out.close().close();
    }

    private void options() {
        section("options", "referral.options.heading");
        out.element("p", texts.get("referral.options.intro"));
        for (Treatment treatment : referral.treatments()) {
            out.element("h3", treatment.name(), "id", "option-" + treatment.id());
            out.element("p", choose(treatment.person(), treatment.clinician()));
            if (clinician) {
                findings(treatment);
            } else {
                treatment.disagreement().ifPresent(disagreement -> out.element("p", disagreement.person()));
            }
            evidence(treatment);
        }
        if (clinician) {
            out.element("h3", referral.naloxone().name(), "id", "option-" + referral.naloxone().id());
            findings(referral.naloxone());
            evidence(referral.naloxone());
        }
        out.close();
    }

    private void evidence(Treatment treatment) {
        out.open("p", "class", "grade").text(texts.get("referral.best") + ": " + treatment.evidence() + " ").element("span", phrases.letter(String.valueOf(treatment.grade())), "class", "badge").close();
    }

    private void findings(Treatment treatment) {
        list("referral.known", treatment.known());
        list("referral.cautions", treatment.cautions());
        treatment.disagreement().ifPresent(disagreement -> {
            out.open("div", "class", "absent").element("p", texts.get("referral.disagree") + ": " + disagreement.question(), "class", "strong").element("p", disagreement.clinician());
            reports(disagreement.reports());
            out.close();
        });
        out.element("p", texts.get("referral.unknown") + ":").open("ul");
        treatment.unknown().forEach(each -> out.element("li", each));
        out.close();
    }

    private void list(String heading, List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::confirmed)) {
            out.element("p", texts.get(heading) + ":");
            reports(findings);
        }
    }

    private void reports(List<Finding> findings) {
        out.open("ul");
        findings.stream().filter(Finding::confirmed).forEach(finding -> {
            out.open("li").text(finding.text() + " (" + finding.locator() + ", " + finding.status().label() + ") ").element("span", phrases.shortLetter(String.valueOf(finding.grade())), "class", "badge");
            keys(List.of(finding.source()));
            out.close();
        });
        out.close();
    }

    private void keys(List<String> keys) {
        out.open("span", "class", "keys").text(" [");
        for (int i = 0; i < keys.size(); i++) {
            out.text(i == 0 ? "" : ", ").element("a", keys.get(i), "href", "#" + SourceKeys.anchor(keys.get(i)));
        }
        out.text("]").close();
    }

    private void next() {
        section("next", "referral.next.heading");
        out.open("ul").element("li", texts.get("referral.next.law"));
        out.open("li").text(texts.get("referral.next.forms") + " ").element("code", "ketum questionnaire").close();
        out.open("li").text(texts.get("referral.next.case") + " ").element("code", "ketum assess --help").close().close().close();
    }

    private void sources() {
        section("sources", "sources.heading");
        out.open("ul", "class", "sources");
        for (Source source : referral.sources()) {
            out.open("li", "id", SourceKeys.anchor(source.key())).element("b", source.key()).text(" ").text(source.citation()).text(" ").element("span", source.address(), "class", "address").close();
        }
        out.close().close();
    }

    private String choose(String person, String precise) {
        return clinician ? precise : person;
    }
}
