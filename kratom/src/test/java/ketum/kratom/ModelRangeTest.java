package ketum.kratom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import ketum.engine.Cohort;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.model.Model;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every output stays where its meaning allows, also at far more than most people take and long after the last dose, when amounts have fallen
 * below what the integrator resolves: 200 twins with both spreads, six doses of 10 g of leaf a day for 30 days, then 30 days without. The
 * oracle is the meaning of each output: a share, an instrument's scale, a pupil's room. {@link #ROUNDING} is the sliver by which an amount that
 * hovers around zero may carry a ratio over its end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelRangeTest {

    private static final int TWINS = 200;
    private static final int DAYS = 30;
    private static final double ROUNDING = 1e-4;

    private final List<String> outputs = Stream.concat(KratomModel.model().assignments().stream().map(Model.Assignment::id),
            KratomModel.model().states().stream().map(Model.State::id)).toList();
    private final Trajectories run = heavyUseThenNone();

    private Trajectories heavyUseThenNone() {
        Product leaf = new Product(Product.Type.LEAF_POWDER, "", new Product.Content.ByType(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        Twins twins = Twins.draw(i -> new Person(35, Person.Sex.UNSTATED, 75, Person.Pregnancy.UNSTATED), i -> List.of(),
                List.of(new Twins.Counted(leaf, Use.AmountUnit.GRAM)), Spread.BOTH, TWINS, 11);
        List<Regimen.Dose> doses = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 7; hour <= 22; hour += 3) {
                doses.add(new Regimen.Dose(day * 24.0 + hour, 0, 10, day));
            }
        }
        Regimen regimen = new Regimen(doses);
        Simulator simulator = Simulator.compile(KratomModel.model(), outputs, Accuracy.STANDARD.options(2));
        double[] times = DoubleStream.iterate(0, time -> time <= 2 * DAYS * 24, time -> time + 3).toArray();
        return simulator.run(new Cohort(TWINS, 0, times, twins.parameters(), Map.of(), twin -> twins.doses(twin, regimen, simulator)));
    }

    /** Twin, hour and value of whatever is not a number between the two. */
    private List<String> outside(String output, double low, double high) {
        int index = outputs.indexOf(output);
        assertTrue(index >= 0, output);
        List<String> found = new ArrayList<>();
        for (int twin = 0; twin < TWINS; twin++) {
            for (int k = 0; k < run.times().length; k++) {
                double value = run.value(index, twin, k);
                if (!(value >= low && value <= high)) {
                    found.add(output + " of twin " + twin + " at " + run.times()[k] + " h: " + value);
                }
            }
        }
        return found.subList(0, Math.min(5, found.size()));
    }

    @Test
    void noTwinFailsAndEveryOutputIsAlwaysANumber() {
        assertEquals(List.of(), run.failures());
        for (String output : outputs) {
            assertEquals(List.of(), outside(output, -Double.MAX_VALUE, Double.MAX_VALUE));
        }
    }

    @Test
    void sharesAreBetweenNoneAndAll() {
        for (String share : List.of("fast", "slow", "recent", "memory", "adaptation", "activation", "share_OH", "nausea")) {
            assertEquals(List.of(), outside(share, -ROUNDING, 1 + ROUNDING));
        }
        for (String occupancy : List.of("occupancy", "occupancy_MG", "occupancy_OH", "occupancy_SC")) {
            assertEquals(List.of(), outside(occupancy, -ROUNDING, 1 + ROUNDING));
        }
    }

    @Test
    void breathingIsNeverMoreThanWithoutDrugAndNeverGone() {
        assertEquals(List.of(), outside("ventilation", Double.MIN_NORMAL, 1 + ROUNDING));
    }

    @Test
    void thePupilNeverWidensAndNeverClosesFurtherThanItCan() {
        assertEquals(List.of(), outside("pupil", -3.5, 0));
    }

    @Test
    void painReliefEndsWhereATestIsStopped() {
        assertEquals(List.of(), outside("analgesia", 1, StrictMath.exp(3.3) * (1 + 1e-12)));
    }

    @Test
    void scoresStayOnTheirScales() {
        assertEquals(List.of(), outside("cows", 0, 48));
        assertEquals(List.of(), outside("sows", 0, 64));
        for (String index : List.of("anxiety", "irritability", "ache", "sleep", "gut", "autonomic", "tail")) {
            assertEquals(List.of(), outside(index, 0, 100));
        }
    }
}
