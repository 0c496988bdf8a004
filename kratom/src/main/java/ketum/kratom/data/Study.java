package ketum.kratom.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A published study, complete enough to simulate its own design: what was given to whom, when it was measured and what was reported.
 *
 * @param name          file name without ending, used by {@code ketum study run}
 * @param title         short description in our words
 * @param source        key in {@link Sources}
 * @param design        kind of study
 * @param product       what was taken
 * @param arms          dosing arms, at least one
 * @param people        who took part
 * @param sampling      when and how well it was measured
 * @param observations  what was reported, each with its band
 */
public record Study(String name, String title, String source, Design design, ProductTaken product, List<Arm> arms, People people,
                    Sampling sampling, List<Observation> observations) {

    /** Arm name of observations that compare or summarise all arms. */
    public static final String ALL_ARMS = "all arms";

    public Study {
        arms = List.copyOf(arms);
        observations = List.copyOf(observations);
    }

    /** The arm of this name. */
    public Arm arm(String armName) {
        return arms.stream().filter(arm -> arm.name().equals(armName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("study " + name + " has no arm " + armName));
    }

    /**
     * @param kind           shape of the study
     * @param summary        one or two sentences
     * @param reconstruction what of the design was not published and how it was filled in; empty where nothing was
     */
    public record Design(Kind kind, String summary, String reconstruction) {
        public enum Kind { SINGLE_DOSE, REPEATED_DOSES, USE_THEN_STOP, USUAL_USE, OTHER_OPIOID }
    }

    /**
     * A number of the design with its spread over people.
     *
     * @param value  central value (geometric mean where {@code logSd} is above 0)
     * @param logSd  SD of ln over people; 0 where everybody had the same
     * @param low    lowest, where known or set
     * @param high   highest, where known or set
     * @param status how it is known
     * @param note   reason or arithmetic; empty for a number that was read
     */
    public record Figure(double value, double logSd, OptionalDouble low, OptionalDouble high, String unit, Status status, String note) {}

    /**
     * @param type    label of a {@link ketum.kratom.Product.Type}; empty where no kratom was given
     * @param content mg per g of product (or mg per drink, see unit) by alkaloid id
     */
    public record ProductTaken(String type, String description, Map<String, Figure> content) {
        public ProductTaken {
            content = Map.copyOf(content);
        }
    }

    /**
     * Doses of one arm.
     *
     * @param amount per dose: product in g, or mitragynine in mg (the other alkaloids then follow the product's ratios), or another drug in ug
     * @param hours  clock hours of the doses of one day; the first dose is at {@code hours[0]}
     * @param days   number of days of dosing
     * @param dosesPerDay where it differs between people, its spread; {@code hours} then holds the typical day
     * @param leadIn  use before this arm's first dose, where there was any
     */
    public record Arm(String name, Figure amount, List<Double> hours, int days, Optional<Figure> dosesPerDay, Optional<LeadIn> leadIn) {
        public Arm {
            hours = List.copyOf(hours);
        }
    }

    /** This arm starts {@code gapHours} after the last dose of another arm of the study. */
    public record LeadIn(String arm, double gapHours) {}

    /**
     * @param n      people analysed per arm unless an arm's note says otherwise
     * @param female of them, -1 where unknown
     */
    public record People(int n, int female, Figure ageYears, Figure weightKg, Figure yearsOfUse, String note) {}

    /**
     * @param timesHours    hours after the clock's zero
     * @param clock         what time zero is: the first or the last dose of the observation's own arm
     * @param limit         limit of quantification by analyte id; values below are missing
     * @param terminalRule  how the terminal half-life is taken
     * @param reconstructed true where the times are ours
     * @param note          why these times and limits, fixed before any fit
     */
    public record Sampling(List<Double> timesHours, Clock clock, Map<String, Figure> limit, Optional<TerminalRule> terminalRule,
                           boolean reconstructed, String note) {
        public enum Clock { FIRST_DOSE, LAST_DOSE }

        public Sampling {
            timesHours = List.copyOf(timesHours);
            limit = Map.copyOf(limit);
        }
    }

    /**
     * Log-linear regression over the last quantifiable samples.
     *
     * @param points        number of last samples above the limit that are used; fewer than this: no half-life is reported
     * @param afterPeak     true where the peak itself is excluded
     */
    public record TerminalRule(int points, boolean afterPeak, String note) {}

    /** What an observation is for. Calibration may be fitted; check may not; consistency was known when the structure was chosen. */
    public enum Purpose { CALIBRATION, CHECK, CONSISTENCY }

    /**
     * One reported number with the band a prediction has to meet, stated before the fit.
     *
     * @param arm       arm name, or {@link #ALL_ARMS}
     * @param analyte   alkaloid id, where there is one
     * @param quantity  what was measured, for example cmax, tmax, half_life, auc_inf, cows, sows, cold_pressor_tolerance, pupil_change
     * @param statistic median, mean, sd, maximum, share, odds_ratio, ratio, highest_arm_mean ...
     * @param hours     time of measurement on the sampling clock, empty where not tied to one
     */
    public record Observation(String arm, Optional<String> analyte, String quantity, String statistic, String unit, double observed,
                              OptionalDouble low, OptionalDouble high, List<Double> hours, String locator, Status status,
                              Purpose purpose, Band band, String note) {
        public Observation {
            hours = List.copyOf(hours);
        }
    }

    /** When a prediction counts as agreeing. */
    public sealed interface Band {
        boolean contains(double predicted, double observed);

        /** Within a factor of the observed value, either way; a prediction of the other sign is outside. */
        record Fold(double factor) implements Band {
            @Override
            public boolean contains(double predicted, double observed) {
                double ratio = predicted / observed;
                return ratio >= 1 / factor && ratio <= factor;
            }
        }

        /** Within a distance of the observed value, in its unit. */
        record Within(double distance) implements Band {
            @Override
            public boolean contains(double predicted, double observed) {
                return StrictMath.abs(predicted - observed) <= distance;
            }
        }

        /** Between two fixed values, in the unit of the observation. */
        record Between(double low, double high) implements Band {
            @Override
            public boolean contains(double predicted, double observed) {
                return predicted >= low && predicted <= high;
            }
        }

        /** Reported beside the prediction without judgement; never a pass. */
        record Reported() implements Band {
            @Override
            public boolean contains(double predicted, double observed) {
                return false;
            }
        }
    }
}
