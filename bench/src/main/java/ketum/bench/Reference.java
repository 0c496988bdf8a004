package ketum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

/**
 * Exact solutions of subjects 1, 2, ... of K8, computed when first needed (some seconds for 1,000) and kept in the build folder.
 *
 * @param folder where they are kept
 */
record Reference(Path folder) {

    /** Part of the file name; to be raised when {@link ExactSolution} or the recipe changes. */
    private static final String VERSION = "1";
    private static final int LENGTH = (K8Problem.HOURS + 1) * K8Problem.STATES.size();

    /** Solutions of subjects 1 to {@code size}, in this order. */
    double[][] solutions(K8Problem problem, int size, Runnable computing) {
        Path file = folder.resolve(problem.title() + "-" + VERSION + ".exact");
        try {
            if (Files.exists(file) && Files.size(file) >= (long) size * LENGTH * Double.BYTES) {
                return read(file, size);
            }
            computing.run();
            double[][] solutions = IntStream.rangeClosed(1, size).parallel()
                    .mapToObj(subject -> ExactSolution.of(problem, subject)).toArray(double[][]::new);
            write(file, solutions);
            return solutions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] read(Path file, int size) throws IOException {
        double[][] solutions = new double[size][LENGTH];
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(LENGTH * Double.BYTES);
            for (double[] solution : solutions) {
                buffer.clear();
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) { // a read may be partial
                }
                buffer.flip().asDoubleBuffer().get(solution);
            }
        }
        return solutions;
    }

    private void write(Path file, double[][] solutions) throws IOException {
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, "exact", ".part");
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.allocate(LENGTH * Double.BYTES);
            for (double[] solution : solutions) {
                buffer.clear().asDoubleBuffer().put(solution);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
