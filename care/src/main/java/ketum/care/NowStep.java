package ketum.care;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.DoubleStream;
import ketum.care.Assessment.Entered;
import ketum.care.Assessment.NowFinding;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.Section;
import ketum.care.Case.Scale;
import ketum.care.Case.ScoreNow;

/** The score that would be expected at this hour beside the one that was entered. */
final class NowStep {

    private static final List<String> OURS = List.of("ketum");
    /** Scores are whole numbers; the forecast is not. */
    private static final double ROUNDING = 0.5;
    /**
     * Up to here people without withdrawal score for other reasons (a quick pulse, a poor night), which the forecast does not hold: COWS below 5
     * is called none; users of kratom in no withdrawal scored 5.5 on SOWS, SD 3.3 (Smith 2024).
     */
    private static final double USUAL_COWS = 4;
    private static final double USUAL_SOWS = 9;

    private final Case input;
    private final WithdrawalStep withdrawal;
    private final LocalDateTime lastDose;

    private NowStep(Case input, WithdrawalStep withdrawal, LocalDateTime lastDose) {
        this.input = input;
        this.withdrawal = withdrawal;
        this.lastDose = lastDose;
    }

    static Section<NowFinding> now(Case input, WithdrawalStep withdrawal) {
        return input.lastDose().map(lastDose -> new NowStep(input, withdrawal, lastDose).section()).orElseGet(() -> new Section.Insufficient<>(
                "Say when the last dose was taken (last_dose: date and time) to compare this hour with the forecast.", OURS));
    }

    private Section<NowFinding> section() {
        double hours = hours(moment());
        if (hours < 0) {
            return new Section.Insufficient<>("The score was taken before the last dose.", OURS);
        }
        if (hours > WithdrawalStep.LAST_HOUR) {
            return new Section.Insufficient<>("The last dose was more than 30 days before; the forecast ends there.", OURS);
        }
        return new Section.Present<>(new NowFinding(hours, withdrawal.at("cows", hours), withdrawal.at("sows", hours), input.scoreNow().map(this::entered)));
    }

    /** When the score was taken. Unknown, it is taken to be the middle of what is left of the report's day: noon, or later where the last dose was that day. */
    private LocalDateTime moment() {
        LocalDateTime from = startOfDay();
        return input.scoreNow().flatMap(ScoreNow::at).orElse(from.plusMinutes(Duration.between(from, endOfDay()).toMinutes() / 2));
    }

    private LocalDateTime startOfDay() {
        LocalDateTime midnight = input.date().atStartOfDay();
        return lastDose.isAfter(midnight) ? lastDose : midnight;
    }

    private LocalDateTime endOfDay() {
        return input.date().plusDays(1).atStartOfDay();
    }

    private double hours(LocalDateTime moment) {
        return Duration.between(lastDose, moment).toMinutes() / 60.0;
    }

    /** Where the hour of a score is not known, it is called unexpected only if it would be at every hour of the day that is left. */
    private Entered entered(ScoreNow score) {
        String scale = score.scale() == Scale.COWS ? "cows" : "sows";
        double[] possible = score.at().isPresent() ? new double[] {hours(moment())}
                : DoubleStream.iterate(hours(startOfDay()), hour -> hour <= Math.min(hours(endOfDay()), WithdrawalStep.LAST_HOUR), hour -> hour + 1).toArray();
        List<Quantity> expected = DoubleStream.of(possible).mapToObj(hour -> withdrawal.at(scale, hour)).toList();
        double usual = score.scale() == Scale.COWS ? USUAL_COWS : USUAL_SOWS;
        boolean above = score.value() > usual && expected.stream().allMatch(quantity -> score.value() > quantity.both().high() + ROUNDING);
        boolean below = expected.stream().allMatch(quantity -> score.value() < quantity.both().low() - ROUNDING);
        return new Entered(score.scale().name(), score.value(), above || below, statement(above, below));
    }

    static String statement(boolean above, boolean below) {
        if (above) {
            return "The entered score is higher than for 95 of 100 computed people at this hour: consider another substance or illness.";
        }
        return below ? "The entered score is lower than for 95 of 100 computed people at this hour: consider another substance or illness, or that it comes later."
                : "The entered score lies where 90 of 100 computed people fall at this hour.";
    }
}
