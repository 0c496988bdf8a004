package ketum.fuzz;

import java.util.List;
import java.util.Set;
import ketum.care.article.Article;
import ketum.care.article.ArticleCheck;
import ketum.care.article.ArticleException;
import ketum.care.article.ArticleReader;
import ketum.report.Report;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** An article as text, Markdown and HTML, held against the claims; nothing of it may become markup of the page of findings. */
final class ArticleTarget {

    private static final Set<String> PAGE = Set.of("html", "head", "body", "meta", "title", "style", "a", "header", "main", "footer", "section", "h1", "h2", "h3",
            "p", "dl", "dt", "dd", "div", "ul", "li", "q", "strong", "span", "b", "#root");
    private static final Set<String> ATTRIBUTES = Set.of("lang", "charset", "name", "content", "http-equiv", "class", "href", "id", "tabindex", "aria-labelledby", "aria-label");

    private static final List<String> FORMS = List.of("fuzzed.txt", "fuzzed.md", "fuzzed.html");
    /** What is longer is read in one form, so that the time is that of one reading. */
    private static final int SHORT = 64 << 10;

    static final Target TARGET = new Target("article", "articles (text, Markdown, HTML), and their check", 600, 16 << 10, 5 << 20,
            List.of("examples/articles/*", "README.md", "docs/user/claims.md", "docs/validation/claims/score.md"), ArticleTarget::read);

    private ArticleTarget() {
    }

    private static void read(byte[] input) {
        for (String name : input.length <= SHORT ? FORMS : List.of(FORMS.get(input.length % FORMS.size()))) {
            Article article;
            try {
                article = ArticleReader.read(name, input);
            } catch (ArticleException refused) {
                Promise.message(refused.getMessage());
                continue;
            }
            article.sentences().forEach(sentence -> Promise.hold(sentence.paragraph() >= 1 && !sentence.text().isBlank(), "an empty sentence"));
            ArticleCheck check = ArticleCheck.of(article);
            check.findings().forEach(finding -> Promise.hold(finding.number() >= 1 && finding.number() <= check.read(), "finding on sentence " + finding.number()));
            if (!check.findings().isEmpty()) {
                Promise.shown(Report.article(check, CertificateTarget.PLAIN));
                Promise.json(Report.articleJson(check));
                page(Report.articleHtml(check));
            }
        }
    }

    private static void page(String html) {
        Promise.shown(html);
        for (Element element : Jsoup.parse(html).getAllElements()) {
            Promise.hold(PAGE.contains(element.normalName()), "the article put <" + element.normalName() + "> into the page");
            for (Attribute attribute : element.attributes()) {
                Promise.hold(ATTRIBUTES.contains(attribute.getKey()), "the article put the attribute " + attribute.getKey() + " into the page");
                Promise.hold(!attribute.getKey().equals("href") || attribute.getValue().startsWith("#"), "the page leads to " + attribute.getValue());
            }
        }
    }
}
