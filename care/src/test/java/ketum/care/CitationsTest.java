package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ketum.kratom.data.DataCheck;
import ketum.kratom.data.Sources;
import org.junit.jupiter.api.Test;

class CitationsTest {

    /** Oracle: the text of the module's code. */
    @Test
    void everyKeyListedIsCitedInCodeAndResolves() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java") && !each.endsWith("Citations.java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        for (String key : Citations.IN_CODE) {
            assertTrue(code.indexOf('"' + key + '"') >= 0, key + " is cited nowhere in the code");
        }
        for (String key : Citations.keys()) {
            assertTrue(Sources.standard().find(key).isPresent(), key);
        }
    }

    @Test
    void everyTableOfThisModuleIsLookedAt() throws IOException {
        Path root = Path.of("src/main/resources/ketum/care");
        try (Stream<Path> files = Files.walk(root)) {
            assertEquals(Citations.TABLES, files.map(file -> root.relativize(file).toString().replace('\\', '/')).filter(name -> name.endsWith(".csv")).sorted().toList());
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
