package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private static final String HEADER = "key,kind,doi,pmid,pmcid,url,authors,year,title,verified\n";

    @Test
    void everySourceCanBeCitedAndReached() {
        for (Source source : Tables.standard().sources().all()) {
            assertFalse(source.citation().isBlank(), source.key());
            assertTrue(source.kind() == Source.Kind.OWN || source.address().startsWith("http"), source.key());
            assertFalse(source.verified() && source.kind() == Source.Kind.ARTICLE && source.authors().isEmpty(),
                    source.key() + " is called verified without authors");
        }
    }

    /** Two keys for one paper would make one source look like two in a report. */
    @Test
    void noPaperIsListedTwice() {
        Map<String, String> seen = new HashMap<>();
        for (Source source : Tables.standard().sources().all()) {
            for (String id : List.of(source.doi().toLowerCase(Locale.ROOT), source.pmid(), source.pmcid())) {
                String before = id.isEmpty() ? null : seen.put(id, source.key());
                assertNull(before, () -> id + " stands under " + before + " and " + source.key());
            }
        }
    }

    @Test
    void aSourceNobodyCheckedSaysSo() {
        Sources sources = Sources.parse("s.csv", HEADER + "a,article,10.1000/1,,,,,2020,About leaves,no\nb,article,10.1000/2,,,,Doe J,2021,On roots,yes\n");
        assertEquals("(2020) About leaves. [bibliographic details not confirmed]", sources.get("a").citation());
        assertEquals("Doe J (2021) On roots.", sources.get("b").citation());
        assertEquals("https://doi.org/10.1000/2", sources.get("b").address());
        assertTrue(sources.find("c").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> sources.get("c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A b,article,10.1000/1,,,,,2020,T,no   | key      | lower-case
            a,book,10.1000/1,,,,,2020,T,no        | kind     | article
            a,article,doi:10.1000/1,,,,,2020,T,no | doi      | a DOI
            a,article,,x1,,,,2020,T,no            | pmid     | digits
            a,article,,,123456,,,2020,T,no        | pmcid    | PMC
            a,article,,,,example.org,,2020,T,no   | url      | http
            a,article,10.1000/1,,,,,20,T,no       | year     | a year
            a,article,10.1000/1,,,,,2020,,no      | title    | a value
            a,article,10.1000/1,,,,,2020,T,maybe  | verified | yes or no
            a,article,,,,,,2020,T,no              | doi      | at least one of
            """)
    void aBadSourceIsReportedWithItsPlace(String row, String column, String accepted) {
        DataException error = assertThrows(DataException.class, () -> Sources.parse("s.csv", HEADER + row + "\n"));
        assertEquals(2, error.line());
        assertEquals("column " + column, error.field());
        assertTrue(error.getMessage().contains(accepted), error.getMessage());
    }

    @Test
    void aKeyGivenTwiceIsReported() {
        String row = "a,article,10.1000/1,,,,,2020,T,no\n";
        assertEquals(3, assertThrows(DataException.class, () -> Sources.parse("s.csv", HEADER + row + row)).line());
    }
}
