package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

    private static List<String> sentences(String file, String text) throws ArticleException {
        return ArticleReader.read(file, text.getBytes(StandardCharsets.UTF_8)).sentences().stream().map(Article.Sentence::text).toList();
    }

    @Test
    void textIsReadSentenceBySentenceAcrossLinesAndAbbreviations() throws ArticleException {
        assertEquals(List.of("Kratom is a tree, e.g. in Thailand.", "Dr. No said 2.5 g is not much!", "Is it legal in the U.S. today?", "A new one."),
                sentences("a.txt", "Kratom is a tree, e.g. in\nThailand. Dr. No said 2.5 g is not much! Is it legal in the U.S. today?\n\nA new one."));
    }

    @Test
    void markdownLosesItsMarksAndKeepsItsWords() throws ArticleException {
        String text = """
                # Kratom: *safe* or not?

                Some say **it is safe**[1]; see [the study](http://example.org/x). ![A leaf](leaf.png)

                - Not `addictive`
                - A snake_case word stays

                > Quoted words.

                ```
                code("Kratom cures all.")
                ```
                | one | two |
                |-----|-----|
                | red vein | calm |
                """;
        assertEquals(List.of("Kratom: safe or not?", "Some say it is safe; see the study.", "Not addictive", "A snake_case word stays", "Quoted words.",
                "one", "two", "red vein", "calm"), sentences("a.md", text));
        assertTrue(ArticleReader.read("a.md", text.getBytes(StandardCharsets.UTF_8)).sentences().getFirst().heading());
    }

    @Test
    void ofAPageOnlyWhatAReaderSeesIsRead() throws ArticleException {
        String page = """
                <!doctype html><html><head><title>T</title><script>alert("Kratom kills.")</script><style>p{}</style></head>
                <body><nav>Shop now.</nav><h1>About kratom</h1><p>It is <b>not</b> a &quot;safe&quot; herb.<br>Second line.</p>
                <p hidden>Hidden words.</p><img src="http://example.org/x.png" onerror="alert(1)"><ul><li>One item<li>Two items</ul>
                <iframe src="http://example.org"></iframe><p style="x">Last &amp; least.</body></html>
                """;
        assertEquals(List.of("About kratom", "It is not a \"safe\" herb.", "Second line.", "One item", "Two items", "Last & least."),
                sentences("page", page));
    }

    @Test
    void encodingsThatAreNamedAreReadAndOthersAreRefused() throws ArticleException {
        String page = "<html><head><meta charset=\"windows-1252\"></head><body><p>Caf\u00e9 kratom \u2013 mild.</p></body></html>";
        byte[] bytes = page.getBytes(Charset.forName("windows-1252"));
        assertEquals("Caf\u00e9 kratom \u2013 mild.", ArticleReader.read("a.html", bytes).sentences().getFirst().text());
        assertEquals("Caf\u00e9 kratom.", ArticleReader.read("a.txt", "Caf\u00e9 kratom.".getBytes(StandardCharsets.UTF_16)).sentences().getFirst().text());
        ArticleException problem = assertThrows(ArticleException.class,
                () -> ArticleReader.read("a.txt", "Caf\u00e9 kratom.".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(problem.getMessage().startsWith("a.txt: found bytes that are not UTF-8"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004 zip", "%PDF-1.7", "{\\rtf1", "zero \0 byte"})
    void whatIsNoTextIsRefusedByItsKind(String text) {
        ArticleException problem = assertThrows(ArticleException.class, () -> sentences("a.txt", text));
        assertTrue(problem.getMessage().contains("accepted is an article"), problem.getMessage());
    }

    @Test
    void bigAndHostileFilesAreReadInSecondsOrRefused() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThrows(ArticleException.class, () -> ArticleReader.read("a.txt", new byte[ArticleReader.LARGEST_BYTES + 1]));
            int size = ArticleReader.LARGEST_BYTES - 100;
            sentences("a.html", "<div>".repeat(size / 5));
            assertThrows(ArticleException.class, () -> sentences("a.html", "<p>Word. ".repeat(size / 9)));
            sentences("a.html", "<".repeat(size));
            sentences("a.md", "[".repeat(size));
            sentences("a.md", "![x](".repeat(size / 5));
            sentences("a.md", "*_".repeat(size / 2));
            sentences("a.txt", "a.".repeat(size / 2));
            sentences("a.txt", " ".repeat(size));
            assertEquals(1, sentences("a.txt", "a".repeat(size)).size());
        });
    }

    /** Seeded mutants of an article in each form: only an {@link ArticleException} may come out. */
    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.md", "a.txt"})
    void mutilatedArticlesAreReadOrRefused(String file) {
        byte[] article = "<html><meta charset=utf-8><body><h1>Kratom &amp; you</h1><p>It <i>may</i> help. [Link](x) **bold** \u00e9</p></body>"
                .getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 5_000; i++) {
            byte[] mutant = article.clone();
            for (int j = random.nextInt(1, 8); j > 0; j--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            try {
                ArticleReader.read(file, mutant);
            } catch (ArticleException refused) {
                assertTrue(refused.getMessage().startsWith(file + ": found "), refused.getMessage());
            }
        }
    }
}
