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
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another program as a child process that is told when to run, line by line: "run" is answered with "run", elapsed seconds,
 * processor seconds, steps, rejected steps and right-hand sides (-1 where it cannot tell); "write FILE" writes the solutions as native
 * doubles (by subject, then hour, then state) and is answered with "written". It waits without using the processor meanwhile.
 */
final class ChildProgram implements Rival {

    private static final int LENGTH = (K8Problem.HOURS + 1) * K8Problem.STATES.size();
    private static final int PATIENCE_S = 5;

    private final String name;
    private final int subjects;
    private final Path folder;
    private final Process process;
    private final BufferedWriter toProgram;
    private final BufferedReader fromProgram;
    private Work work;

    /**
     * Starts the program.
     *
     * @param subjects it was told to integrate subjects 1 to this number
     * @param folder   where it may leave its solutions for a moment
     */
    ChildProgram(String name, int subjects, Path folder, List<String> command) {
        this.name = name;
        this.subjects = subjects;
        this.folder = folder;
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        toProgram = process.outputWriter();
        fromProgram = process.inputReader();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int subjects() {
        return subjects;
    }

    @Override
    public Timing round() {
        String[] words = ask("run").split(" ");
        work = new Work(Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5]));
        return new Timing(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }

    @Override
    public Work work() {
        return work;
    }

    @Override
    public Solutions solutions() {
        try {
            Path file = Files.createTempFile(folder, "child", ".values");
            try {
                ask("write " + file);
                double[][] solutions = new double[subjects][LENGTH];
                try (FileChannel channel = FileChannel.open(file)) {
                    long size = (long) LENGTH * Double.BYTES;
                    for (int subject = 0; subject < subjects; subject++) {
                        MappedByteBuffer values = channel.map(FileChannel.MapMode.READ_ONLY, subject * size, size);
                        values.order(ByteOrder.nativeOrder()).asDoubleBuffer().get(solutions[subject]);
                    }
                }
                return subject -> solutions[subject];
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line out, one line back. */
    String ask(String line) {
        try {
            toProgram.write(line + "\n");
            toProgram.flush();
            String answer = fromProgram.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + " ended in the middle (status " + process.waitFor() + ")");
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
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
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
