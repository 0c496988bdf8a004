package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SourcesCommandTest {

    private final CapturedTerminal captured = new CapturedTerminal();

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(captured.out());
    }

    @Test
    void aSourceIsShownWithWhatRestsOnIt() {
        assertEquals(0, ketum("sources", "jarka2023"));
        assertTrue(captured.out().contains("PMC10337879"), captured.out());
        assertTrue(captured.out().contains("interaction rules:"), captured.out());
        assertTrue(captured.out().contains("antagonist_treatment"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void withoutAKeyAllAreListed() {
        assertEquals(0, ketum("sources"));
        for (Source source : Sources.standard().all()) {
            assertEquals(1, captured.out().lines().filter(line -> line.startsWith((source.confirmed() ? "  " : "? ") + source.key() + " ")).count(), source.key());
        }
    }

    @Test
    void wordsFind() {
        assertEquals(0, ketum("sources", "--find", "tanna", "2022", "--json"));
        assertEquals("tanna2022", json().at("/sources/0/key").asString());
        assertEquals(1, json().at("/sources").size());
    }

    @Test
    void whatAwaitsConfirmationIsListedWithWhatWouldConfirmIt() {
        assertEquals(0, ketum("sources", "--unconfirmed"));
        assertTrue(captured.out().contains("To confirm: the standard's own text, with the number."), captured.out());
        assertEquals(0, ketum("sources", "--unconfirmed", "--all"));
        assertTrue(captured.out().contains("ich-q3d/cobalt daily: 50 ug/d [recalled, NOT CONFIRMED, grade D]"), captured.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sources tana2022|did you mean tanna2022",
        "sources tanna|did you mean tanna202",
        "sources xyzzyxyzzy|Words of authors or title: ketum sources --find",
        "sources tanna2022 --unconfirmed|ask one",
        "sources --find|--find",
    })
    void whatCannotBeAnsweredIsSaidWithStatusTwo(String line, String message) {
        assertEquals(2, ketum(line.split(" ")));
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals("", captured.out());
    }

    @Test
    void completionOffersEveryKey() {
        assertEquals(0, ketum("completion"));
        for (Source source : Sources.standard().all()) {
            assertTrue(captured.out().contains("\"" + source.key() + "\""), source.key());
        }
    }
}
