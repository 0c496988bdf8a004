package ketum.fuzz;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the launcher starts fuzzing; it names the checkout in the property {@code ketum.root}. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(FuzzCommand.run(new Console(out, err, Path.of(System.getProperty("ketum.root", ".")), System.getProperty("java.class.path")), arguments));
    }
}
