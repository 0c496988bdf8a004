package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ketum.report.Report;
import org.junit.jupiter.api.Test;

/** What the README promises: its purpose statement is the reports' own, and its files and commands exist. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    @Test
    void theIntendedPurposeIsWordForWordThatOfTheReports() throws IOException {
        String readme = readme().replaceAll("(?m)^> ", "").replaceAll("\\s+", " ");
        assertTrue(readme.contains(Report.intendedPurpose()), Report.intendedPurpose());
    }

    @Test
    void everyExampleItNamesExists() throws IOException {
        var named = Pattern.compile("examples/[\\w.-]+\\.yaml").matcher(readme()).results().map(MatchResult::group).toList();
        assertTrue(named.contains("examples/daily-leaf.yaml"), named.toString());
        for (String example : named) {
            assertTrue(Files.exists(ROOT.resolve(example)), example);
        }
    }

    @Test
    void everyOptionItShowsIsOneOfTheCommands() throws IOException {
        CapturedTerminal captured = new CapturedTerminal();
        assertEquals(0, KetumCommand.run(captured.terminal(), new FakeAssessor(), "assess", "--help"));
        for (MatchResult option : Pattern.compile("ketum assess .*").matcher(readme()).results().toList()) {
            for (MatchResult name : Pattern.compile("--[a-z]+").matcher(option.group()).results().toList()) {
                assertTrue(captured.out().contains(name.group()), option.group());
            }
        }
    }
}
