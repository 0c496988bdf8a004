package ketum.bench.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.model.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From model text to code that runs: what a program that compiles many models pays for each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ModelTextBenchmark {

    private static final List<String> OUTPUTS = List.of("AG", "AC", "AP", "MC", "MP", "CE", "T1", "T2");

    private String text;
    private Model model;

    @Setup
    public void read() throws IOException {
        try (var resource = ModelTextBenchmark.class.getResourceAsStream("/ketum/bench/k8.ant")) {
            text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        model = Model.parse("k8.ant", text);
    }

    @Benchmark
    public Model parse() {
        return Model.parse("k8.ant", text);
    }

    @Benchmark
    public Simulator compileScalar() {
        return Simulator.compile(model, OUTPUTS, Options.of(1e-6, 1e-8).withLanes(Options.Lanes.SCALAR));
    }

    @Benchmark
    public Simulator compileVector() {
        return Simulator.compile(model, OUTPUTS, Options.of(1e-6, 1e-8).withLanes(Options.Lanes.VECTOR));
    }
}
