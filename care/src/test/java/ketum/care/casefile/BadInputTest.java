package ketum.care.casefile;

import static ketum.care.casefile.Reading.DAILY;
import static ketum.care.casefile.Reading.daily;
import static ketum.care.casefile.Reading.onlyProblem;
import static ketum.care.casefile.Reading.problems;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: for each kind of mistake the line, field, finding and acceptable values that a person would have to be told, by hand. */
class BadInputTest {

    /** The smallest file with one mistake, and what must be said about it: line, field, parts of found, accepted and advice. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(daily("amount: 4 g", "amout: 4 g"), 3, "use.amout", "\"amout\"", "amount, per_day, times, since, changes", "Did you mean amount?"),
                mistake(daily("since", "started"), 3, "use.started", "\"started\"", "since", "Did you mean since?"),
                mistake(DAILY + "colour: green\n", 6, "colour", "\"colour\"", "person, history, medicines", "choose one of these"),
                mistake(DAILY + "amount: 4 g\n", 6, "amount", "\"amount\"", "person, history, medicines", "It belongs inside use"),
                mistake(DAILY + "place: US-CA\n", 6, "place", "a second time", "each field may stand once", "line 4"),
                mistake(daily("sex: male", "sex: male, age: 36"), 1, "person.age", "a second time", "each field may stand once", "line 1"),

                mistake(daily("4 g", "4 ml"), 3, "use.amount", "\"4 ml\"", "leaf powder is measured in g or teaspoons", "amount: 4 g"),
                mistake(daily("4 g", "4"), 3, "use.amount", "\"4\"", "leaf powder is measured in g or teaspoons", "amount: 4 g"),
                mistake(daily("4 g", "4000 mg"), 3, "use.amount", "\"4000 mg\"", "leaf powder is measured in g or teaspoons", "1000 mg are 1 g"),
                mistake(daily("leaf powder", "capsules").replace("4 g", "4 teaspoons"), 3, "use.amount", "\"4 teaspoons\"", "capsules are counted in capsules or measured in g", "6 capsules"),
                mistake(daily("leaf powder", "7-OH tablet"), 3, "use.amount", "\"4 g\"", "7-OH tablets are counted in tablets", "1 tablet"),
                mistake(daily("leaf powder", "tea").replace("4 g", "250 ml"), 3, "use.amount", "\"250 ml\"", "the leaf and the water of one batch", "tea: {leaf: 10 g, water: 500 ml}"),
                mistake(daily("leaf powder", "shot").replace("4 g", "2 cups"), 3, "use.amount", "\"2 cups\"", "a shot is counted in bottles or measured in ml", "A cup holds about 240 ml"),
                mistake(daily("80 kg", "80"), 1, "person.weight", "\"80\" without a unit", "20 to 400 kg, in kg or lb", "176 lb"),

                mistake(daily("4 g", "-4 g"), 3, "use.amount", "\"-4 g\"", "more than 0 and at most 100 g", "amount: 4 g"),
                mistake(daily("4 g", "0 g"), 3, "use.amount", "\"0 g\"", "more than 0 and at most 100 g", "amount: 4 g"),
                mistake(daily("4 g", "400 g"), 3, "use.amount", "\"400 g\"", "more than 0 and at most 100 g", "Check the number"),
                mistake(daily("4 g, per_day: 4", "90 g, per_day: 3"), 3, "use.amount", "\"90 g\" 3 times a day", "a day's total is at most 250 g", "amount is for one dose"),
                mistake(daily("per_day: 4", "per_day: 25"), 3, "use.per_day", "\"25\"", "from 1 to 24", "per_day: 4"),
                mistake(daily("per_day: 4", "per_day: 0.5"), 3, "use.per_day", "\"0.5\"", "a whole number of doses a day", "per_day: 4"),
                mistake(daily("4 g", "four g"), 3, "use.amount", "\"four g\"", "an amount per dose", "amount: 4 g"),
                mistake(daily("4 g", "'4,5 g'"), 3, "use.amount", "\"4,5 g\"", "an amount per dose", "\"4.5 g\""),
                mistake(daily("4 g", "1e3 g"), 3, "use.amount", "\"1e3 g\"", "leaf powder is measured in g or teaspoons", "amount: 4 g"),
                mistake(daily("4 g", ".inf g"), 3, "use.amount", "\".inf g\"", "an amount per dose", "amount: 4 g"),
                mistake(daily("35", "121"), 1, "person.age", "\"121\"", "from 0 to 120", "age: 35"),
                mistake(daily("80 kg", "900 lb"), 1, "person.weight", "\"900 lb\"", "20 to 400 kg", "80 kg"),

                mistake(daily("date: 2026-11-22", "date: 2026-11-23"), 5, "date", "\"2026-11-23\", which lies in the future", "up to 2026-11-22", "Check the year"),
                mistake(daily("2025-05-01", "2027-05-01"), 3, "use.since", "\"2027-05-01\", which lies in the future", "up to 2026-11-22", "Check the year"),
                mistake(DAILY + "last_dose: 2026-11-23 08:00\n", 6, "last_dose", "after the date of the report", "up to the end of 2026-11-22", "Check this field and date"),
                mistake(DAILY + "last_dose: 2025-04-30 08:00\n", 6, "last_dose", "before the first dose", "after since, which is 2025-05-01", "Check last_dose and use.since"),
                mistake(DAILY + "last_dose: 2026-11-22\n", 6, "last_dose", "\"2026-11-22\"", "the time of day is needed", "last_dose: 2026-11-22 08:00"),
                mistake(daily("2025-05-01", "2025-02-30"), 3, "use.since", "\"2025-02-30\"", "year-month-day", "There is no such day"),
                mistake(daily("2025-05-01", "1985-05-01"), 3, "use.since", "before this person was born", "at the age of 35", "person.age"),

                mistake(daily("person: {age: 35, sex: male, weight: 80 kg}\n", ""), 1, "person", "nothing", "this required field takes a group: age, sex, weight", "person: {age: 35"),
                mistake(daily("place: US-OR\n", ""), 1, "place", "nothing", "this required field takes a country or state code", "place: US-OR"),
                mistake(daily(", weight: 80 kg", ""), 1, "person.weight", "nothing", "this required field takes a body weight", "weight: 80 kg"),
                mistake(daily("per_day: 4, ", ""), 3, "use.per_day", "nothing", "this required field takes a whole number of doses a day", "per_day: 4"),
                mistake(daily("type: leaf powder", "name: green"), 2, "product.type", "nothing", "this required field takes leaf powder, capsules, tea", "type: leaf powder"),
                mistake(DAILY + "goal:\n", 6, "goal", "nothing", "up to 300 characters", "goal: cut down"),

                mistake(daily("leaf powder", "leaf"), 2, "product.type", "\"leaf\"", "leaf powder, capsules, tea, extract, shot, 7-OH tablet", "Did you mean leaf powder?"),
                mistake(daily("US-OR", "us-oo"), 4, "place", "\"us-oo\"", "a country or state code", "US-OH"),
                mistake(daily("sex: male", "sex: malle"), 1, "person.sex", "\"malle\"", "female, male or unstated", "Did you mean male?"),
                mistake(DAILY + "medicines: [sertralin]\n", 6, "medicines[1]", "unknown medicine \"sertralin\"", "{other: name}", "Did you mean sertraline? If not, write {other: sertralin} to go on"),
                mistake(DAILY + "medicines: [diazepam, Valium]\n", 6, "medicines[2]", "\"Valium\", which is diazepam again", "each medicine may stand once", "line 6"),
                mistake(DAILY + "score_now: {scale: COWS, value: 49}\n", 6, "score_now.value", "\"49\"", "COWS runs from 0 to 48", "SOWS"),
                mistake(DAILY + "earlier_stops: [{taper: yes}]\n", 6, "earlier_stops[1].failed", "nothing", "yes or no", "failed: yes"),
                mistake(DAILY + "history: {alcohol: {use: none, dependent: yes}}\n", 6, "history.alcohol.dependent", "dependent: yes beside use: none", "sometimes or daily", "Correct one"),
                mistake(DAILY + "goal: " + "x".repeat(301) + "\n", 6, "goal", "a text of 301 characters", "up to 300 characters", "Shorten"),

                mistake(daily("per_day: 4", "times: [07:00, 25:00]"), 3, "use.times[2]", "\"25:00\"", "00:00 to 23:59", "19:00"),
                mistake(daily("per_day: 4", "times: [07:00, 7:00]"), 3, "use.times[2]", "\"7:00\" a second time", "each time of day may stand once", "one amount"),
                mistake(daily("per_day: 4", "per_day: 1, times: [07:00]"), 3, "use.per_day", "per_day beside times", "one of them", "Keep times"),
                mistake(daily("2025-05-01", "2025-05-01, changes: [{from: 2025-05-01, amount: 2 g, per_day: 1}, {from: 2025-04-01, amount: 4 g, per_day: 4}]"), 3,
                        "use.changes[2].from", "\"2025-04-01\"", "after 2025-05-01", "Sort the steps"),
                mistake(daily("2025-05-01", "2025-05-01, changes: [{from: 2025-06-01, amount: 4 g, per_day: 4}]"), 3, "use.changes[1]",
                        "a first step from 2025-06-01", "begins at since, which is 2025-05-01", "correct since"),
                mistake(daily("2025-05-01", "2025-05-01, changes: [{from: 2025-05-01, amount: 2 g, per_day: 4}]"), 3, "use.changes[1]",
                        "a last step of 2 g, 4 times a day", "the present use, 4 g, 4 times a day", "Add the present use"),

                mistake(daily("leaf powder", "leaf powder, label: {mitragynine: 30 mg/capsule}"), 2, "product.label.mitragynine", "\"30 mg/capsule\"", "a strength in mg/g or %", "check its type"),
                mistake(daily("leaf powder", "leaf powder, label: {mitragynin: 1.5 %}"), 2, "product.label.mitragynin", "unknown alkaloid \"mitragynin\"", "7-hydroxymitragynine", "Did you mean mitragynine?"),
                mistake(daily("leaf powder", "leaf powder, label: {mitragynine: 30 mg}"), 2, "product.label.mitragynine", "\"30 mg\"", "mg/g or %", "Say per what"),
                mistake(daily("leaf powder", "leaf powder, label: {mitragynine: 120 %}"), 2, "product.label.mitragynine", "\"120 %\"", "0 to 1000 mg in 1 g", "Check the number"),
                mistake(daily("leaf powder", "leaf powder, label: {mitragynine: 15 mg/ml}"), 2, "product.label", "a strength per ml", "an amount in g needs the strength per g", "Change the strength"),
                mistake(daily("leaf powder", "leaf powder, certificate: ../other/c.yaml"), 2, "product.certificate", "\"../other/c.yaml\"", "in the folder of this file or below", "Copy the certificate"),
                mistake(daily("leaf powder", "leaf powder, certificate: c.yaml"), 2, "product.certificate", "\"c.yaml\", a file that cannot be read", "laboratory certificate", "Check the name"),
                mistake(daily("leaf powder", "leaf powder, capsule: 0.5 g"), 2, "product.capsule", "a capsule for \"leaf powder\"", "only capsules and extract", "Remove it"),
                mistake(daily("leaf powder", "extract").replace("4 g", "4 ml"), 3, "use.amount", "of unknown strength", "needs a label or a certificate", "45 mg/ml"),

                mistake(DAILY + "goal: !!str stop\n", 6, "goal", "the tag \"!!str\"", "tags (!) are not used here", "Remove it"),
                mistake(DAILY + "goal: !java.net.URL [x]\n", 6, "goal", "the tag \"!java.net.URL\"", "tags (!) are not used here", "Remove it"),
                mistake(DAILY + "goal: &a stop\n", 6, "goal", "the anchor \"&a\"", "anchors (&) are not used here", "Remove it"),
                mistake(DAILY + "goal: *a\n", 6, "goal", "the reference \"*a\"", "references (*) are not used here", "Write the value out"),
                mistake(DAILY + "<<: {goal: stop}\n", 6, "\"<<\"", "the unknown field \"<<\"", "person, history", "Remove it"),
                mistake(DAILY + "---\n" + DAILY, 6, "", "a second document", "a file holds one person", "file of its own"),
                mistake("%TAG ! tag:example.org,2000:\n---\n" + DAILY, 1, "", "directive \"%TAG", "directives (%) are not used here", "Remove this line"),
                mistake(daily("person: {", "person:\n\t{"), 2, "", "a tab character", "use spaces, not tabs", "Replace each tab"),
                mistake(DAILY + "goal:\tstop\n", 6, "", "a tab character", "use spaces, not tabs", "Replace each tab"),
                mistake(DAILY + "goal: " + "[".repeat(5000) + "]".repeat(5000) + "\n", 6, "", "more than 12 levels", "no field needs that", "examples"),
                mistake(DAILY + "goal: \u0007\n", 6, "", "U+0007", "visible text only", "Delete it"),
                mistake(DAILY + "goal: a\u202Eb\n", 6, "", "U+202E", "visible text only", "Delete it"),
                mistake(DAILY + "goal: \"stop\n", 6, "", "a quote that is not closed", "must be closed", "Add the missing quote"),
                mistake(daily("weight: 80 kg}", "weight: 80 kg"), 1, "", "group that is not finished", "separated by commas", "Add the missing comma or }"),
                mistake(DAILY + "goal stop\n", 6, "", "a line without \":\"", "\"field: value\"", "Add the missing"),
                mistake(DAILY + "  goal: stop\n", 6, "", "a \":\" where none can stand", "\"field: value\"", "moved in"),
                mistake("- a\n- b\n", 1, "", "a list", "fields such as person and product", "daily-leaf.yaml"),
                mistake("hello", 1, "", "text that is not a field", "fields such as person and product", "daily-leaf.yaml"),
                mistake("", 0, "", "an empty file", "person, product, use and place are needed", "daily-leaf.yaml"),
                mistake("# nothing here\n", 0, "", "an empty file", "person, product, use and place are needed", "daily-leaf.yaml"));
    }

    private static Arguments mistake(String text, int line, String field, String found, String accepted, String advice) {
        return Arguments.of(text, line, field, found, accepted, advice);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsReportedOnceWithLineFieldFindingAndWhatIsAccepted(String text, int line, String field, String found, String accepted, String advice) {
        Problem problem = onlyProblem(text);
        assertAll(problem.message(),
                () -> assertEquals("daily.yaml", problem.file()),
                () -> assertEquals(line, problem.line()),
                () -> assertEquals(field, problem.field()),
                () -> assertTrue(problem.found().contains(found), problem.found()),
                () -> assertTrue(problem.accepted().contains(accepted), problem.accepted()),
                () -> assertTrue(problem.advice().contains(advice), problem.advice()));
    }

    @Test
    void theMessageReadsAsOneSentenceToThePersonWhoTypedTheFile() {
        assertEquals("daily.yaml:3: use.amount: found \"4 ml\"; leaf powder is measured in g or teaspoons. Write for example: amount: 4 g",
                onlyProblem(daily("4 g", "4 ml")).message());
    }

    @Test
    void theColumnIsThatOfTheValue() {
        assertEquals(DAILY.lines().toList().get(2).indexOf("4 g") + 1, onlyProblem(daily("4 g", "4 ml")).column());
    }

    @Test
    void allMistakesOfAFileAreReportedTogetherByLine() {
        List<Problem> problems = problems(DAILY.replace("35", "thirty").replace("leaf powder", "gummies").replace("2025-05-01", "last year").replace("US-OR", "nowhere"));
        assertEquals(List.of("person.age", "product.type", "use.since", "place"), problems.stream().map(Problem::field).toList());
        assertEquals(List.of(1, 2, 3, 4), problems.stream().map(Problem::line).toList());
    }

    @Test
    void anAliasBombIsRefusedWithoutBeingUnfolded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(8)).append("*a").append(i - 1).append("]\n");
        }
        List<Problem> problems = assertTimeout(Duration.ofSeconds(5), () -> problems(bomb.toString()));
        assertTrue(problems.stream().anyMatch(p -> p.accepted().contains("references (*) are not used here") && p.line() == 2));
        assertTrue(problems.size() <= Problems.MOST + 1);
    }

    @Test
    void theListOfProblemsEndsWithAHintWhenItIsCutOff() {
        List<Problem> problems = problems(DAILY + "medicines: [" + "[], ".repeat(59) + "[]]\n");
        assertEquals(Problems.MOST + 1, problems.size());
        assertTrue(problems.getLast().found().contains("more than 50 problems"));
    }

    @Test
    void bytesThatAreNotUtf8AreReportedWithLineAndOffset() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(DAILY.getBytes(StandardCharsets.UTF_8));
        bytes.write("goal: caf".getBytes(StandardCharsets.UTF_8));
        int offset = bytes.size();
        bytes.write(0xE9);
        bytes.write('\n');
        Problem problem = onlyProblem(bytes.toByteArray());
        assertEquals(6, problem.line());
        assertEquals(10, problem.column());
        assertEquals("byte 0xE9 at byte " + (offset + 1) + " of the file, which is not UTF-8", problem.found());
        assertTrue(problem.advice().contains("UTF-8"));
    }

    @Test
    void aFileInUtf16IsNamedAsSuch() {
        byte[] text = ("\uFEFF" + DAILY).getBytes(StandardCharsets.UTF_16LE);
        assertEquals("a file in UTF-16", onlyProblem(text).found());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreAccepted() throws CaseFileException {
        assertEquals(Reading.read(DAILY), Reading.read("\uFEFF" + DAILY.replace("\n", "\r\n")));
        assertEquals(3, onlyProblem("\uFEFF" + DAILY.replace("\n", "\r\n").replace("4 g", "4 ml")).line());
        assertEquals(3, onlyProblem(DAILY.replace("\n", "\r").replace("4 g", "4 ml")).line());
    }

    @Test
    void aFileOfTenMegabytesIsRefusedWithoutBeingReadWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.yaml");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(10_000_000);
        }
        assertEquals(CaseFile.LARGEST_BYTES + 1, CaseFile.bytes(file).length);
        Problem problem = assertThrows(CaseFileException.class, () -> CaseFile.read(file, Reading.CONTEXT)).problems().getFirst();
        assertEquals(file.toString(), problem.file());
        assertEquals("more than 256 KiB", problem.found());
    }

    @Test
    void aMissingFileAndAFolderAreReportedByName(@TempDir Path folder) {
        Path missing = folder.resolve("missing.yaml");
        CaseFileException none = assertThrows(CaseFileException.class, () -> CaseFile.read(missing, Reading.CONTEXT));
        assertEquals(missing + ": found no such file; the name of a file is needed. Check the name and the folder.", none.getMessage());
        CaseFileException dir = assertThrows(CaseFileException.class, () -> CaseFile.read(folder, Reading.CONTEXT));
        assertEquals("a folder", dir.problems().getFirst().found());
    }

    @Test
    void foundTextCannotMoveTheTerminalsCursor() {
        assertEquals("the unknown field \"U+001B[2Jx\"", onlyProblem(DAILY + "\"\\e[2Jx\": stop\n").found());
        assertEquals("the invisible character U+001B", onlyProblem(DAILY + "goal: \"\\e[2Jx\"\n").found());
    }
}
