package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import ketum.engine.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: the exact solution. The bounds are wide: CVODE errs by 2e-4 at 1e-8 in the published comparison too. */
class OtherRivalsTest {

    @TempDir
    private Path folder;

    @Test
    void thoseThatAreHereSolveTheSameProblem() throws Exception {
        Path built = Path.of("..", "target", "bench-work", "cvode");
        if (Files.exists(built)) {
            Files.copy(built, folder.resolve("cvode"), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (boolean stiff : new boolean[] {false, true}) {
            K8Settings settings = new K8Settings(new K8Problem(stiff), 1e-8, 1e-8, 1, 2, 1, Options.Lanes.SCALAR, Options.Method.AUTOMATIC,
                    0, true, true, false);
            List<ChildProgram> rivals = new OtherRivals(folder, settings, null).start();
            assumeFalse(rivals.isEmpty(), "neither CVODE (bench/rivals/cvode.sh) nor R with deSolve is here");
            for (ChildProgram rival : rivals) {
                try (rival) {
                    Timing timing = rival.round();
                    assertTrue(timing.elapsedSeconds() > 0 && timing.cpuSeconds() >= 0);
                    for (int subject = 1; subject <= 2; subject++) {
                        double error = SubjectError.of(ExactSolution.of(settings.problem(), subject), rival.solutions().of(subject - 1));
                        assertTrue(error < 1e-3, () -> rival.name() + " errs by " + error);
                    }
                }
            }
        }
    }
}
