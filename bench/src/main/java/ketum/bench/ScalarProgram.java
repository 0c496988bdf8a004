package ketum.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scalar C program {@code dp54.c}, compiled on this machine for this machine. */
final class ScalarProgram {

    static final String NAME = "Scalar C";

    private ScalarProgram() {
    }

    /**
     * Compiles the program into a folder.
     *
     * @return empty where there is no gcc
     * @throws IllegalStateException with the compiler's messages if it finds fault with the source
     */
    static Optional<Path> compile(Path folder) {
        return Gcc.compile(folder, "dp54", List.of());
    }

    /** @param core that the program stays on; null for any */
    static ChildProgram start(Path program, K8Problem problem, double relativeTolerance, double absoluteTolerance, int first,
                              int subjects, Integer core) {
        List<String> command = new ArrayList<>(core == null ? List.of() : Core.prefix(core));
        command.addAll(List.of(program.toString(), Double.toString(relativeTolerance), Double.toString(absoluteTolerance),
                Integer.toString(subjects), Double.toString(problem.ke0Factor()), Integer.toString(first)));
        return new ChildProgram(NAME, subjects, program.toAbsolutePath().getParent(), command);
    }
}
