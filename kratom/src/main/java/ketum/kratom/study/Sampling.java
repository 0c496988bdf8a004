package ketum.kratom.study;

import java.util.Arrays;
import java.util.Optional;

/**
 * When a study drew blood and what its assay could quantify.
 *
 * @param timesHours            sampling times in h after the dose, ascending
 * @param limitOfQuantification smallest concentration that is reported, in nmol/L
 */
public record Sampling(double[] timesHours, double limitOfQuantification) {

    public Sampling {
        timesHours = timesHours.clone();
    }

    /**
     * The design of Tanna 2022. The times are reconstructed: they hold every sampling time at which a highest concentration was
     * reported and end at 120 h, where the study's abstract ends. The limit of quantification is assumed, the same for all analytes.
     */
    public static final Sampling TANNA_2022 = new Sampling(
            new double[] {0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3.5, 4.5, 6.5, 8.5, 12, 24, 36, 48, 72, 96, 120}, 0.25);

    @Override
    public double[] timesHours() {
        return timesHours.clone();
    }

    /** Number of samples. */
    public int size() {
        return timesHours.length;
    }

    /** Time of one sample in h. */
    public double timeHours(int sample) {
        return timesHours[sample];
    }

    /** The statistics that this design gives of concentrations in nmol/L, one per sampling time; empty where nothing is quantifiable. */
    public Optional<NonCompartmental> analyse(double[] concentrations) {
        return NonCompartmental.of(timesHours, concentrations, limitOfQuantification);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sampling(double[] times, double limit)
                && Arrays.equals(times, timesHours) && limit == limitOfQuantification;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(timesHours) + Double.hashCode(limitOfQuantification);
    }
}
