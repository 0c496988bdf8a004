package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimWeightsTest {

    private static final String GOOD = "sign,weights\nclasses,a b\nconstant,0:-100 1:-250\nw:leaf,1:40\n";

    @Test
    void weightsAreHundredthsAddedToTheScoresOfTheirClasses() {
        ClaimWeights weights = ClaimWeights.parse("x.csv", GOOD, List.of("a", "b", "c"));
        double[] scores = weights.constants();
        weights.add("w:leaf", 0.5, scores);
        weights.add("w:unknown", 1, scores);
        assertEquals(List.of("a", "b"), weights.classes());
        assertArrayEquals(new double[] {-1, -2.3}, scores, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w:tea,2:40", "w:tea,1", "w:tea,a:40", "w:tea,1:4 0:4", "w:tea,1:4 1:4", "w:leaf,1:40", "w:tea,", "w:tea,-1:40"})
    void aRowThatIsNotOfTheFormIsNamedWithItsLine(String row) {
        DataException problem = assertThrows(DataException.class, () -> ClaimWeights.parse("x.csv", GOOD + row + "\n", List.of("a", "b")));
        assertEquals(5, problem.line());
    }

    @Test
    void classesMustBeKnownAndTheConstantThere() {
        assertThrows(DataException.class, () -> ClaimWeights.parse("x.csv", GOOD, List.of("a")));
        assertThrows(DataException.class, () -> ClaimWeights.parse("x.csv", "sign,weights\nclasses,a\nw:leaf,0:40\n", List.of("a")));
    }

    @Test
    void theWeightsOfThisVersionKnowEveryClaimAndStance() {
        assertEquals(Claims.standard().all().stream().map(Claim::id).toList(), ClaimWeights.claims().classes());
        assertEquals(ClaimWeights.STANCES, ClaimWeights.stances().classes());
        assertTrue(ClaimWeights.fittedOn().containsKey("examples.csv"));
    }
}
