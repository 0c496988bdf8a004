package ketum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** One byte over the reader's limit is enough for it to refuse. */
    private static final int MOST_BYTES = 5 * 1024 * 1024 + 1;

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
        Map<String, String> requested = new LinkedHashMap<>();
        if (html != null) {
            requested.put("--html", html);
        }
        Outputs outputs = new Outputs(requested);
        outputs.refuseToReplace(file);
        if (json && outputs.takesStandardOutput()) {
            throw new InputProblem("only one of --html and --json can go to standard output");
        }
        ArticleCheck check = check();
        String screen = json ? Report.articleJson(check) : outputs.takesStandardOutput() ? "" : Report.article(check, terminal.screen());
        if (html != null) {
            outputs.deliver(Map.of("--html", Report.articleHtml(check).getBytes(StandardCharsets.UTF_8)), terminal.out());
        }
        terminal.print(screen);
    }

    private ArticleCheck check() {
        try (InputStream in = Files.newInputStream(file)) {
            return ArticleCheck.of(ArticleReader.read(file.toString(), in.readNBytes(MOST_BYTES)));
        } catch (ArticleException e) {
            throw new InputProblem(e.getMessage());
        } catch (NoSuchFileException e) {
            throw new InputProblem(file + ": there is no such file");
        } catch (IOException e) {
            throw new InputProblem(file + " cannot be read: " + Outputs.reason(e));
        }
    }
}
