package ketum.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionPair;
import ketum.care.interaction.Severity;
import ketum.kratom.Versions;
import ketum.kratom.data.CaseReports;
import ketum.kratom.data.Source;
import ketum.kratom.data.Status;
import ketum.kratom.interaction.StaticModels;
import ketum.report.Audience;
import ketum.report.markup.Markup;
import ketum.report.text.InteractionWords;
import ketum.report.text.Texts;

/**
 * What is known of medicines together, as one page. No script, nothing fetched. Severity and evidence stand apart, each in words and with a mark of
 * its own shape; an emergency medicine stands first, in the box of help, and bears no severity.
 */
public final class InteractionsPage {
    private static final String KETUM = "ketum";
    private static final String CSS = """
            .mark{display:inline-block;min-width:1.4em;text-align:center;font-weight:700}
            .alarm{color:var(--danger)}
            .pairs td:first-child,.pairs th:first-child{min-width:11rem}
            .pair{break-inside:avoid}
            .pair h3{margin-bottom:.25rem}
            .pair .badge{white-space:normal}
            @media (max-width:44rem){
            .pairs thead{position:absolute;left:-999px}
            .pairs tr,.pairs th,.pairs td{display:block}
            .pairs tr{border-bottom:1px solid var(--grid);padding:.4rem 0}
            .pairs th,.pairs td{border:0;padding:.1rem 0}
            .pairs td::before{content:attr(data-column) ": ";color:var(--faint)}
            }
            """;

    private final InteractionAnswer answer;
    private final boolean clinician;
    private final Texts texts;
    private final Markup out = new Markup();

    private InteractionsPage(InteractionAnswer answer, Audience audience) {
        this.answer = answer;
        this.clinician = audience == Audience.CLINICIAN;
        this.texts = Texts.of(audience);
    }

    public static String render(InteractionAnswer answer, Audience audience) {
        InteractionsPage page = new InteractionsPage(answer, audience);
        page.write();
        return page.out.toString();
    }

    private void write() {
        String title = InteractionWords.subject(answer);
        PageStart.write(out, texts.get("lang"), title, texts.get("skip"), CSS);
        out.open("header").element("h1", title);
        paragraph(InteractionWords.amount(answer), "about");
        answer.agents().stream().filter(agent -> agent.id().isPresent() && !agent.written().equalsIgnoreCase(agent.name()))
                .forEach(agent -> out.element("p", "\"" + agent.written() + "\" is " + agent.name() + ".", "class", "about"));
        out.close().open("main", "id", "report", "tabindex", "-1");
        help();
        overview();
        RatioFigure.write(out, answer);
        details();
        if (clinician) {
            ventilation();
            screening();
        }
        limits();
        sources();
        out.close();
        footer();
        out.close().close();
    }

    private void paragraph(String text, String look) {
        if (!text.isBlank()) {
            out.element("p", text, "class", look);
        }
    }

    private void section(String id, String heading, String... look) {
        List<String> attributes = new ArrayList<>(List.of("id", id, "aria-labelledby", id + "-heading"));
        attributes.addAll(List.of(look));
        out.open("section", attributes.toArray(String[]::new)).element("h2", heading, "id", id + "-heading");
    }

    /** The way out is in the same place on every page; medicines of rescue are said here. */
    private void help() {
        section("help", clinician ? "In an emergency" : texts.get("help.heading"), "class", "help");
        out.element("p", texts.get("help.emergency"));
        List<InteractionPair> rescue = answer.pairs().stream().filter(InteractionPair::rescue).toList();
        rescue.stream().map(pair -> clinician ? pair.statement() : pair.advice()).distinct().forEach(said -> out.element("p", said, "class", "strong"));
        if (rescue.isEmpty()) {
            out.element("p", "In an emergency naloxone is always right: give it if someone cannot be woken or breathes slowly, and call for help.");
        }
        out.close();
    }

    private void overview() {
        section("overview", "In short");
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "Pairs, how much each matters and how it is known");
        out.open("table", "class", "pairs").open("thead").open("tr");
        for (String column : List.of("Together", "What meets", "How much it matters", "How it is known")) {
            out.element("th", column, "scope", "col");
        }
        out.close().close().open("tbody");
        for (InteractionPair pair : answer.pairs()) {
            out.open("tr").open("th", "scope", "row").element("a", pair.first() + " and " + pair.second(), "href", "#" + anchor(pair)).close();
            out.element("td", pair.mechanism(), "data-column", "What meets").open("td", "data-column", "How much it matters");
            severity(pair);
            out.close().element("td", InteractionWords.evidence(pair, clinician) + (pair.classRule() ? "; a rule for the whole class" : ""), "data-column", "How it is known").close();
        }
        out.close().close().close();
        out.element("p", "How much it matters and how it is known are two things: what matters much may be known little. \"Not known\" does not mean harmless.", "class", "summary").close();
    }

    private void severity(InteractionPair pair) {
        if (pair.rescue()) {
            out.text("always right in an emergency");
            return;
        }
        boolean alarm = pair.severity() == Severity.CONTRAINDICATED || pair.severity() == Severity.MAJOR;
        out.open("span", "class", alarm ? "strong alarm" : "strong").element("span", mark(pair.severity()), "class", "mark", "aria-hidden", "true")
                .text(" " + (pair.severity() == Severity.UNKNOWN ? "Not known" : InteractionWords.heading(pair))).close();
    }

    /** A shape for each severity, so that colour is never alone. */
    private static String mark(Severity severity) {
        return switch (severity) {
            case CONTRAINDICATED -> "\u2716";
            case MAJOR -> "\u25b2";
            case MODERATE -> "\u25c6";
            case UNKNOWN -> "?";
            case MINOR -> "\u2022";
            case NONE -> "\u25cb";
        };
    }

    private String anchor(InteractionPair pair) {
        return "pair-" + (answer.pairs().indexOf(pair) + 1);
    }

    private void details() {
        Map<String, List<InteractionPair>> groups = new LinkedHashMap<>();
        answer.pairs().forEach(pair -> groups.computeIfAbsent(InteractionWords.heading(pair), _ -> new ArrayList<>()).add(pair));
        int number = 0;
        for (Map.Entry<String, List<InteractionPair>> group : groups.entrySet()) {
            section("group-" + ++number, group.getKey());
            group.getValue().forEach(this::detail);
            out.close();
        }
    }

    private void detail(InteractionPair pair) {
        out.open("div", "class", "pair", "id", anchor(pair));
        out.element("h3", pair.first() + " and " + pair.second() + ": " + pair.mechanism());
        out.element("p", clinician ? pair.statement() : pair.advice());
        out.open("p", "class", "grade").text("How it is known: ").element("span", InteractionWords.evidence(pair, clinician), "class", "badge");
        out.text(pair.classRule() ? " A rule for the whole class." : "");
        if (clinician) {
            keys(pair.sources());
        }
        out.close();
        if (!pair.missing().isEmpty() && !(clinician && pair.statement().contains("missing"))) {
            out.element("p", "Missing: " + String.join("; ", pair.missing()) + ".", "class", "grade");
        }
        if (!pair.cases().isEmpty()) {
            cases(pair);
        }
        out.close();
    }

    private void keys(List<String> keys) {
        out.open("span", "class", "keys").text(" [");
        for (int i = 0; i < keys.size(); i++) {
            out.text(i == 0 ? "" : ", ");
            if (keys.get(i).equals(KETUM)) {
                out.text(KETUM);
            } else {
                out.element("a", keys.get(i), "href", "#" + SourceKeys.anchor(keys.get(i)));
            }
        }
        out.text("]").close();
    }

    /** A person hears how sure the link is; a clinician sees each item that a report answers. */
    private void cases(InteractionPair pair) {
        if (!clinician) {
            String said = InteractionWords.cases(pair, false);
            out.element("p", said.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + said.substring(1) + ".", "class", "grade");
            return;
        }
        for (CaseReports.Case report : pair.cases()) {
            out.open("details").element("summary", "Case report " + report.id() + ": score " + InteractionWords.score(report) + " (Drug Interaction Probability Scale)");
            out.element("p", report.about() + " (" + report.locator() + ", " + report.status().label() + ")");
            out.open("ul");
            for (CaseReports.Answer answered : report.answers()) {
                out.open("li").text(answered.item().number() + ". " + answered.item().question() + " ").element("strong", answered.yes() ? "Yes" : "No")
                        .text(String.format(java.util.Locale.ROOT, " (%+d): ", answered.points()) + answered.why() + " (" + answered.locator() + ", " + label(answered.status()) + ")");
                keys(List.of(answered.source()));
                out.close();
            }
            out.close().element("p", "Items not named are unknown and add nothing.", "class", "grade").close();
        }
    }

    private static String label(Status status) {
        return status == Status.UNCONFIRMED ? "not confirmed" : status.label();
    }

    private void ventilation() {
        answer.ventilation().ifPresent(lowest -> {
            section("ventilation", InteractionWords.VENTILATION);
            out.element("p", InteractionWords.ventilation(lowest)).close();
        });
    }

    private void screening() {
        if (answer.screening().isEmpty()) {
            return;
        }
        section("screening", "Screening values of kratom at this dose (ICH M12)");
        out.element("p", "Upper bounds: they say whether a study is called for, not what will happen.");
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "Screening values");
        out.open("table").open("thead").open("tr");
        List.of("Test", "Value", "Cut-off", "Reached").forEach(column -> out.element("th", column, "scope", "col"));
        out.close().close().open("tbody");
        for (StaticModels.Screen value : answer.screening()) {
            out.open("tr").element("th", value.test(), "scope", "row").element("td", InteractionWords.number(value.value())).element("td", InteractionWords.number(value.cutoff()))
                    .element("td", value.positive() ? "yes" : "no").close();
        }
        out.close().close().close().close();
    }

    private void limits() {
        section("limits", "What is left out", "class", "absent");
        answer.limits().forEach(limit -> out.element("p", clinician ? limit.clinician() : limit.person()));
        out.close();
    }

    private void sources() {
        List<Source> cited = answer.sources().stream().filter(source -> !source.key().equals(KETUM)).toList();
        if (cited.isEmpty()) {
            return;
        }
        section("sources", "Sources");
        out.open("ul", "class", "sources");
        for (Source source : cited) {
            out.open("li", "id", SourceKeys.anchor(source.key())).element("b", source.key()).text(" ").text(source.citation()).text(" ").element("span", source.address(), "class", "address").close();
        }
        out.close().close();
    }

    private void footer() {
        out.open("footer").open("section", "id", "purpose", "aria-labelledby", "purpose-heading").element("h2", texts.get("footer.heading"), "id", "purpose-heading");
        out.element("p", texts.get("purpose")).element("p", "ketum " + Versions.software() + ", data " + Versions.data(), "class", "versions").close().close();
    }
}
