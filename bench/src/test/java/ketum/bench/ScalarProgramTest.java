package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rival must be right, and no slower a program than the one it stands for. */
class ScalarProgramTest {

    @TempDir
    private static Path folder;
    private static Path program;

    @BeforeAll
    static void compile() {
        Optional<Path> compiled = ScalarProgram.compile(folder);
        assumeTrue(compiled.isPresent(), "there is no gcc here, so the C program cannot be checked");
        program = compiled.get();
    }

    @Test
    void itsSubjectsAreOurs() {
        for (int subject : new int[] {0, 1, 1000}) {
            try (ChildProgram scalar = ScalarProgram.start(program, new K8Problem(false), 1e-6, 1e-8, subject, 1, null)) {
                double[] words = Arrays.stream(scalar.ask("recipe").split(" ")).mapToDouble(Double::parseDouble).toArray();
                double[] ours = new K8Problem(false).parameters(subject);
                for (int j = 0; j < ours.length; j++) {
                    assertEquals(ours[j], words[j], 1e-13 * ours[j], K8Problem.VARIED.get(j));
                }
            }
        }
    }

    /** Oracles: published final states of subject 1; the exact solution at all hours. */
    @Test
    void itsErrorFallsWithTheTolerance() {
        for (boolean stiff : new boolean[] {false, true}) {
            K8Problem problem = new K8Problem(stiff);
            try (ChildProgram scalar = ScalarProgram.start(program, problem, 1e-11, 1e-13, 1, 1, null)) {
                scalar.round();
                double[] found = scalar.solutions().of(0);
                assertTrue(SubjectError.of(ExactSolution.of(problem, 1), found) < 2e-9);
                double[] finals = Arrays.copyOfRange(found, found.length - 8, found.length);
                assertTrue(PublishedFinals.difference(PublishedFinals.of(problem, 1), finals) < 1e-8);
            }
        }
    }

    /** Oracle: the hand-written C program of the published comparison: 34,752 and 19,499 right-hand sides, errors 4.7e-6 and 1.2e-5. */
    @Test
    void itNeedsNoMoreRightHandSidesThanThePublishedOne() {
        assertWorkAndError(1e-8, 34_752, 4.7e-6);
        assertWorkAndError(1e-6, 19_499, 1.2e-5);
    }

    private static void assertWorkAndError(double tolerance, double rightHandSides, double worst) {
        int subjects = 60;
        K8Problem problem = new K8Problem(false);
        try (ChildProgram scalar = ScalarProgram.start(program, problem, tolerance, 1e-8, 1, subjects, null)) {
            scalar.round();
            assertTrue(scalar.work().rightHandSides() <= 1.01 * rightHandSides * subjects, () -> scalar.work().rightHandSides() + " right-hand sides");
            Contender.Solutions found = scalar.solutions();
            for (int i = 0; i < subjects; i += 20) {
                assertTrue(SubjectError.of(ExactSolution.of(problem, i + 1), found.of(i)) < 1.05 * worst);
            }
        }
    }
}
