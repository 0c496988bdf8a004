package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Articles that no pattern was written with in view, left out in four parts and read with weights fitted without them. */
class ClaimFoldsTest {

    private static final Path FOLDER = Path.of("..", "docs", "validation", "claims");
    private static final List<String> FILES = List.of("sentences-untouched-2.csv", "sentences-development-4.csv");
    /** Added after the signs and the threshold were chosen by these figures. */
    private static final List<String> LATER = List.of("sentences-untouched-3.csv", "sentences-development-5.csv");
    private static final int FOLDS = 4;

    @Test
    @EnabledIfSystemProperty(named = "ketum.claims.print", matches = "folds", disabledReason = "it fits all weights four times, which takes minutes")
    void theFiguresOfThePageForArticlesLeftOutAreWhatFittingWithoutThemGives() throws IOException {
        List<ClaimCalibration.Example> examples = new ArrayList<>();
        for (String file : ClaimCalibration.FILES.keySet()) {
            if (!LATER.contains(file)) {
                examples.addAll(ClaimCalibration.read(FOLDER, file));
            }
        }
        List<String> articles = new ArrayList<>();
        FILES.forEach(file -> articles.addAll(ClaimScore.articles(FOLDER.resolve(file))));
        List<ClaimScore.Part> learned = new ArrayList<>();
        List<ClaimScore.Part> patterns = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int number = fold;
            List<String> held = articles.stream().filter(article -> articles.indexOf(article) % FOLDS == number).toList();
            ClaimFinder finder = ClaimFinder.patternsAlone().with(ClaimCalibration.voice(examples.stream().filter(example -> !held.contains(example.sentence().article())).toList()));
            for (String file : FILES) {
                learned.add(new ClaimScore.Part(finder, FOLDER.resolve(file), held::contains));
                patterns.add(new ClaimScore.Part(ClaimFinder.patternsAlone(), FOLDER.resolve(file), held::contains));
            }
        }
        String page = Files.readString(FOLDER.resolve("score.md"));
        for (List<ClaimScore.Part> parts : List.of(learned, patterns)) {
            String table = ClaimScore.of(parts).table();
            System.out.println(table);
            assertTrue(page.contains(table), table);
        }
    }
}
