package ketum.cli.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ketum.engine.model.Model;
import ketum.engine.population.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariabilityTest {

    private static final Model MODEL = Model.parse("m.ant", """
            model m
              unit time_unit = 3600 second; unit L = litre; unit per_h = 1/hour; unit hour = 3600 second
              V = 10 L; k = 0.1 per_h; F = 0.8 dimensionless
              A = 1 L
              A' = -k*A
            end
            """);

    private static Variability read(String... rows) {
        return Variability.read("v.csv", Variability.HEADER + "\n" + String.join("\n", rows) + "\n", MODEL);
    }

    @Test
    void spreadsAndCorrelationAreThoseOfTheFile() {
        Variability variability = read("V,log-normal,0.3,,", "k,log-normal,0.2,V,-0.6", "F,normal,0.05,,");
        int n = 20_000;
        double[][] effects = new double[n][];
        Sampler sampler = new Sampler(7);
        for (int i = 0; i < n; i++) {
            effects[i] = variability.effects(sampler, i, 1);
        }
        // Standard errors are below 0.7 % of each spread and 0.005 of the correlation.
        assertEquals(0.3, StrictMath.sqrt(mean(effects, 0, 0)), 0.3 * 0.02);
        assertEquals(0.2, StrictMath.sqrt(mean(effects, 1, 1)), 0.2 * 0.02);
        assertEquals(0.05, StrictMath.sqrt(mean(effects, 2, 2)), 0.05 * 0.02);
        assertEquals(-0.6, mean(effects, 0, 1) / (0.3 * 0.2), 0.02);
        assertEquals(0, mean(effects, 0, 2) / (0.3 * 0.05), 0.03);
    }

    private static double mean(double[][] effects, int one, int other) {
        double sum = 0;
        for (double[] effect : effects) {
            sum += effect[one] * effect[other];
        }
        return sum / effects.length;
    }

    @Test
    void eachDistributionActsAsItIsDescribed() {
        Variability variability = read("V,log-normal,0.3,,", "k,normal,0.2,,", "F,logit-normal,0.5,,");
        assertEquals(10 * StrictMath.exp(0.4), variability.value(0, 10, 0.4), 1e-15 * 20);
        assertEquals(0.1 - 0.03, variability.value(1, 0.1, -0.03));
        double share = variability.value(2, 0.8, 0.5);
        assertEquals(StrictMath.log(0.8 / 0.2) + 0.5, StrictMath.log(share / (1 - share)), 1e-14);
        assertEquals(0.8, variability.value(2, 0.8, 0), 1e-16);
    }

    @Test
    void aDrawDependsOnSeedSubjectAndReplicateAlone() {
        Variability both = read("V,log-normal,0.3,,", "k,log-normal,0.2,,");
        double[] first = both.effects(new Sampler(1), 12, 3);
        assertArrayEquals(first, both.effects(new Sampler(1), 12, 3));
        assertEquals(first[0], read("V,log-normal,0.3,,").effects(new Sampler(1), 12, 3)[0], "another parameter moves no draw");
        for (double[] other : new double[][] {both.effects(new Sampler(2), 12, 3), both.effects(new Sampler(1), 13, 3), both.effects(new Sampler(1), 12, 4)}) {
            assertTrue(other[0] != first[0] && other[1] != first[1]);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            W,log-normal,0.3,,                     | v.csv:2: parameter: found "W"        | V, k, F
            A,log-normal,0.3,,                     | v.csv:2: parameter: found "A"        | V, k, F
            V,lognormal,0.3,,                      | v.csv:2: distribution: found "lognormal" | log-normal, normal, logit-normal
            V,logit-normal,0.3,,                   | v.csv:2: distribution: found "logit-normal" | V is in L
            V,log-normal,30 %,,                    | v.csv:2: spread: found "30 %"        | 0.3, not 30 %
            V,log-normal,-0.1,,                    | v.csv:2: spread: found "-0.1"        | 0 or more
            V,log-normal,NaN,,                     | v.csv:2: spread: found "NaN"         | 0 or more
            V,log-normal,,,                        | v.csv:2: spread: found nothing       | 0 or more
            V,log-normal,0.3,k,0.5                 | v.csv:2: correlated_with: found "k"  | of a row above
            V,log-normal,0.3,V,0.5                 | v.csv:2: correlated_with: found "V"  | another parameter
            V,log-normal,0.3,,0.5                  | v.csv:2: correlation: found "0.5"    | together
            V,log-normal,0.3                       | v.csv:2: row: found "3 fields"       | each row has 5
            'V,log-normal,0.3,,;k,normal,1,V,1.5'  | v.csv:3: correlation: found "1.5"    | from -1 to 1
            'V,log-normal,0.3,,;V,normal,1,,'      | v.csv:3: distribution: found "normal1" | in line 2
            'V,log-normal,0.3,,;V,,,,'             | v.csv:3: correlated_with: found nothing | in line 2 already
            'V,normal,1,,;k,normal,1,V,0.9;F,normal,1,V,0.9;F,,,k,-0.9' | v.csv: correlation: | contradict each other
            '"V,normal,1,,'                        | v.csv:2: row: found "1 fields" | each row has 5
            """)
    void whatIsWrongIsSaidWithLineFieldAndWhatIsAccepted(String rows, String where, String accepted) {
        String message = assertThrows(UnusableInput.class, () -> read(rows.split(";"))).getMessage();
        assertTrue(message.startsWith(where.strip()) && message.contains(accepted.strip()), message);
    }

    @Test
    void aFileWithoutRowsOrWithOtherColumnsIsRefused() {
        for (String text : new String[] {"", "id,omega\n", Variability.HEADER + "\n"}) {
            String message = assertThrows(UnusableInput.class, () -> Variability.read("v.csv", text, MODEL)).getMessage();
            assertTrue(message.startsWith("v.csv:1: "), message);
        }
    }
}
