package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing broken in a copy of the real files: exactly that is named, with file and line. */
class DataCheckTest {

    private static final LocalDate TODAY = LocalDate.now();
    /** Every key counts as cited, so that what code cites does not matter here. */
    private static final Map<String, String> ALL_KEYS = Map.of("all.txt", Sources.standard().all().stream().map(Source::key).collect(Collectors.joining("\n")));

    private static List<DataCheck.Problem> broken(String file, String piece, String other) {
        Map<String, String> files = new LinkedHashMap<>(DataCheck.standard());
        String text = files.getOrDefault(file, "");
        assertTrue(text.contains(piece), file + " has no " + piece);
        files.put(file, piece.isEmpty() ? other : text.replaceFirst(java.util.regex.Pattern.quote(piece), java.util.regex.Matcher.quoteReplacement(other)));
        return DataCheck.run(files, ALL_KEYS, TODAY).problems();
    }

    @Test
    void theFilesOfThisVersionHaveNoProblem() {
        DataCheck.Result result = DataCheck.run(ALL_KEYS, TODAY);
        assertEquals(List.of(), result.problems());
        assertTrue(result.files() > 150, "only " + result.files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "laws/US-OH.yaml|standing: regulated|standing: legal|8|standing: found \"legal\"",
            "laws/US-OH.yaml|as_of: 2026-08-07|as_of: 2099-01-01|6|as_of: found \"2099-01-01\"",
            "laws/US-OH.yaml|source: law-oh-signal|source: nobody|20|source: found \"nobody\"",
            "laws/DE.yaml|standing: conflicting|standing: lawful|5|standing",
            "tables/limits.csv|,caroti2024,|,nobody,|0|column source",
            "tables/limits.schema.yaml|unit: CFU/g|unit: spoons|0|unit",
            "tables/analytes.csv|lead,metal|lead,mettal|0|column panel",
            "tables/places.csv|AE,United|AA,United|0|column code",
            "tables/label-elements.csv|id,says|id,sais|1|header",
            "tables/warning-signs.csv|seizure,emergency|seizure,soon|0|column level",
            "treatments/methadone.yaml|grade: B|grade: Z|4|grade",
            "instruments/phq-9.yaml|words: printed|words: own|0|no words",
            "sources/sources.csv|,no\\n|,maybe\\n|0|column verified",
    })
    void whatIsBrokenIsNamedWithFileAndLine(String file, String piece, String other, long line, String message) {
        List<DataCheck.Problem> problems = broken(file, piece.replace("\\n", "\n"), other.replace("\\n", "\n"));
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(file, problems.getFirst().file());
        assertTrue(line == 0 ? problems.getFirst().line() > 0 : problems.getFirst().line() == line, problems.toString());
        assertTrue(problems.getFirst().message().contains(message), problems.toString());
    }

    @Test
    void aFileThatNothingReadsAndATownWithoutItsStateAreNamed() {
        assertTrue(broken("tables/extra.csv", "", "a,b\n").getFirst().message().contains("nothing reads this file"));
        Map<String, String> files = new LinkedHashMap<>(DataCheck.standard());
        files.remove("laws/US-ID.yaml");
        List<DataCheck.Problem> problems = DataCheck.run(files, ALL_KEYS, TODAY).problems();
        assertEquals(List.of("laws/US-ID/blackfoot.yaml", "laws/US-ID/idaho-falls.yaml"), problems.stream().map(DataCheck.Problem::file).toList());
    }

    @Test
    void aSourceThatNothingCitesIsNamedWithItsLine() {
        Map<String, String> files = new LinkedHashMap<>(DataCheck.standard());
        String text = files.get(Sources.FILE);
        files.put(Sources.FILE, text.replaceFirst("\n", "\naaa-nobody-cites,own,,,,,,,a title,yes\n"));
        DataCheck.Problem problem = DataCheck.run(files, ALL_KEYS, TODAY).problems().getFirst();
        assertEquals(2, problem.line());
        assertTrue(problem.message().contains("aaa-nobody-cites"), problem.message());
    }

    @Test
    void whatAnotherModuleCitesMustBeOnTheList() {
        Map<String, String> others = new LinkedHashMap<>(ALL_KEYS);
        others.put("care/sentences.csv", "id,says,sources\na,One.,tanna2022\nb,Two.,tanna2022;nobody2020\n");
        List<DataCheck.Problem> problems = DataCheck.run(DataCheck.standard(), others, TODAY).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertEquals("care/sentences.csv:3", problems.getFirst().file() + ":" + problems.getFirst().line());
        assertTrue(problems.getFirst().message().contains("nobody2020"), problems.toString());
    }
}
