package ketum.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ketum.report.terminal.TerminalOptions;

/** Writes the sample reports into a folder, to be looked at in a browser; not a test. */
final class Preview {
    private Preview() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> names = List.of("standard", "withheld", "seven-hydroxy", "for-clinician", "holes");
        for (int i = 0; i < names.size(); i++) {
            for (Audience audience : Audience.values()) {
                String stem = names.get(i) + "-" + audience.name().toLowerCase(java.util.Locale.ROOT);
                Files.writeString(folder.resolve(stem + ".html"), Report.html(SampleAssessment.all().get(i), audience));
                Files.writeString(folder.resolve(stem + ".txt"), Report.terminal(SampleAssessment.all().get(i), audience, new TerminalOptions(80, false)));
            }
            Files.writeString(folder.resolve(names.get(i) + ".json"), Report.json(SampleAssessment.all().get(i)));
        }
    }
}
