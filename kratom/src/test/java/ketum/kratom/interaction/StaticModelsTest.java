package ketum.kratom.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Oracles: the published basic and mechanistic values for 2 g of tea (Tanna 2023, table 5; Tanna 2021), and limits in closed form. */
class StaticModelsTest {

    private static final Map<String, StaticModels.Screen> TWO_GRAMS = StaticModels.ofKratom(39).stream().collect(Collectors.toMap(StaticModels.Screen::test, screen -> screen));

    /** Published: R1,gut 71 for CYP3A and 22 for P-glycoprotein; R is one plus the ratio, and about 400 uM was used for 391. */
    @Test
    void gutValuesAreThePublishedOnes() {
        assertEquals(70, TWO_GRAMS.get("CYP3A gut, dose in 250 mL over Ki").value(), 2);
        assertEquals(21, TWO_GRAMS.get("P-glycoprotein gut, dose in 250 mL over IC50").value(), 1);
    }

    /** Published: systemic R1 1.01 with Ki 0.34 uM, so 0.003 with 1.17 uM: CYP2D6 stays below its cut-off, as the clinical study found. */
    @Test
    void cyp2d6StaysBelowItsCutoff() {
        StaticModels.Screen screen = TWO_GRAMS.get("CYP2D6, unbound peak over Ki");
        assertEquals(0.002, screen.value(), 0.001);
        assertTrue(!screen.positive());
    }

    /** Published static predictions for midazolam run from 5.69 to about 13.5 with default inputs; 1.39 was observed. */
    @Test
    void theMechanisticStaticModelOverpredictsAsPublished() {
        double midazolam = TWO_GRAMS.get("midazolam AUC ratio, mechanistic static model").value();
        assertTrue(midazolam > 5.5 && midazolam < 14, "AUC ratio " + midazolam);
    }

    @Test
    void inactivationAndInductionHaveTheirLimits() {
        assertEquals(1, StaticModels.inactivation(0, 4, 4, 0.02), 1e-12);
        assertEquals((4 + 0.02) / 0.02, StaticModels.inactivation(1e12, 4, 4, 0.02), 1e-3);
        assertEquals(1, StaticModels.induction(0, 10, 1), 1e-12);
        assertEquals(1.0 / 11, StaticModels.induction(1e12, 10, 1), 1e-9);
        assertEquals(1 / 0.57 / 0.04, StaticModels.mechanistic(0, 0.57, 0, 0.96), 1e-9, "nothing left of the enzyme");
        assertEquals(1, StaticModels.mechanistic(1, 0.57, 1, 0.96), 1e-12);
    }

    @Test
    void everyScreeningValueRisesWithTheDose() {
        Map<String, StaticModels.Screen> more = StaticModels.ofKratom(78).stream().collect(Collectors.toMap(StaticModels.Screen::test, screen -> screen));
        TWO_GRAMS.forEach((test, screen) -> assertTrue(more.get(test).value() > screen.value(), test));
    }
}
