package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class K8ProblemTest {

    /** Oracle: check values published with the recipe, 15 digits for subject 1 and 12 or 11 for two of subject 1000. */
    @Test
    void theRecipeGivesThePublishedParameters() {
        double[] first = {1.11361699161772, 23.5984081216661, 109.958740393016, 266.988452502854, 39.4901698416776, 0.377852563482411,
            0.0418945209657134, 0.0321868069981472};
        double[] found = new K8Problem(false).parameters(1);
        for (int j = 0; j < first.length; j++) {
            assertEquals(first[j], found[j], 1e-14 * first[j], K8Problem.VARIED.get(j));
        }
        double[] last = new K8Problem(false).parameters(1000);
        assertEquals(2.76355539037, last[0], 5e-12);
        assertEquals(0.18783318357, last[6], 5e-12);
    }

    @Test
    void subjectZeroIsTypicalAndTheStiffVariantDiffersInTheEffectSiteOnly() {
        assertArrayEquals(new double[] {1.2, 40, 150, 400, 60, 0.5, 0.08, 0.02}, new K8Problem(false).parameters(0));
        double[] mild = new K8Problem(false).parameters(7);
        mild[5] *= 400;
        assertArrayEquals(mild, new K8Problem(true).parameters(7));
    }

    @Test
    void dosesAreAtHours0To712() {
        assertTrue(K8Problem.isDoseHour(0) && K8Problem.isDoseHour(8) && K8Problem.isDoseHour(712));
        assertFalse(K8Problem.isDoseHour(1) || K8Problem.isDoseHour(719) || K8Problem.isDoseHour(720));
    }
}
