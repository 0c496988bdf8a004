package ketum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scalar C program {@code dp54.c}, compiled on this machine for this machine. */
final class ScalarProgram {

    static final String NAME = "Scalar C";
    static final List<String> FLAGS = List.of("-O3", "-march=native");
    private static final String SOURCE = "dp54.c";

    private ScalarProgram() {
    }

    /**
     * Compiles the program into a folder.
     *
     * @return empty where there is no gcc
     * @throws IllegalStateException with the compiler's messages if it finds fault with the source
     */
    static Optional<Path> compile(Path folder) {
        if (Tool.find("gcc").isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            Path source = folder.resolve(SOURCE);
            try (var text = ScalarProgram.class.getResourceAsStream("/c/" + SOURCE)) {
                Files.copy(text, source, StandardCopyOption.REPLACE_EXISTING);
            }
            Path program = folder.resolve("dp54");
            List<String> command = new ArrayList<>(List.of("gcc"));
            command.addAll(FLAGS);
            command.addAll(List.of("-o", program.toString(), source.toString(), "-lm"));
            Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
            String messages = new String(compiler.getInputStream().readAllBytes());
            if (compiler.waitFor() != 0) {
                throw new IllegalStateException("gcc could not compile " + source + ":\n" + messages);
            }
            return Optional.of(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
