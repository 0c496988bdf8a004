package ketum.kratom.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of the withdrawal checklist: every test it names is there, and its gaps stay few. */
class ChecklistPageTest {

    private static final int LINES = 16;
    private static final int KUD_PREVALENCE = 6;
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "validation", "withdrawal-checklist.md"));
    }

    private static List<String> lines() {
        return page.lines().filter(line -> line.matches("\\| \\d+ \\|.*")).toList();
    }

    @Test
    void everyNamedTestExists() throws IOException {
        String tests = Files.readString(Path.of("src/test/java/ketum/kratom/WithdrawalChecklistTest.java"))
                + Files.readString(Path.of("src/test/java/ketum/kratom/study/StudyChecklistTest.java"));
        Matcher named = Pattern.compile("(?:WithdrawalChecklistTest|StudyChecklistTest)\\.(\\w+)").matcher(page);
        int count = 0;
        while (named.find()) {
            assertTrue(tests.contains("void " + named.group(1) + "("), named.group(1));
            count++;
        }
        assertTrue(count >= LINES - 4, count + " tests are named");
    }

    @Test
    void allSixteenLinesAreThereWithATestOrAReasonedGap() {
        assertEquals(LINES, lines().size());
        lines().forEach(line -> assertTrue(line.contains("ChecklistTest.") || line.contains("**gap "), line));
    }

    @Test
    void atMostFiveGapsAndNoneAmongTheFirstEightButPrevalence() {
        List<String> gaps = lines().stream().filter(line -> line.contains("**gap ")).toList();
        assertTrue(gaps.size() <= 5, gaps.toString());
        for (String gap : gaps) {
            int number = Integer.parseInt(gap.replaceFirst("\\| (\\d+) .*", "$1"));
            assertTrue(number > 8 || number == KUD_PREVALENCE, gap);
        }
    }
}
