package ketum.care;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import org.junit.jupiter.api.Test;

/** The oracle is the same computation with tolerances a hundred times tighter, or with a longer history. */
class AccuracyTest {

    private static final int TWINS = 60;
    /** Scales count whole points: a score of a millionth of a point is none, whatever its digits. */
    private static final double HUNDREDTH_OF_A_POINT = 0.01;

    @Test
    void tolerancesAHundredTimesTighterMoveNoReportedFigureByMoreThanOnePercent() {
        Case input = Cases.daily(30).lastDose(Cases.DATE.atTime(7, 0)).get();
        Map<String, Quantity> standard = Walk.records(Assess.run(input, "test", TWINS, 3, 2), Quantity.class);
        Map<String, Quantity> tight = Walk.records(Assess.run(input, "test", TWINS, 3, 2, Assess.ACCURACY.tightened(100), UseHistory.LONGEST_DAYS), Quantity.class);
        List<String> moved = new ArrayList<>();
        standard.forEach((path, quantity) -> {
            Quantity other = tight.get(path);
            compare(quantity, "both", quantity.both(), other.both(), moved);
            compare(quantity, "people", quantity.people(), other.people(), moved);
            compare(quantity, "science", quantity.science(), other.science(), moved);
        });
        assertTrue(standard.size() > 60, "looked at " + standard.size());
        assertTrue(moved.isEmpty(), String.join("\n", moved));
    }

    private static void compare(Quantity quantity, String spread, Interval standard, Interval tight, List<String> moved) {
        double[] a = {standard.low(), standard.median(), standard.high()};
        double[] b = {tight.low(), tight.median(), tight.high()};
        for (int i = 0; i < a.length; i++) {
            double step = switch (quantity.unit()) {
                case "h" -> quantity.id().endsWith(".tmax") ? 0.25 : b[i] > 168 ? 3 : 1;
                case "d" -> 1;
                default -> Double.NaN;
            };
            double allowed = Double.isNaN(step) ? Math.max(0.01 * Math.abs(b[i]), quantity.unit().startsWith("points") ? HUNDREDTH_OF_A_POINT : 0) : step;
            boolean same = Double.isNaN(a[i]) && Double.isNaN(b[i]) || Math.abs(a[i] - b[i]) <= allowed + 1e-12;
            if (!same) {
                moved.add(quantity.id() + " " + spread + " " + a[i] + " instead of " + b[i]);
            }
        }
    }

    /** People alone are left out: a longer history gives the same day another number, and with it another day-to-day draw. */
    @Test
    void whatCameBeforeTheLastHundredAndEightyDaysHardlyMoves() {
        Case input = Cases.daily(320).get();
        Map<String, Quantity> half = Walk.records(Assess.run(input, "test", 20, 3, 2, Assess.ACCURACY.tightened(10), 180), Quantity.class);
        Map<String, Quantity> most = Walk.records(Assess.run(input, "test", 20, 3, 2, Assess.ACCURACY.tightened(10), 300), Quantity.class);
        for (String id : List.of("cows.peak", "sows.peak", "tolerance_now", "adaptation", "mitragynine.cmax", "linear_10_start.peak")) {
            double a = science(half, id);
            double b = science(most, id);
            assertTrue(Math.abs(a - b) < 0.001 * b, id + " " + a + " instead of " + b);
        }
    }

    private static double science(Map<String, Quantity> quantities, String id) {
        return quantities.values().stream().filter(quantity -> quantity.id().equals(id)).findFirst().orElseThrow().science().median();
    }
}
