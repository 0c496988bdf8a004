package ketum.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a command's documents go. Checked before any work is done: a document may not replace the input or another document, and
 * its folder must exist. Written only when all are complete, each to a temporary file beside its place and then renamed, so a
 * reader never sees half a document and a failure leaves what was there. New files are readable by their owner only.
 */
final class Outputs {

    private static final String STANDARD_OUTPUT = "-";

    /** The real place of each document by the option that asked for it; a null value stands for standard output. */
    private final Map<String, Path> places = new LinkedHashMap<>();

    /**
     * @param requested by option ({@code --html}), the path as typed or {@code -}; options not given are left out
     * @throws InputProblem where a path cannot be used
     */
    Outputs(Map<String, String> requested) {
        requested.forEach((option, typed) -> {
            if (typed.equals(STANDARD_OUTPUT)) {
                if (takesStandardOutput()) {
                    throw new InputProblem("only one of " + String.join(" and ", requested.keySet()) + " can go to standard output (-)");
                }
                places.put(option, null);
                return;
            }
            Path place = realPlace(option, typed);
            places.forEach((other, taken) -> {
                if (taken != null && same(place, taken)) {
                    throw new InputProblem(option + " and " + other + " name the same file, " + typed + "; name two");
                }
            });
            places.put(option, place);
        });
    }

    /** @throws InputProblem where a document would replace this input */
    void refuseToReplace(Path input) {
        places.forEach((option, place) -> {
            if (place != null && same(place, input)) {
                throw new InputProblem(option + " would replace " + input + ", which is read; name another file");
            }
        });
    }

    /** The real place of a document that was asked for; null for standard output. */
    Path place(String option) {
        return places.get(option);
    }

    /** Whether standard output is taken by a document, so that nothing else may be printed there. */
    boolean takesStandardOutput() {
        return places.containsValue(null);
    }

    /**
     * Delivers all documents or, where one cannot be written, none that was not delivered before.
     *
     * @param documents by option, as given to the constructor
     * @throws InputProblem where a folder cannot be written to
     */
    void deliver(Map<String, byte[]> documents, PrintStream standardOutput) {
        List<Path[]> moves = new ArrayList<>();
        try {
            for (var document : documents.entrySet()) {
                Path place = places.get(document.getKey());
                if (place != null) {
                    Path temporary = Files.createTempFile(place.getParent(), ".ketum-", ".tmp");
                    moves.add(new Path[] {temporary, place});
                    Files.write(temporary, document.getValue());
                }
            }
            for (Path[] move : moves) {
                Files.move(move[0], move[1], StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            moves.forEach(move -> move[0].toFile().delete());
            throw new InputProblem("cannot write: " + reason(e));
        }
        documents.forEach((option, document) -> {
            if (places.get(option) == null) {
                standardOutput.writeBytes(document);
                standardOutput.flush();
            }
        });
    }

    private static Path realPlace(String option, String typed) {
        Path place;
        try {
            place = Path.of(typed).toAbsolutePath().normalize();
            if (Files.exists(place)) {
                // Through a symbolic link to the file itself: renaming would replace the link.
                place = place.toRealPath();
                if (!Files.isRegularFile(place)) {
                    throw new InputProblem(option + " " + typed + " is not an ordinary file; name a file, or - for standard output");
                }
                return place;
            }
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new InputProblem(option + " " + typed + " is a link that leads nowhere; name another file");
            }
            return place.getParent().toRealPath().resolve(place.getFileName());
        } catch (InvalidPathException e) {
            throw new InputProblem(option + " " + typed + " is not a file name");
        } catch (NoSuchFileException e) {
            throw new InputProblem(option + " " + typed + ": its folder does not exist; make it first");
        } catch (IOException e) {
            throw new InputProblem(option + " " + typed + " cannot be used: " + reason(e));
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) ? Files.isSameFile(one, other)
                    : one.equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            return one.equals(other);
        }
    }

    /** Why writing failed, in a few words. */
    static String reason(IOException e) {
        return e instanceof FileSystemException problem
                ? problem.getFile() + " (" + (problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason()) + ")"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
