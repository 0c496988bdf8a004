package ketum.kratom.study;

import java.util.Arrays;
import java.util.Optional;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Study;
import ketum.kratom.data.Tables;

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
     * The schedule and limit that a study's file gives for one analyte. Samples at or before time 0 are left out; where the file gives no
     * limit, every concentration above 0 counts.
     *
     * @throws IllegalArgumentException where the file's terminal rule is not the one of {@link NonCompartmental} or its limit is in a unit
     *                                  other than nmol/L and ng/mL
     */
    public static Sampling of(Study study, Alkaloid analyte) {
        study.sampling().terminalRule().ifPresent(rule -> {
            if (rule.points() != NonCompartmental.TERMINAL_POINTS || !rule.afterPeak()) {
                throw new IllegalArgumentException(study.name() + ": terminal_rule must be the last " + NonCompartmental.TERMINAL_POINTS
                        + " quantifiable samples after the peak, the only rule that is computed");
            }
        });
        double[] times = study.sampling().timesHours().stream().mapToDouble(Double::doubleValue).filter(hour -> hour > 0).toArray();
        Study.Figure limit = study.sampling().limit().get(analyte.id());
        return new Sampling(times, limit == null ? Double.MIN_NORMAL : nanomolesPerLitre(study, limit, analyte));
    }

    private static double nanomolesPerLitre(Study study, Study.Figure limit, Alkaloid analyte) {
        return switch (limit.unit()) {
            case "nM" -> limit.value();
            case "ng/mL" -> limit.value() * 1000 / Tables.standard().table("molecules").value(analyte.id(), "molar_mass");
            default -> throw new IllegalArgumentException(study.name() + ": limit of quantification in " + limit.unit() + ", not nM or ng/mL");
        };
    }

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
