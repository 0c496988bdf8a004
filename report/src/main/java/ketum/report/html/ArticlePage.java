package ketum.report.html;

import java.util.List;
import ketum.care.article.ArticleCheck;
import ketum.care.article.ArticleCheck.Contradiction;
import ketum.care.article.ArticleCheck.Finding;
import ketum.care.article.ClaimFinder;
import ketum.kratom.Versions;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Source;
import ketum.kratom.data.Status;
import ketum.report.Audience;
import ketum.report.markup.Markup;
import ketum.report.text.ClaimWords;
import ketum.report.text.Texts;

/** A checked article as one page. No script, nothing fetched; the article's own words stand in it as text only. */
public final class ArticlePage {
    private final ArticleCheck check;
    private final Markup out = new Markup();

    private ArticlePage(ArticleCheck check) {
        this.check = check;
    }

    public static String render(ArticleCheck check) {
        ArticlePage page = new ArticlePage(check);
        page.write();
        return page.out.toString();
    }

    private void write() {
        PageStart.write(out, "en", "What the evidence says to an article", "To the findings", "");
        out.open("header").element("h1", "What the evidence says to an article").element("p", check.file() + " · " + check.read() + " sentences", "class", "about").close();
        out.open("main", "id", "report", "tabindex", "-1");
        overview();
        contradictions();
        sentences();
        evidence();
        sources();
        out.close();
        out.open("footer").open("section", "id", "purpose", "aria-labelledby", "purpose-heading").element("h2", "What this is", "id", "purpose-heading");
        out.element("p", ClaimWords.LIMIT).element("p", Texts.of(Audience.CLINICIAN).get("purpose"));
        out.element("p", "ketum " + Versions.software() + ", data " + Versions.data(), "class", "versions").close().close();
        out.close().close();
    }

    private void section(String id, String heading) {
        out.open("section", "id", id, "aria-labelledby", id + "-heading").element("h2", heading, "id", id + "-heading");
    }

    private void overview() {
        section("overview", "In short");
        out.open("dl", "class", "facts counts");
        for (Claim.Verdict verdict : Claim.Verdict.values()) {
            long count = check.findings().stream().filter(finding -> finding.match().filter(match -> match.stance() != ClaimFinder.Stance.MENTIONS && match.verdict() == verdict).isPresent()).count();
            fact(ClaimWords.verdict(verdict), count);
        }
        fact("left open by the article", check.findings().stream().filter(finding -> finding.match().filter(match -> match.stance() == ClaimFinder.Stance.MENTIONS).isPresent()).count());
        fact("sentences that promote a shop or service", check.findings().stream().filter(Finding::promotes).map(Finding::number).distinct().count());
        fact("places where it contradicts itself", check.contradictions().size());
        out.close().close();
    }

    private void fact(String name, long count) {
        out.open("div").element("dt", name).element("dd", Long.toString(count)).close();
    }

    private void contradictions() {
        if (check.contradictions().isEmpty()) {
            return;
        }
        section("contradictions", "Where it contradicts itself");
        out.open("ul");
        for (Contradiction contradiction : check.contradictions()) {
            out.open("li").text(contradiction.why() + " ");
            for (Finding side : List.of(contradiction.first(), contradiction.second())) {
                out.element("q", side.sentence()).text(" (sentence " + side.number() + ") ");
            }
            out.text(contradiction.voices() ? "One of them is somebody else's words." : "").close();
        }
        out.close().close();
    }

    private void sentences() {
        section("sentences", "Sentence by sentence");
        if (check.findings().isEmpty()) {
            out.element("p", "No sentence speaks of a claim that Ketum knows.");
        }
        int number = 0;
        for (Finding finding : check.findings()) {
            if (finding.number() != number) {
                out.open("h3").text(finding.number() + ". ").element("q", finding.sentence()).close();
                if (finding.promotes()) {
                    out.element("p", "Promotes a shop or service.", "class", "strong");
                }
            }
            number = finding.number();
            if (finding.match().isPresent()) {
                ClaimFinder.Match match = finding.match().get();
                Claim claim = match.claim();
                boolean open = match.stance() == ClaimFinder.Stance.MENTIONS;
                out.open("p").element("strong", open ? "Left open" : sentenceCase(ClaimWords.verdict(match.verdict()))).text(", ").element("span", ClaimWords.grade(claim.grade()), "class", "badge")
                        .text(". " + claim.title() + " The sentence " + ClaimWords.stance(match) + ". ");
                out.element("a", "Evidence", "href", "#claim-" + claim.id(), "aria-label", "Evidence: " + claim.title()).close();
                out.element("p", claim.answer());
            }
        }
        out.close();
    }

    private static String sentenceCase(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private void evidence() {
        section("evidence", "The evidence");
        for (Claim claim : check.claims()) {
            out.element("h3", claim.title(), "id", "claim-" + claim.id());
            out.element("p", "On the claim: " + ClaimWords.verdict(claim.verdict()) + ", " + ClaimWords.grade(claim.grade()) + ", as of " + claim.asOf() + ".", "class", "grade");
            side("For", claim.support());
            side("Against", claim.against());
        }
        out.close();
    }

    private void side(String name, List<Claim.Evidence> side) {
        out.element("p", name + (side.isEmpty() ? ": nothing on file." : ":"));
        if (side.isEmpty()) {
            return;
        }
        out.open("ul");
        for (Claim.Evidence evidence : side) {
            out.open("li").text(evidence.finding() + " (" + evidence.locator() + ", " + (evidence.status() == Status.UNCONFIRMED ? "not confirmed" : evidence.status().label()) + ") ")
                    .element("a", evidence.source(), "href", "#" + SourceKeys.anchor(evidence.source())).close();
        }
        out.close();
    }

    private void sources() {
        section("sources", "Sources");
        out.open("ul", "class", "sources");
        for (Source source : check.sources()) {
            out.open("li", "id", SourceKeys.anchor(source.key())).element("b", source.key()).text(" ").text(source.citation()).text(" ").element("span", source.address(), "class", "address").close();
        }
        out.close().close();
    }
}
