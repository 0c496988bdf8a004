package ketum.kratom.interaction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import ketum.engine.Cohort;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.KratomModel;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/**
 * Ventilation of people who are used to neither, under an opioid that alone halves it, with one dose of kratom on top: kratom's twins, both acting on
 * the same receptor. A partial agonist can displace a full one, and then the model predicts better breathing than under the opioid alone. No person
 * was ever tested, so that is never shown: every twin's value is at most the opioid's own. For clinicians only.
 */
public final class OpioidVentilation {

    private static final int TWINS = 60;
    private static final long SEED = 1;
    /** The opioid alone, as a share of ventilation without it. */
    public static final double OPIOID_ALONE = 0.5;
    /** With occupancy 1/4 a drive of one, which halves ventilation, needs four times the reciprocal of the gain. */
    private static final double OCCUPANCY_TERM = 1.0 / 3;
    private static final double EFFICACY = 4;

    private OpioidVentilation() {
    }

    /**
     * Shares of ventilation without any drug, lowest in the eight hours after the dose.
     *
     * @param kratomAlone  with kratom only
     * @param together     with both, never above the opioid alone
     * @param suppressed   share of twins in which the model alone predicted better breathing than under the opioid alone
     */
    public record Lowest(Interval kratomAlone, Interval together, double suppressed) {
    }

    /** @param milligrams mitragynine of a single dose of leaf */
    public static Lowest after(double milligrams) {
        Simulator simulator = Simulator.compile(KratomModel.model(), List.of("gain", "ventilation"), Accuracy.STANDARD.options(1));
        Product leaf = new Product(Product.Type.LEAF_POWDER, "", new Product.Content.ByType(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        Person person = new Person(40, Person.Sex.UNSTATED, 75, Person.Pregnancy.NO);
        Twins twins = Twins.draw(i -> person, i -> List.of(), List.of(new Twins.Counted(leaf, Use.AmountUnit.GRAM)), Spread.BOTH, TWINS, SEED);
        double grams = milligrams / Tables.standard().table("products").value("leaf.mitragynine", "mass_fraction");
        Regimen regimen = new Regimen(List.of(new Regimen.Dose(0, 0, grams, 0)));
        Map<String, double[]> parameters = new LinkedHashMap<>(twins.parameters());
        double[] times = DoubleStream.iterate(0, hour -> hour <= 8, hour -> hour + 0.25).toArray();
        Trajectories alone = simulator.run(new Cohort(TWINS, 0, times, parameters, Map.of(), twin -> twins.doses(twin, regimen, simulator)));
        double[] efficacy = new double[TWINS];
        double[] occupancy = new double[TWINS];
        for (int i = 0; i < TWINS; i++) {
            efficacy[i] = EFFICACY / (parameters.get("breathing_gain")[i] * alone.value(0, i, 0));
        }
        Arrays.fill(occupancy, OCCUPANCY_TERM);
        parameters.put("tau_co", efficacy);
        parameters.put("x_co", occupancy);
        Trajectories both = simulator.run(new Cohort(TWINS, 0, times, parameters, Map.of(), twin -> twins.doses(twin, regimen, simulator)));
        double[] kratom = new double[TWINS];
        double[] together = new double[TWINS];
        int suppressed = 0;
        for (int i = 0; i < TWINS; i++) {
            kratom[i] = Arrays.stream(alone.series(1, i)).min().orElseThrow();
            double lowest = Arrays.stream(both.series(1, i)).skip(1).min().orElseThrow();
            suppressed += lowest > OPIOID_ALONE ? 1 : 0;
            together[i] = Math.min(OPIOID_ALONE, lowest);
        }
        return new Lowest(interval(kratom), interval(together), suppressed / (double) TWINS);
    }

    private static Interval interval(double[] values) {
        return new Interval(Cyp3aTurnover.quantile(values, 0.05), Cyp3aTurnover.quantile(values, 0.5), Cyp3aTurnover.quantile(values, 0.95));
    }
}
