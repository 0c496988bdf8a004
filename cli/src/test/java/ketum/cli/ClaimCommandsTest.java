package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClaimCommandsTest {

    private static final Path ARTICLES = Path.of("..", "examples", "articles");
    private final CapturedTerminal captured = new CapturedTerminal();

    @TempDir
    private Path folder;

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void aClaimIsAnsweredWithItsVerdict() {
        assertEquals(0, ketum("claim", "kratom isn't addictive"));
        assertTrue(captured.out().contains("the evidence contradicts it, grade B"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void aClaimAsJsonIsTheWholeOutput() {
        assertEquals(0, ketum("claim", "kratom isn't addictive", "--json"));
        JsonNode sentence = json(captured.out()).at("/sentences/0");
        assertEquals("can-be-addictive denies contradicted", sentence.at("/claim").asString() + " " + sentence.at("/stance").asString() + " " + sentence.at("/verdict").asString());
    }

    @Test
    void theListHoldsEveryClaim() {
        assertEquals(0, ketum("claim", "--list", "--json"));
        assertEquals(81, json(captured.out()).at("/claims").size());
    }

    @Test
    void whatIsNotOnTheListIsSaid() {
        assertEquals(0, ketum("claim", "kratom cures the common liver fluke of frogs"));
        assertTrue(captured.out().contains("not on Ketum's list of claims"), captured.out());
        assertTrue(captured.out().contains("[liver-injury]"), captured.out());
    }

    @Test
    void anArticleIsCheckedToTheScreenAndToAPage() throws IOException {
        Path page = folder.resolve("page.html");
        assertEquals(0, ketum("check-article", ARTICLES.resolve("wellness-guide.md").toString(), "--html", page.toString()));
        assertTrue(captured.out().contains("Where it contradicts itself"), captured.out());
        assertTrue(captured.out().contains("(PROMOTES A SHOP OR SERVICE)"), captured.out());
        assertTrue(Files.readString(page).contains("Sentence by sentence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic-page.md", "news-report.txt", "wellness-guide.md"})
    void anArticleAsJsonIsTheWholeOutput(String name) {
        assertEquals(0, ketum("check-article", ARTICLES.resolve(name).toString(), "--json"));
        JsonNode root = json(captured.out());
        assertTrue(root.at("/sentences").size() > 10, captured.out());
        root.at("/sentences").forEach(sentence -> assertTrue(sentence.at("/claim").isNull() == sentence.at("/verdict").isNull(), sentence.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"claim|what was said", "claim --list x|--list stands alone", "check-article|FILE", "check-article nowhere.md|no such file", "check-article . --json|cannot be read"})
    void whatCannotBeUsedIsSaidWithStatusTwo(String line, String message) {
        assertEquals(2, ketum(line.split(" ")));
        assertFalse(captured.err().isEmpty());
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals("", captured.out());
    }

    @Test
    void whatIsNoArticleIsRefusedAndNothingIsWritten() throws IOException {
        Path zip = Files.write(folder.resolve("a.md"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Path large = Files.write(folder.resolve("b.md"), new byte[6 * 1024 * 1024]);
        Path page = folder.resolve("page.html");
        assertEquals(2, ketum("check-article", zip.toString(), "--html", page.toString()));
        assertEquals(2, ketum("check-article", large.toString(), "--html", page.toString()));
        assertTrue(captured.err().contains("zip archive") && captured.err().contains("more than 5 MiB"), captured.err());
        assertFalse(Files.exists(page));
    }

    @Test
    void aClaimOfTooManyWordsIsRefused() {
        assertEquals(2, ketum("claim", "kratom ".repeat(200)));
        assertTrue(captured.err().contains("1000 characters"), captured.err());
    }

    /** Whatever becomes of an article, the answer is a report or a plain message. */
    @ParameterizedTest
    @ValueSource(strings = {"clinic-page.md", "news-report.txt", "wellness-guide.md"})
    void mutatedArticlesNeverFailInside(String name) throws IOException {
        byte[] original = Files.readAllBytes(ARTICLES.resolve(name));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        String[] parts = {"<script>", "<!--", "\u202e", "not ", "7-OH", "|", "```", "\n\n", "?", "\u0000", "<table><td>", "&#x", "%", "$1\\"};
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder(new String(original, java.nio.charset.StandardCharsets.UTF_8));
            for (int j = random.nextInt(1, 30); j > 0; j--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, parts[random.nextInt(parts.length)]);
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 40)));
                    default -> text.setCharAt(at, (char) random.nextInt(0xffff));
                }
            }
            Path file = Files.write(folder.resolve("m" + i + (i % 2 == 0 ? ".html" : ".md")), text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            int status = ketum("check-article", file.toString(), "--json", "--html", folder.resolve("m.html").toString());
            assertTrue(status == 0 || status == 2, name + " mutation " + i + ": " + captured.err());
        }
        assertTrue(captured.out().length() > 10_000, "no mutation was read");
    }
}
