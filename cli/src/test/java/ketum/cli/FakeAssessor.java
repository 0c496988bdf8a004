package ketum.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import ketum.care.Assessment;
import ketum.care.Case;
import ketum.report.Audience;

/** Says in its text what it was asked. Each step can be replaced. */
class FakeAssessor implements Assessor {
    String asked = "";

    @Override
    public Case read(Path file, Consumer<Path> beforeReading) {
        return null;
    }

    @Override
    public Assessment assess(Case person, int twins, long seed, int threads) {
        asked = "twins " + twins + " seed " + seed + " threads " + threads;
        return null;
    }

    @Override
    public String terminal(Assessment assessment, Audience reader) {
        return "screen for " + reader + "\n";
    }

    @Override
    public String html(Assessment assessment, Audience reader) {
        return "page for " + reader + " – µ";
    }

    @Override
    public String json(Assessment assessment) {
        return "{\"unit\": \"µg\"}";
    }
}
