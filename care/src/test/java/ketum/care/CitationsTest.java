package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ketum.kratom.data.DataCheck;
import ketum.kratom.data.Sources;
import org.junit.jupiter.api.Test;

class CitationsTest {

    /** Oracle: every text literal of the module's code that is the key of a source. */
    @Test
    void everyKeyThatCodeCitesIsListedAndResolves() throws IOException {
        Set<String> cited = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher literal = Pattern.compile("\"([a-z][a-z0-9.-]*[0-9][a-z0-9.-]*)\"").matcher(Files.readString(file));
                while (literal.find()) {
                    Sources.standard().find(literal.group(1)).ifPresent(source -> cited.add(source.key()));
                }
            }
        }
        assertTrue(cited.size() > 3, cited.toString());
        assertTrue(Citations.keys().containsAll(cited), () -> "not listed: " + cited.stream().filter(key -> !Citations.keys().contains(key)).toList());
        for (String key : Citations.keys()) {
            assertTrue(Sources.standard().find(key).isPresent(), key);
        }
    }

    @Test
    void nothingInTheDataIsLeftUncitedOrBroken() {
        assertEquals(List.of(), DataCheck.run(Citations.keys(), LocalDate.now()).problems());
    }

    @Test
    void aCaseHasTheLawOfItsPlaceAsSmallPrint() {
        Assessment.Notice notice = LawStep.notice(Cases.daily(30).get()).orElseThrow();
        assertTrue(notice.clinician().contains("no legal advice"), notice.toString());
        assertTrue(!notice.first() && notice.person().contains("plain leaf"), notice.toString());
    }
}
