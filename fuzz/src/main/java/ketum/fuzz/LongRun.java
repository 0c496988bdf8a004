package ketum.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tries the long inputs of a target at full length. */
final class LongRun {

    private static final int SLOWEST_SHOWN = 5;

    private final Target target;
    private final Console console;

    private record Timed(String what, double seconds) {}

    LongRun(Target target, Console console) {
        this.target = target;
        this.console = console;
    }

    int run() throws IOException {
        Map<String, Supplier<byte[]>> inputs = LongInputs.of(Dictionary.of(target), Seeds.of(target, console.root()), target.largest());
        Path found = console.root().resolve("target/fuzzing").resolve(target.name()).resolve("found");
        List<Timed> times = new ArrayList<>();
        int findings = 0;
        for (var input : inputs.entrySet()) {
            byte[] bytes = input.getValue().get();
            Guard.Outcome outcome = Guard.outcome(target, bytes);
            times.add(new Timed(input.getKey(), outcome.seconds()));
            if (outcome.finding().isPresent()) {
                findings++;
                Path kept = Files.createDirectories(found).resolve("long-" + input.getKey().replace(' ', '-'));
                Files.write(kept, bytes);
                outcome.finding().get().printStackTrace(console.err());
                console.out().println("found: " + input.getKey() + " (" + bytes.length + " bytes)");
                console.out().println(JazzerRun.howToReplay(target, console.root(), kept));
            }
        }
        times.sort(Comparator.comparingDouble(Timed::seconds).reversed());
        console.out().println(inputs.size() + " inputs of " + target.largest() + " bytes, " + findings + " findings; the slowest, in processor time:");
        times.stream().limit(SLOWEST_SHOWN).forEach(timed -> console.out().printf("  %7.2f s  %s%n", timed.seconds(), timed.what()));
        return findings == 0 ? 0 : FuzzCommand.FINDING;
    }
}
