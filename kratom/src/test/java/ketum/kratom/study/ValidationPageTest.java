package ketum.kratom.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ketum.kratom.Versions;
import ketum.kratom.data.Studies;
import ketum.kratom.data.Study;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The page in docs against what a run gives now. Only one study is run again: the command that makes the whole page, and by whose result the page
 * can be compared, stands in its first line.
 */
class ValidationPageTest {

    private static final String COMMAND = "ketum study run --all --write docs/validation.md";
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "validation.md"));
    }

    @Test
    void thePageNamesItsCommandAndTheVersionsItWasMadeWith() {
        assertTrue(page.contains("`" + COMMAND + "`"), COMMAND);
        assertTrue(page.contains("Model " + Versions.model() + ", data " + Versions.data() + ", seed " + StudyRunner.SEED), "made with another version: run " + COMMAND);
    }

    @Test
    void aCheapStudyRunAgainGivesItsPartOfThePageToTheLastCharacter() {
        StudyResult result = new StudyRunner(StudyRunner.SEED, 1, 2).run(Studies.standard().get("trakulsrichai-2015"));
        assertTrue(page.contains(ValidationPage.section(result)), "docs/validation.md is out of date: run " + COMMAND);
    }

    @Test
    void everyStudyHasAPartAndEveryReportedNumberARow() {
        for (Study study : Studies.standard().all()) {
            assertTrue(page.contains("\n## " + study.name() + "\n"), study.name());
            String part = page.substring(page.indexOf("\n## " + study.name() + "\n") + 1);
            part = part.indexOf("\n## ") < 0 ? part : part.substring(0, part.indexOf("\n## "));
            for (Study.Observation observation : study.observations()) {
                String subject = ValidationPage.subject(new StudyResult.Row(observation, Optional.empty(), ""));
                assertTrue(part.contains("| " + subject + " | "), study.name() + " lacks " + subject);
            }
        }
    }
}
