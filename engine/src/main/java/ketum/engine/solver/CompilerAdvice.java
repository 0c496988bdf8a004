package ketum.engine.solver;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells HotSpot to compile the loops over vectors on their own. Inlined into the solver's loop, some of their vectors end up on the heap:
 * measured on K8, a run that changed over to vector code in its course then stayed slower than scalar code, at 2,900 bytes per step. A
 * virtual machine that takes no advice runs on as it would; no number depends on it.
 */
final class CompilerAdvice {

    private static final String DIRECTIVE = """
            [{match: ["ketum/engine/solver/*.*"], inline: ["-ketum/engine/solver/VectorSeries.*", "-ketum/engine/solver/VectorArithmetic.*"]}]
            """;
    /** The virtual machine is advised once, whatever is solved in it. */
    private static final AtomicBoolean GIVEN = new AtomicBoolean();

    private CompilerAdvice() {
    }

    static void give() {
        if (!GIVEN.compareAndSet(false, true)) {
            return;
        }
        try {
            Path file = Files.createTempFile("ketum-compiler", ".json");
            try {
                Files.writeString(file, DIRECTIVE);
                ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesAdd", new Object[] {new String[] {file.toString()}}, new String[] {String[].class.getName()});
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | RuntimeException e) {
            // another virtual machine, or no folder to write to: it is advice
        }
    }
}
