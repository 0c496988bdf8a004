package ketum.fuzz;

import java.io.PrintStream;
import java.nio.file.Path;

/** Where to print, and where the checkout is. @param libraries class path of this program, Jazzer with it */
record Console(PrintStream out, PrintStream err, Path root, String libraries) {
}
