package ketum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles the C sources of this module, all with the same flags. */
final class Gcc {

    static final List<String> FLAGS = List.of("-O3", "-march=native");
    private static final String HEADER = "k8.h";

    private Gcc() {
    }

    /**
     * Compiles {@code name.c} to {@code name} in a folder.
     *
     * @param more flags beside {@link #FLAGS}
     * @return empty where there is no gcc
     * @throws IllegalStateException with the compiler's messages if it finds fault with the source
     */
    static Optional<Path> compile(Path folder, String name, List<String> more) {
        if (Tool.find("gcc").isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            copy("/c/" + HEADER, folder.resolve(HEADER));
            Path source = copy("/c/" + name + ".c", folder.resolve(name + ".c"));
            Path program = folder.resolve(name);
            List<String> command = new ArrayList<>(List.of("gcc"));
            command.addAll(FLAGS);
            command.addAll(more);
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

    /** Writes a resource to a file. */
    static Path copy(String resource, Path file) throws IOException {
        try (var text = Gcc.class.getResourceAsStream(resource)) {
            Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
