package ketum.care.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.care.Case.EarlierStop;
import ketum.care.Case.Scale;
import ketum.care.Case.ScoreNow;

/** Reads withdrawal scores and earlier tries to stop. */
final class StopReader {

    private static final int MOST_STOPS = 20;
    private static final int LONGEST_TEXT = 300;
    private static final double DAYS_PER_MONTH = 365.25 / 12;
    private static final double LONGEST_DAYS = 100 * 365.25;

    private static final Map<String, Double> DAYS = Map.ofEntries(Map.entry("hour", 1 / 24.0), Map.entry("hours", 1 / 24.0), Map.entry("h", 1 / 24.0),
            Map.entry("day", 1.0), Map.entry("days", 1.0), Map.entry("week", 7.0), Map.entry("weeks", 7.0), Map.entry("month", DAYS_PER_MONTH),
            Map.entry("months", DAYS_PER_MONTH), Map.entry("year", 365.25), Map.entry("years", 365.25));

    private record Score(Scale scale, double value) {}

    private StopReader() {}

    static Optional<ScoreNow> scoreNow(Section section, LocalDate date) {
        Optional<Score> score = score(section);
        var at = section.get("at").flatMap(v -> Moments.dateTime(v, date));
        return score.map(s -> new ScoreNow(s.scale(), s.value(), at));
    }

    private static Optional<Score> score(Section section) {
        Optional<Scale> scale = section.need("scale").flatMap(v -> v.choice(Map.of("cows", Scale.COWS, "sows", Scale.SOWS)));
        Optional<Value> value = section.need("value");
        Optional<Integer> points = value.flatMap(v -> v.whole(0, 64));
        if (scale.isEmpty() || points.isEmpty()) {
            return Optional.empty();
        }
        if (scale.get() == Scale.COWS && points.get() > 48) {
            value.orElseThrow().wrong(value.get().found(), "COWS runs from 0 to 48", "Was it SOWS (0 to 64)?");
            return Optional.empty();
        }
        return Optional.of(new Score(scale.get(), points.get()));
    }

    static List<EarlierStop> earlier(Value value) {
        List<EarlierStop> stops = new ArrayList<>();
        for (Value item : value.items(MOST_STOPS).orElse(List.of())) {
            if (item.node() instanceof Node.Fields fields && fields.entries().isEmpty()) {
                item.wrong("an empty group", "an earlier stop says at least one of longest, worst, taper, failed, helped");
            } else {
                item.section(CaseFields.STOP).ifPresent(section -> stops.add(stop(section)));
            }
        }
        return stops;
    }

    private static EarlierStop stop(Section section) {
        OptionalDouble longest = section.get("longest").map(StopReader::days).orElse(OptionalDouble.empty());
        Optional<Score> worst = section.get("worst").flatMap(v -> v.section(CaseFields.WORST)).flatMap(StopReader::score);
        boolean taper = section.get("taper").flatMap(Value::yesNo).orElse(false);
        Optional<Boolean> failed = section.get("failed").flatMap(Value::yesNo);
        if (taper && !section.has("failed")) {
            section.missing("failed");
        }
        Optional<String> helped = section.get("helped").flatMap(v -> v.text(LONGEST_TEXT));
        return new EarlierStop(longest, worst.map(Score::scale), worst.map(s -> OptionalDouble.of(s.value())).orElse(OptionalDouble.empty()), taper,
                failed.orElse(false), helped.orElse(""));
    }

    private static OptionalDouble days(Value value) {
        Optional<Value.Measure> measure = value.measure();
        if (measure.isEmpty()) {
            return OptionalDouble.empty();
        }
        Double unit = DAYS.get(measure.get().unit());
        if (unit == null || measure.get().number() <= 0 || measure.get().number() * unit > LONGEST_DAYS) {
            value.wrong(value.found(), value.field().takes());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(measure.get().number() * unit);
    }
}
