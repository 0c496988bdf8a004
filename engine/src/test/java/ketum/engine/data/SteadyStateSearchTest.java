package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import ketum.engine.Options;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the search for a steady state could be led astray (saturation, induction, a switch with two levels), it ends where doses lead. */
class SteadyStateSearchTest {

    private static final int REPEATS = 400;
    private static final int PEOPLE = 60;
    private static final double INTERVAL = 6;

    /** Saturable and induced elimination, and a switch that keeps itself up: from 0.3 to 3 it depends on its start. */
    private static final Model CROOKED = SteadyStateTest.model("""
            ka = 1 per_h; most = 30 mg_per_h; half = 40 mg; rest = 0.1 per_h; made = 0.3 per_h; boost = 2; boost has dimensionless
            knee = 30 mg; feed = 0.1 per_h; gain = 1 per_h; loss = 0.4 per_h; s0 = 0.2; s0 has dimensionless
            gut = 0 mg; gut' = -ka*gut
            central = 0 mg; central' = ka*gut - enzyme*most*central/(half + central) - rest*central
            enzyme = 1; enzyme has dimensionless; enzyme' = made*(1 + boost*central^4/(knee^4 + central^4) - enzyme)
            level = s0; level has dimensionless; level' = feed*central/(half + central) + gain*level^2/(1 + level^2) - loss*level
            """);
    private static final List<String> OUTPUTS = List.of("gut", "central", "enzyme", "level");

    /** Oracle: 400 plain intervals, or 2,400 hours of the same input. */
    @Test
    void theAnswerIsWhereALongRunArrives() {
        StringBuilder data = new StringBuilder("#! " + String.join(": constant\n#! ", "ka", "most", "half", "rest", "made", "boost", "feed", "loss", "s0")
                + ": constant\nID,TIME,EVID,AMT,RATE,II,ADDL,SS,CMT,ka,most,half,rest,made,boost,feed,loss,s0\n");
        for (int seed = 0; seed < PEOPLE; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double amount = Math.round(10 + 240 * random.nextDouble());
            String person = String.format(Locale.ROOT, "%.3f,%.3f,%.2f,%.3f,%.3f,%.2f,%.3f,%.3f,%.3f\n",
                    0.5 + random.nextDouble(), 20 + 40 * random.nextDouble(), 5 + 60 * random.nextDouble(), 0.05 + 0.2 * random.nextDouble(),
                    0.2 + random.nextDouble(), 4 * random.nextDouble(), 0.3 * random.nextDouble(), 0.3 + 0.4 * random.nextDouble(), 3 * random.nextDouble());
            boolean constant = seed % 3 == 0;
            String endless = constant ? "0," + amount / INTERVAL + ",0,0,1" : amount + ",0," + INTERVAL + ",0,1";
            String plain = constant ? amount * REPEATS + "," + amount / INTERVAL + ",0,0,0" : amount + ",0," + INTERVAL + "," + REPEATS + ",0";
            double end = REPEATS * INTERVAL;
            data.append(seed + "s,0,1," + endless + ",gut," + person + seed + "s,0,0,.,.,.,.,.,.," + person);
            data.append(seed + "r,0,1," + plain + ",gut," + person + seed + "r," + (end - INTERVAL) + ",0,.,.,.,.,.,.," + person
                    + seed + "r," + end + ",0,.,.,.,.,.,.," + person);
        }
        RecordTable table = SteadyStateTest.run(CROOKED, data.toString(), Options.of(1e-9, 1e-9), OUTPUTS.toArray(String[]::new));
        assertEquals(List.of(), table.failures());
        for (int seed = 0; seed < PEOPLE; seed++) {
            int row = 5 * seed;
            for (int output = 0; output < OUTPUTS.size(); output++) {
                double expected = table.value(output, row + 4);
                double size = Math.max(1, expected);
                assertEquals(expected, table.value(output, row + 3), 1e-6 * size, "the long run is no oracle yet: " + OUTPUTS.get(output) + ", seed " + seed);
                assertEquals(expected, table.value(output, row + 1), 1e-5 * size, OUTPUTS.get(output) + ", seed " + seed);
            }
        }
    }

    /**
     * x' = -x(x - 1)(x - 3): 0 and 3 attract, 1 does not, although Newton's steps go there from nearby. Oracle: the side of 1 on which it
     * starts.
     */
    @ParameterizedTest
    @CsvSource({"0.9, 0", "0.999, 0", "1.001, 3", "1.1, 3", "2.9, 3"})
    void aLevelThatOnlyLooksStableIsNoAnswer(double start, double expected) {
        Model cubic = SteadyStateTest.model("pace = 1 per_h; other = 0 mg; other' = 0*other*pace; x = " + start
                + "; x has dimensionless; x' = -pace*x*(x - 1)*(x - 3)");
        RecordTable table = SteadyStateTest.run(cubic, "ID,TIME,EVID,AMT,RATE,II,SS,CMT\n1,0,1,0,0,2,1,other\n1,0,0,.,.,.,.,.\n", Options.of(1e-10, 1e-10), "x");
        assertEquals(List.of(), table.failures());
        assertEquals(expected, table.value(0, 1), 1e-6);
    }
}
