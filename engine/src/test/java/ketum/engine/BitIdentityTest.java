package ketum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bits, whatever computes them. Oracle: the runs themselves, compared bit for bit. */
class BitIdentityTest {

    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    /** Other virtual machines with narrower vectors, none, or no compiler; each also has cold code, unlike this one. */
    @ParameterizedTest
    @CsvSource({
        MODULE + " -XX:MaxVectorSize=16, 2",
        MODULE + " -XX:MaxVectorSize=32, 4",
        MODULE + " -XX:MaxVectorSize=64, 8",
        "-Xshare:auto, 1",
        "-Xint, 1",
    })
    void everyVectorWidthGivesTheSameBits(String flags, int widest) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrajectoryBits.class.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(said.contains("bits " + Long.toHexString(TrajectoryBits.all(Options.Lanes.SCALAR, 1))), said);
        String width = said.lines().findFirst().orElseThrow();
        // a machine with narrower vectors than asked for uses its own width
        assertTrue(Integer.parseInt(width.substring("width ".length())) <= widest, width);
        if (!flags.contains(MODULE)) {
            assertEquals("width 1", width);
        }
    }

    @ParameterizedTest
    @CsvSource({"VECTOR, 1", "VECTOR, 2", "VECTOR, 5", "SCALAR, 2", "AUTOMATIC, 2"})
    void threadsAndInstructionsNeverChangeABit(Options.Lanes lanes, int threads) {
        assertEquals(TrajectoryBits.all(Options.Lanes.SCALAR, 1), TrajectoryBits.all(lanes, threads));
    }

    @Test
    void aSubjectIsTheSameInAnyCohort() {
        double[] times = {10, 100.5, 300};
        Options options = new Options(1e-6, 1e-8, Map.of(), 2, Options.Lanes.VECTOR, Map.of(), Map.of());
        Simulator simulator = Simulator.compile(Models.k8(), K8Test.STATES, options);
        Trajectories many = simulator.run(K8Test.cohort(100, times));
        for (int size : new int[] {1, 2, 7, 10, 33}) {
            Trajectories few = simulator.run(K8Test.cohort(size, times));
            for (int output = 0; output < 8; output++) {
                for (int subject = 0; subject < size; subject++) {
                    assertTrue(Arrays.equals(few.series(output, subject), many.series(output, subject)), "subject " + subject);
                }
            }
        }
    }

    @Test
    void aSubjectWithEventsIsTheSameInAnyCohort() {
        double[] times = IntStream.rangeClosed(0, 60).mapToDouble(i -> 1.7 * i).toArray();
        for (Options.Method method : Options.Method.values()) {
            Options options = new Options(1e-6, 1e-8, Map.of(), 2, Options.Lanes.VECTOR, Map.of(), Map.of()).withMethod(method);
            Simulator simulator = Simulator.compile(TrajectoryBits.events(), List.of("C", "given", "k", "late"), options);
            Trajectories many = simulator.run(TrajectoryBits.withEvents(50, times));
            assertEquals(List.of(), many.failures());
            assertTrue(many.value(1, 3, 60) >= 1 && many.value(2, 3, 60) > 0.2 && many.value(3, 3, 60) > 0, () -> "events happen: "
                    + many.value(1, 3, 60) + " " + many.value(2, 3, 60) + " " + many.value(3, 3, 60));
            Trajectories few = simulator.run(TrajectoryBits.withEvents(7, times));
            for (int output = 0; output < 4; output++) {
                for (int subject = 0; subject < 7; subject++) {
                    assertTrue(Arrays.equals(few.series(output, subject), many.series(output, subject)), "subject " + subject);
                }
            }
        }
    }

    @Test
    void warmCodeGivesTheBitsOfColdCode() {
        Simulator simulator = Simulator.compile(Models.k8(), K8Test.STATES, Options.of(1e-6, 1e-8));
        Cohort cohort = K8Test.cohort(64, new double[] {50, 720});
        long cold = TrajectoryBits.digest(simulator.run(cohort));
        simulator.prepare(); // sooner or later a run below changes over to vectors
        for (int i = 0; i < 8; i++) {
            assertEquals(cold, TrajectoryBits.digest(simulator.run(cohort)));
        }
    }

    @Test
    void theRunsComparedHoldNumbers() {
        Trajectories run = Simulator.compile(TrajectoryBits.everyOperation(), List.of("mix"), Options.of(1e-6, 1e-8))
                .run(new Cohort(1, 0, new double[] {0, 10, 90}, Map.of(), Map.of(), subject -> DoseList.NONE));
        assertTrue(run.failures().isEmpty());
        for (double value : run.series(0, 0)) {
            assertTrue(Double.isFinite(value));
        }
        assertFalse(run.value(0, 0, 0) == run.value(0, 0, 2));
    }
}
