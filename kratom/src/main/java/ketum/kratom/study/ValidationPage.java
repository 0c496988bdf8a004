package ketum.kratom.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ketum.kratom.Versions;
import ketum.kratom.data.Study;
import ketum.kratom.data.Tables;

/** The page {@code docs/validation.md}: every study, predicted beside observed, misses first. Markdown. */
public final class ValidationPage {

    private final List<StudyResult> results;

    /** @param results one per study, in the order of the page */
    public ValidationPage(List<StudyResult> results) {
        this.results = List.copyOf(results);
    }

    /** @param command the command line that made the page, named on it */
    public String text(String command) {
        StringBuilder page = new StringBuilder();
        page.append("# What the model gets right and what it misses\n\n")
                .append("Made by `").append(command).append("`; do not edit by hand. Model ").append(Versions.model()).append(", data ").append(Versions.data())
                .append(", seed ").append(results.getFirst().seed()).append(".\n\n")
                .append("""
                        To see whether the page is still true, run that command and look whether the file changes (`git diff --exit-code docs/validation.md`). A build
                        repeats one cheap study only, because all of them take minutes. Which line of the withdrawal checklist is held by which test:
                        [withdrawal-checklist.md](validation/withdrawal-checklist.md).

                        Each study's own design is repeated with virtual people of its number, drawn from its age, weight and sex; what science does not know is drawn once
                        per repeat of the trial. *Predicted* is the middle of the repeats, with the interval that holds 95 % of them. The band was stated in the study's
                        file. *Calibration*: the model was fitted to this number, agreement proves nothing. *Consistency*: the number was known when the structure was
                        chosen. *Check*: nothing was fitted to it, but its result was seen while the model was being built. Only the frozen predictions
                        (`ketum study score`) are blind. A wide interval means that a pass says little.

                        """);
        appendMisses(page);
        appendCounts(page);
        results.forEach(result -> page.append(section(result)));
        return page.toString();
    }

    private void appendMisses(StringBuilder page) {
        page.append("## Misses\n\n");
        List<String> misses = results.stream().flatMap(result -> result.rows().stream()
                .filter(row -> row.verdict() == StudyResult.Verdict.MISS).map(row -> "- " + result.study().name() + ", " + subject(row) + ": predicted "
                        + predicted(row) + ", observed " + observed(row) + " (band: " + StudyResult.words(row.observation().band()) + "; "
                        + use(row) + ")\n")).toList();
        page.append(misses.isEmpty() ? "None.\n" : String.join("", misses)).append('\n');
    }

    private void appendCounts(StringBuilder page) {
        page.append("## Counts\n\n| Use of the number | pass | miss | not judged |\n|---|---|---|---|\n");
        for (Study.Purpose purpose : Study.Purpose.values()) {
            page.append("| ").append(purpose.name().toLowerCase(Locale.ROOT)).append(" | ");
            for (StudyResult.Verdict verdict : StudyResult.Verdict.values()) {
                page.append(results.stream().flatMap(result -> result.rows().stream())
                        .filter(row -> row.observation().purpose() == purpose && row.verdict() == verdict).count()).append(" | ");
            }
            page.setLength(page.length() - 1);
            page.append('\n');
        }
        page.append('\n');
    }

    /** One study's part of the page. */
    static String section(StudyResult result) {
        StringBuilder page = new StringBuilder();
        Study study = result.study();
        page.append("## ").append(study.name()).append("\n\n").append(study.title()).append(". ").append(study.design().summary()).append("\n\n");
        if (!study.design().reconstruction().isEmpty()) {
            page.append("Filled in by us: ").append(study.design().reconstruction()).append("\n\n");
        }
        if (!study.sampling().note().isEmpty()) {
            page.append("Times of measurement: ").append(study.sampling().note()).append("\n\n");
        }
        page.append("Source: ").append(citation(study.source())).append(". ").append(size(result)).append(". Command: `ketum study run ").append(study.name()).append("`.\n\n");
        result.remarks().forEach(remark -> page.append(remark).append("\n\n"));
        page.append("| | predicted (95 %) | observed | unit | band | verdict | use |\n|---|---|---|---|---|---|---|\n");
        for (StudyResult.Row row : result.rows()) {
            page.append("| ").append(subject(row)).append(" | ").append(predicted(row)).append(" | ").append(observed(row)).append(" | ")
                    .append(row.observation().unit()).append(" | ").append(StudyResult.words(row.observation().band())).append(" | ")
                    .append(words(row.verdict())).append(" | ").append(use(row)).append(" |\n");
        }
        Map<String, List<String>> notes = new LinkedHashMap<>();
        result.rows().stream().filter(row -> !row.note().isEmpty()).forEach(row -> notes.computeIfAbsent(row.note(), note -> new ArrayList<>()).add(subject(row)));
        page.append(notes.isEmpty() ? "\n" : "\nNotes:\n\n");
        notes.forEach((note, subjects) -> page.append("- ").append(subjects.getFirst()).append(subjects.size() > 1 ? " and " + (subjects.size() - 1) + " more" : "")
                .append(": ").append(note).append('\n'));
        page.append(notes.isEmpty() ? "" : "\n");
        return page.toString();
    }

    private static String size(StudyResult result) {
        if (result.people() == 1) {
            return result.replicates() + " draws of what science does not know, one person";
        }
        boolean grouped = result.study().arms().stream().filter(arm -> arm.leadIn().isEmpty()).count() > 1;
        return result.replicates() + " repeats of " + result.people() + " people" + (grouped ? " per group" : "");
    }

    private static String citation(String key) {
        return Tables.standard().sources().find(key).map(source -> source.title() + " (" + source.year() + ")").orElse(key);
    }

    /** What a row is about: arm, analyte, quantity, statistic, hours. */
    public static String subject(StudyResult.Row row) {
        Study.Observation observation = row.observation();
        return observation.arm() + ", " + observation.analyte().map(analyte -> analyte + " ").orElse("") + observation.quantity().replace('_', ' ') + ", "
                + observation.statistic() + (observation.hours().isEmpty() ? "" : " at " + observation.hours().stream().map(StudyResult::number)
                .collect(Collectors.joining(", ")) + " h");
    }

    /** The prediction with its interval, or a dash. */
    public static String predicted(StudyResult.Row row) {
        return row.prediction().map(p -> StudyResult.number(p.median()) + " (" + StudyResult.number(p.low()) + " to " + StudyResult.number(p.high()) + ")").orElse("-");
    }

    private static String observed(StudyResult.Row row) {
        Study.Observation observation = row.observation();
        String range = observation.low().isPresent() && observation.high().isPresent()
                ? " (" + StudyResult.number(observation.low().getAsDouble()) + " to " + StudyResult.number(observation.high().getAsDouble()) + ")" : "";
        return StudyResult.number(observation.observed()) + range;
    }

    /** The verdict as a person reads it. */
    public static String words(StudyResult.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case MISS -> "MISS";
            case NOT_JUDGED -> "not judged";
        };
    }

    private static String use(StudyResult.Row row) {
        return row.observation().purpose().name().toLowerCase(Locale.ROOT);
    }
}
