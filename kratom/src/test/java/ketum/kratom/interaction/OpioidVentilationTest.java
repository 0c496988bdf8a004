package ketum.kratom.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OpioidVentilationTest {

    private static final OpioidVentilation.Lowest TWO_GRAMS = OpioidVentilation.after(39);

    /** Whatever the model says of partial agonists: with kratom on top nobody is shown to breathe better than under the opioid alone. */
    @Test
    void kratomNeverImprovesAnOpioidsVentilation() {
        assertTrue(TWO_GRAMS.together().high() <= OpioidVentilation.OPIOID_ALONE, TWO_GRAMS.toString());
        assertTrue(OpioidVentilation.after(400).together().median() <= TWO_GRAMS.together().median() + 0.02);
    }

    /** With no kratom the opioid alone halves ventilation in every twin: the closed form that its drive was chosen by. */
    @Test
    void theOpioidAloneHalvesVentilation() {
        OpioidVentilation.Lowest none = OpioidVentilation.after(1e-9);
        assertEquals(0.5, none.together().low(), 0.002);
        assertEquals(1, none.kratomAlone().median(), 0.002);
    }

    @Test
    void kratomAloneLowersVentilationInNobodyBelowWhatTheStudiesBear() {
        assertTrue(TWO_GRAMS.kratomAlone().median() > 0.8 && TWO_GRAMS.kratomAlone().high() <= 1.0001, TWO_GRAMS.toString());
    }
}
