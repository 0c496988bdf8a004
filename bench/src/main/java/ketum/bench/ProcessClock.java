package ketum.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Processor time of this process, all its threads included. The JDK's own figure has a grain of 10 ms, too coarse for a round of
 * some tenths of a second, so the C library is asked where it can be.
 */
final class ProcessClock {

    private static final int LINUX_CLOCK = 2;
    private static final int MACOS_CLOCK = 12;
    private static final MethodHandle CLOCK_GETTIME = find();

    private ProcessClock() {
    }

    private static MethodHandle find() {
        try {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().find("clock_gettime").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        } catch (RuntimeException | IllegalAccessError unavailable) {
            return null;
        }
    }

    static double seconds() {
        if (CLOCK_GETTIME != null) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
                boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
                if ((int) CLOCK_GETTIME.invokeExact(mac ? MACOS_CLOCK : LINUX_CLOCK, time) == 0) {
                    return time.getAtIndex(ValueLayout.JAVA_LONG, 0) + 1e-9 * time.getAtIndex(ValueLayout.JAVA_LONG, 1);
                }
            } catch (Throwable failure) {
                throw new IllegalStateException("the C library's clock_gettime failed", failure);
            }
        }
        return 1e-9 * ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
