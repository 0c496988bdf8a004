package ketum.care.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ketum.kratom.data.ClaimWeights;
import org.junit.jupiter.api.Test;

/** The weights that are shipped are those that {@code ketum calibrate claims} writes; a claim and the stances are fitted anew here, not all. */
class ClaimCalibrationTest {

    private static final Path FOLDER = Path.of("..", "docs", "validation", "claims");

    private static String shipped(String file) throws IOException {
        try (InputStream in = ClaimWeights.class.getResourceAsStream("/ketum/kratom/claims/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The weights of one class by sign. */
    private static Map<String, String> of(String name, String text) {
        List<String> lines = text.lines().toList();
        String number = List.of(lines.get(1).split(",")[1].split(" ")).indexOf(name) + ":";
        Map<String, String> weights = new TreeMap<>();
        lines.stream().skip(2).forEach(line -> {
            for (String weight : line.substring(line.lastIndexOf(',') + 1).split(" ")) {
                if (weight.startsWith(number)) {
                    weights.put(line.substring(0, line.lastIndexOf(',')), weight.substring(number.length()));
                }
            }
        });
        return weights;
    }

    @Test
    void fittingAnewGivesTheWeightsThatAreShipped() throws IOException {
        List<ClaimCalibration.Example> examples = new ArrayList<>();
        for (String file : ClaimCalibration.FILES.keySet()) {
            examples.addAll(ClaimCalibration.read(FOLDER, file));
        }
        assertEquals(shipped(ClaimCalibration.STANCES), ClaimCalibration.stances(examples), "run ketum calibrate claims");
        Map<String, String> fitted = of("withdrawal-lingers", ClaimCalibration.claims(examples, List.of("withdrawal-lingers")));
        assertFalse(fitted.isEmpty());
        assertEquals(of("withdrawal-lingers", shipped(ClaimCalibration.CLAIMS)), fitted, "run ketum calibrate claims");
    }

    @Test
    void theFilesFittedOnAreTheOnesOnFile() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String file : ClaimCalibration.FILES.keySet()) {
            found.put(file, ClaimCalibration.sha256(FOLDER.resolve(file)));
        }
        assertEquals(new TreeMap<>(ClaimWeights.fittedOn()), found, "run ketum calibrate claims");
    }
}
