package ketum.cli;

import java.nio.file.Path;
import ketum.care.article.ArticleCheck;
import ketum.care.article.ArticleException;
import ketum.care.article.ArticleReader;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ketum check-article}: an article, held against the claims sentence by sentence. */
@Command(name = "check-article",
        header = "Checks an article about kratom, sentence by sentence, against the evidence.",
        description = {
            "",
            "FILE is text, Markdown or a saved HTML page, up to 5 MiB. Nothing in it is executed or fetched. Sentences that speak of a claim "
                    + "that Ketum knows get a verdict; sentences that promote a shop or service are marked, and so are places where the article contradicts itself.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum check-article examples/articles/wellness-guide.md",
            "  ketum check-article page.html --html findings.html",
            "  ketum check-article page.html --json",
            "",
            "How well sentences are found: docs/validation/claims/score.md"})
final class CheckArticleCommand implements Runnable {

    /** The reader's limit. */
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "the article (text, Markdown or HTML)")
    private Path file;

    @Option(names = "--html", paramLabel = "FILE", description = "write the findings, with all evidence, as one self-contained page")
    private String html;

    @Option(names = "--json", description = "print JSON in place of text")
    private boolean json;

    CheckArticleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Answer answer = new Answer(html, json);
        answer.refuseToReplace(file);
        ArticleCheck check = check();
        answer.deliver(terminal, () -> Report.article(check, terminal.screen()), () -> Report.articleJson(check), () -> Report.articleHtml(check));
    }

    private ArticleCheck check() {
        try {
            return ArticleCheck.of(ArticleReader.read(file.toString(), SmallFile.start(file, MOST_BYTES)));
        } catch (ArticleException e) {
            throw new InputProblem(e.getMessage());
        }
    }
}
