package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.kratom.data.DataCheck;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;
import ketum.kratom.data.Statement;
import org.junit.jupiter.api.Test;

class CitationsTest {

    private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9][a-z0-9.-]*)\"");

    /** Oracle: every quoted key in the code of any module, and the class that quotes it. */
    @Test
    void whatCodeCitesIsExactlyWhatTheListSays() throws IOException {
        Set<String> quoted = new TreeSet<>();
        for (String module : List.of("engine", "kratom", "care", "report", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    QUOTED.matcher(Files.readString(file)).results().map(word -> word.group(1)).filter(CitationsTest::cited).forEach(key -> quoted.add(name + " " + key));
                }
            }
        }
        List<Statement> listed = Citations.index().all().stream().filter(each -> each.file().equals("care/cited-in-code.csv")).toList();
        assertEquals(quoted, listed.stream().map(each -> each.id() + " " + each.cited().getFirst().source()).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(quoted.size(), listed.size());
        listed.forEach(each -> assertTrue(each.says().endsWith("."), each.toString()));
    }

    private static boolean cited(String word) {
        return Sources.standard().find(word).filter(source -> source.kind() != Source.Kind.OWN).isPresent();
    }

    /** Oracle: a plain search for the key as a word through this module's files on disk. */
    @Test
    void aPlainSearchFindsNoFileThatTheIndexDoesNotKnow() throws IOException {
        Path root = Path.of("src/main/resources/ketum/care");
        List<String> missed = new ArrayList<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = "care/" + root.relativize(file).toString().replace('\\', '/');
                Set<String> words = Pattern.compile("[^a-z0-9.-]+").splitAsStream(Files.readString(file).toLowerCase(java.util.Locale.ROOT)).map(word -> word.replaceAll("[.-]+$", "")).filter(CitationsTest::cited).collect(Collectors.toCollection(TreeSet::new));
                words.stream().filter(key -> Citations.index().of(key).stream().noneMatch(each -> each.file().equals(name))).forEach(key -> missed.add(name + ": " + key));
                found += words.size();
            }
        }
        assertEquals(List.of(), missed);
        assertTrue(found > 80, "only " + found);
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
        assertEquals(List.of(), DataCheck.run(Citations.files("care/"), LocalDate.now()).problems());
    }

    @Test
    void aCaseHasTheLawOfItsPlaceAsSmallPrint() {
        Assessment.Notice notice = LawStep.notice(Cases.daily(30).get()).orElseThrow();
        assertTrue(notice.clinician().contains("no legal advice"), notice.toString());
        assertTrue(!notice.first() && notice.person().contains("plain leaf"), notice.toString());
    }
}
