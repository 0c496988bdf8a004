package ketum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that is read whole, up to a bound. */
final class SmallFile {

    private SmallFile() {
    }

    /**
     * The file's bytes, but no more than one above {@code most}: enough to see that it is too large.
     *
     * @throws InputProblem where it cannot be read
     */
    static byte[] start(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (NoSuchFileException e) {
            throw new InputProblem(file + ": there is no such file");
        } catch (IOException e) {
            throw new InputProblem(file + " cannot be read: " + Outputs.reason(e));
        }
    }
}
