package ketum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder beside a file's place, in which the file is written before one rename puts it there. The folder is removed when
 * closed, and also when the process is told to end (Ctrl-C), so that neither half a file nor a leftover remains. Files made in it are
 * readable by their owner only.
 */
final class Staging implements AutoCloseable {

    private final Path folder;
    private final Thread atShutdown;

    private Staging(Path folder) {
        this.folder = folder;
        this.atShutdown = new Thread(this::remove, "remove " + folder.getFileName());
    }

    /**
     * @param place where a file will go; its folder exists
     * @throws IOException where that folder cannot be written to
     */
    static Staging beside(Path place) throws IOException {
        Staging staging = new Staging(Files.createTempDirectory(place.toAbsolutePath().getParent(), ".ketum-"));
        try {
            Runtime.getRuntime().addShutdownHook(staging.atShutdown);
        } catch (IllegalStateException alreadyEnding) {
            staging.remove();
            throw new IOException("the program is being ended", alreadyEnding);
        }
        return staging;
    }

    /** A new, empty file in the folder. */
    Path file(String ending) throws IOException {
        return Files.createTempFile(folder, "part-", ending);
    }

    Path folder() {
        return folder;
    }

    /** Puts a complete file of this folder in its place, replacing what was there, in one step. */
    void deliver(Path file, Path place) throws IOException {
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException ending) {
            // the hook runs, or has run
        }
    }

    private void remove() {
        List<Path> left;
        try (Stream<Path> files = Files.walk(folder)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return;
        }
        left.forEach(file -> file.toFile().delete());
    }
}
