package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingTest {

    private static final String TEXT = """
            model oral
              unit time_unit = 3600 second
              unit per_h = 1/(3600 second)
              ka = 1.2 per_h; k = 0.1 per_h; slope = 2.5 dimensionless
              G = 0 dimensionless; A = 0 dimensionless
              G' = -ka*G
              A' = ka*G - k*A
              effect := A^slope/(1 + A^slope)
              twice := 2*effect
              effect has dimensionless; twice has dimensionless
            end
            """;

    private final double[] times = {0, 1, 2.5, 7, 24};

    private Trajectories run(Simulator simulator) {
        DoseList doses = new DoseList(new double[] {0, 6}, new int[] {simulator.stateIndex("G"), simulator.stateIndex("G")}, new double[] {3, 2});
        return simulator.run(new Cohort(5, 0, times, Map.of("ka", new double[] {0.5, 1, 1.5, 2, 2.5}), Map.of(), i -> doses));
    }

    @ParameterizedTest
    @EnumSource(Options.Lanes.class)
    void recordingLessChangesNoBitOfWhatIsRecorded(Options.Lanes lanes) {
        Options options = new Options(1e-6, 1e-9, Map.of(), 1, lanes, Map.of(), Map.of());
        Simulator all = Simulator.compile(Model.parse("oral", TEXT), List.of("A", "effect", "twice"), options);
        Simulator some = all.recording(List.of("twice", "A"));
        Simulator one = some.recording(List.of("A"));
        Trajectories full = run(all);
        Trajectories part = run(some);
        assertEquals(List.of("twice", "A"), part.outputs());
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(full.series(2, i), part.series(0, i), 0);
            assertArrayEquals(full.series(0, i), part.series(1, i), 0);
            assertArrayEquals(full.series(0, i), run(one).series(0, i), 0);
        }
        assertArrayEquals(full.finalState("A"), part.finalState("A"), 0);
    }

    @Test
    void whatWasNotCompiledCannotBeRecorded() {
        Simulator some = Simulator.compile(Model.parse("oral", TEXT), List.of("A"), Options.of(1e-6, 1e-9));
        IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, () -> some.recording(List.of("effect")));
        assertEquals("effect is not among the outputs [A]", problem.getMessage());
    }
}
