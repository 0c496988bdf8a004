package ketum.kratom.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import ketum.kratom.data.Study;

/**
 * What a study's own design gives with virtual participants, beside what the study reported.
 *
 * @param study      its file
 * @param replicates how often the trial was repeated
 * @param people     virtual people per group and replicate
 * @param seed       of all draws: the same seed gives the same numbers
 * @param rows       one per reported number, in the order of the study file
 * @param remarks    what a reader must know beside the numbers
 */
public record StudyResult(Study study, int replicates, int people, long seed, List<Row> rows, List<String> remarks) {

    public StudyResult {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** Whether a prediction met its band. */
    public enum Verdict { PASS, MISS, NOT_JUDGED }

    /**
     * The middle and the 95 % predictive interval of a statistic over replicate trials; not a number where no replicate gives it.
     *
     * @param missing share of replicates that give no value
     */
    public record Prediction(double median, double low, double high, double missing) {}

    /**
     * One reported number with its prediction.
     *
     * @param prediction empty where the model has no such quantity; the note says why
     * @param note       what the study file and the run say of this number
     */
    public record Row(Study.Observation observation, Optional<Prediction> prediction, String note) {

        /** A band judges the median prediction; a number that is only reported is not judged. */
        public Verdict verdict() {
            if (prediction.isEmpty() || observation.band() instanceof Study.Band.Reported) {
                return Verdict.NOT_JUDGED;
            }
            return observation.band().contains(prediction.get().median(), observation.observed()) ? Verdict.PASS : Verdict.MISS;
        }
    }

    /** The band as a person reads it. */
    public static String words(Study.Band band) {
        return switch (band) {
            case Study.Band.Fold fold -> "within " + number(fold.factor()) + "-fold";
            case Study.Band.Within within -> "within " + number(within.distance());
            case Study.Band.Between between -> number(between.low()) + " to " + number(between.high());
            case Study.Band.Reported _ -> "reported only";
        };
    }

    /** Three significant digits, without an exponent; what is nearer to 0 than a thousandth is only called that. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "unlimited" : "minus unlimited";
        }
        if (value != 0 && StrictMath.abs(value) < 0.001) {
            return value > 0 ? "<0.001" : ">-0.001";
        }
        return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
