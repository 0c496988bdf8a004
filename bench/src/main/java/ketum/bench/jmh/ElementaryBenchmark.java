package ketum.bench.jmh;

import java.util.concurrent.TimeUnit;
import ketum.engine.kernel.Elementary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine's exp and ln, one argument at a time, beside the ones of {@code StrictMath} (the same bits everywhere) and {@code Math}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(ElementaryBenchmark.SIZE)
public class ElementaryBenchmark {

    static final int SIZE = 1024;

    private final double[] exponents = new double[SIZE];
    private final double[] positives = new double[SIZE];

    @Setup
    public void arguments() {
        for (int i = 0; i < SIZE; i++) {
            exponents[i] = -20 + 40.0 * (i * 619 % SIZE) / SIZE;
            positives[i] = 1e-6 + 10.0 * (i * 619 % SIZE) / SIZE;
        }
    }

    @Benchmark
    public double exp() {
        double sum = 0;
        for (double x : exponents) {
            sum += Elementary.exp(x);
        }
        return sum;
    }

    @Benchmark
    public double expOfStrictMath() {
        double sum = 0;
        for (double x : exponents) {
            sum += StrictMath.exp(x);
        }
        return sum;
    }

    @Benchmark
    public double expOfMath() {
        double sum = 0;
        for (double x : exponents) {
            sum += Math.exp(x);
        }
        return sum;
    }

    @Benchmark
    public double ln() {
        double sum = 0;
        for (double x : positives) {
            sum += Elementary.ln(x);
        }
        return sum;
    }

    @Benchmark
    public double lnOfStrictMath() {
        double sum = 0;
        for (double x : positives) {
            sum += StrictMath.log(x);
        }
        return sum;
    }

    @Benchmark
    public double lnOfMath() {
        double sum = 0;
        for (double x : positives) {
            sum += Math.log(x);
        }
        return sum;
    }
}
