package ketum.kratom.interaction;

import java.util.Optional;
import ketum.kratom.data.Row;
import ketum.kratom.data.Status;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;

/**
 * What kratom does to a CYP3A victim that is swallowed with it: AUCR = 1/(Fg + (1 - Fg) Xg) * 1/(fm Xl + 1 - fm), with Xg and Xl what is left of
 * the enzyme in gut wall and liver ({@link Cyp3aTurnover}). A victim's lumped share CR ties Fg and fm together: 1 - CR = Fg (1 - fm). Where no
 * confirmed Fg exists, Fg is drawn from what is known of CYP3A substrates in general, between 1 - CR and 1.
 */
public final class KratomAsPrecipitant {

    /** The gut lets at least this much pass. */
    private static final double LEAST_GUT_AVAILABILITY = 0.05;

    private final InteractionConstants constants;
    private final Table table = Tables.interactions().table("interaction-constants");

    public KratomAsPrecipitant(InteractionConstants constants) {
        this.constants = constants;
    }

    /**
     * A ratio with what it rests on.
     *
     * @param ratio        5, 50 and 95 of 100 twins
     * @param gutConfirmed whether the victim's own gut availability is confirmed; otherwise the general one was drawn
     */
    public record Result(Interval ratio, boolean gutConfirmed) {
    }

    /** Mitragynine per dose that was tested in people, mg. */
    public double testedMilligrams() {
        return table.value("mitragynine", "tested_dose");
    }

    /** Empty where the victim's share of CYP3A is not known. */
    public Optional<Result> ratio(String victim, Cyp3aTurnover.Met met) {
        return constants.contribution(Enzyme.CYP3A, victim).map(share -> {
            Optional<Row> gut = table.find(victim, "gut_availability").filter(row -> row.status() != Status.UNCONFIRMED);
            double[] ratios = new double[met.gut().length];
            for (int i = 0; i < ratios.length; i++) {
                double contribution = between(share.value(), Cyp3aTurnover.normal(Cyp3aTurnover.even(i, 9)));
                double available = gut.isPresent() ? gut.get().value() : drawn(contribution, i);
                double metabolised = table.find(victim, "fraction_metabolised_cyp3a").map(Row::value).orElse(Math.max(0, 1 - (1 - contribution) / available));
                ratios[i] = 1 / (available + (1 - available) * met.gut()[i]) / (metabolised * met.liver()[i] + 1 - metabolised);
            }
            return new Result(new Interval(Cyp3aTurnover.quantile(ratios, 0.05), Cyp3aTurnover.quantile(ratios, 0.5), Cyp3aTurnover.quantile(ratios, 0.95)), gut.isPresent());
        });
    }

    private static double between(Interval interval, double z) {
        double end = z < 0 ? interval.low() : interval.high();
        return Math.clamp(interval.median() + (end - interval.median()) * Math.min(1, Math.abs(z) / 1.645), 0, 0.995);
    }

    private double drawn(double contribution, int twin) {
        Row prior = table.row("gut-prior", "gut_availability");
        double sd = prior.high().orElseThrow() - prior.value();
        double least = Math.max(LEAST_GUT_AVAILABILITY, 1 - contribution);
        double value = prior.value() + sd * Cyp3aTurnover.normal(Cyp3aTurnover.even(twin, 10));
        return Math.clamp(value, Math.min(least, 1), 1);
    }
}
