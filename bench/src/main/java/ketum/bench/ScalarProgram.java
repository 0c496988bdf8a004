package ketum.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The scalar C program {@code dp54.c}, compiled on this machine for this machine, as one child process that is told when to run.
 * It waits without using the processor meanwhile.
 */
final class ScalarProgram implements Contender, AutoCloseable {

    static final List<String> FLAGS = List.of("-O3", "-march=native");
    private static final String SOURCE = "dp54.c";

    private final Process process;
    private final BufferedWriter toProgram;
    private final BufferedReader fromProgram;
    private final int subjects;
    private final Path folder;
    private long steps;
    private long rejected;
    private long rightHandSides;

    private ScalarProgram(Process process, int subjects, Path folder) {
        this.process = process;
        this.toProgram = process.outputWriter();
        this.fromProgram = process.inputReader();
        this.subjects = subjects;
        this.folder = folder;
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
    static ScalarProgram start(Path program, K8Problem problem, double relativeTolerance, double absoluteTolerance, int first,
                               int subjects, Integer core) {
        List<String> command = new ArrayList<>();
        if (core != null) {
            command.addAll(Core.prefix(core));
        }
        command.addAll(List.of(program.toString(), Double.toString(relativeTolerance), Double.toString(absoluteTolerance),
                Integer.toString(subjects), Double.toString(problem.ke0Factor()), Integer.toString(first)));
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return new ScalarProgram(process, subjects, program.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Timing round() {
        String[] words = ask("run").split(" ");
        steps = Long.parseLong(words[3]);
        rejected = Long.parseLong(words[4]);
        rightHandSides = Long.parseLong(words[5]);
        return new Timing(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }

    /** Solutions of the last round, subject by subject: hour after hour, all states. */
    double[][] solutions() {
        int length = (K8Problem.HOURS + 1) * K8Problem.STATES.size();
        try {
            Path file = Files.createTempFile(folder, "dp54", ".values");
            try {
                ask("write " + file);
                double[][] solutions = new double[subjects][length];
                try (FileChannel channel = FileChannel.open(file)) {
                    for (int subject = 0; subject < subjects; subject++) {
                        long size = (long) length * Double.BYTES;
                        MappedByteBuffer values = channel.map(FileChannel.MapMode.READ_ONLY, subject * size, size);
                        values.order(ByteOrder.nativeOrder()).asDoubleBuffer().get(solutions[subject]);
                    }
                }
                return solutions;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long steps() {
        return steps;
    }

    long rejected() {
        return rejected;
    }

    long rightHandSides() {
        return rightHandSides;
    }

    /** One line out, one line back. */
    String ask(String line) {
        try {
            toProgram.write(line + "\n");
            toProgram.flush();
            String answer = fromProgram.readLine();
            if (answer == null) {
                throw new IllegalStateException("the C program ended in the middle (status " + process.waitFor() + ")");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            toProgram.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
