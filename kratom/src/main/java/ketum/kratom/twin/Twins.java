package ketum.kratom.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import ketum.engine.DoseList;
import ketum.engine.Simulator;
import ketum.engine.population.CounterRandom;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;

/**
 * A cohort of virtual twins: one column of values per model parameter, and what each twin's product holds. Twin i is the same whatever the
 * cohort's size. Immutable once drawn.
 */
public final class Twins {

    /** A product as counted by the person. */
    public record Counted(Product product, Use.AmountUnit unit) {}

    /** What is followed from the gut; swallowed 7-OH is not. */
    private static final Alkaloid[] DOSED = Arrays.stream(Alkaloid.values())
            .filter(alkaloid -> alkaloid != Alkaloid.SEVEN_HYDROXYMITRAGYNINE).toArray(Alkaloid[]::new);

    private final int size;
    private final Map<String, double[]> parameters = new LinkedHashMap<>();
    private final Map<String, double[]> unknowns = new LinkedHashMap<>();
    private final Link[] links;
    private final Layer[] people;
    private final List<double[][]> milligramsPerUnit = new ArrayList<>();
    private final double betweenDayLogSd;

    private Twins(int size, double betweenDayLogSd) {
        this.size = size;
        this.links = new Link[size];
        this.people = new Layer[size];
        this.betweenDayLogSd = betweenDayLogSd;
    }

    /**
     * Draws a cohort.
     *
     * @param person     the person behind twin i (the same for all where a report is about one person)
     * @param influences factors present in twin i
     * @param products   what they take
     * @param spread     which layers vary
     */
    public static Twins draw(IntFunction<Person> person, IntFunction<List<Influence>> influences, List<Counted> products, Spread spread,
                             int size, long seed) {
        return draw(person, influences, products, spread, size, seed, IntUnaryOperator.identity());
    }

    /**
     * Draws a cohort in which twin {@code i} lives under science draw {@code truth(i)}: what is true of one participant of a trial is true
     * of all of them.
     */
    public static Twins draw(IntFunction<Person> person, IntFunction<List<Influence>> influences, List<Counted> products, Spread spread,
                             int size, long seed, IntUnaryOperator truth) {
        TwinTables tables = TwinTables.standard();
        Twins twins = new Twins(size, tables.betweenDayLogSd());
        CounterRandom random = new CounterRandom(seed);
        for (Counted ignored : products) {
            twins.milligramsPerUnit.add(new double[size][]);
        }
        Strength strength = new Strength(tables.products());
        for (int i = 0; i < size; i++) {
            Layer people = new Layer(random, "people.", i, spread.people());
            Layer science = new Layer(random, "science.", truth.applyAsInt(i), spread.science());
            twins.people[i] = people;
            Column column = twins.column(i);
            ScienceDraw draw = ScienceDraw.of(tables, science);
            twins.links[i] = draw.link();
            draw.into(column);
            BodyDraw.of(tables, people, draw, person.apply(i), influences.apply(i)).into(column);
            for (int p = 0; p < products.size(); p++) {
                twins.milligramsPerUnit.get(p)[i] = amounts(strength.milligramsPerUnit(products.get(p).product(), products.get(p).unit(), people, "product" + p));
            }
        }
        return twins;
    }

    private static double[] amounts(Map<Alkaloid, Double> content) {
        double[] amounts = new double[Alkaloid.values().length];
        content.forEach((alkaloid, mg) -> amounts[alkaloid.ordinal()] = mg);
        return amounts;
    }

    /** Where a draw puts one twin's values. */
    interface Column {
        void parameter(String id, double value);

        void unknown(String label, double value);
    }

    private Column column(int twin) {
        return new Column() {
            @Override
            public void parameter(String id, double value) {
                parameters.computeIfAbsent(id, key -> new double[size])[twin] = value;
            }

            @Override
            public void unknown(String label, double value) {
                unknowns.computeIfAbsent(label, key -> new double[size])[twin] = value;
            }
        };
    }

    public int size() {
        return size;
    }

    /** Values by model parameter id. */
    public Map<String, double[]> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** What science does not know, by the label a reader sees: the draws behind {@code limits}. */
    public Map<String, double[]> unknowns() {
        return Collections.unmodifiableMap(unknowns);
    }

    /** The explanation of withdrawal that twin {@code i} follows. */
    public Link link(int i) {
        return links[i];
    }

    /** mg of an alkaloid in one counted unit of a product. */
    public double milligramsPerUnit(int twin, int product, Alkaloid alkaloid) {
        return milligramsPerUnit.get(product)[twin][alkaloid.ordinal()];
    }

    /**
     * One twin's doses, for a compiled simulator: alkaloid amounts in nmol into the gut states the simulator keeps. Swallowed 7-OH is left
     * out: what a body does with it is not known.
     */
    public DoseList doses(int twin, Regimen regimen, Simulator simulator) {
        int[] states = new int[DOSED.length];
        int kept = 0;
        for (int a = 0; a < DOSED.length; a++) {
            states[a] = simulator.stateIndex("G_" + DOSED[a].symbol());
            kept += states[a] >= 0 ? 1 : 0;
        }
        double[][] nanomoles = nanomolesPerUnit(twin);
        int n = regimen.doses().size() * kept;
        double[] time = new double[n];
        int[] state = new int[n];
        double[] amount = new double[n];
        int k = 0;
        int day = Integer.MIN_VALUE;
        double today = 1;
        for (Regimen.Dose dose : regimen.doses()) {
            if (dose.day() != day) {
                day = dose.day();
                today = StrictMath.exp(betweenDayLogSd * people[twin].normal("F.day", day));
            }
            for (int a = 0; a < DOSED.length; a++) {
                if (states[a] >= 0) {
                    time[k] = dose.timeHours();
                    state[k] = states[a];
                    amount[k] = dose.units() * today * nanomoles[dose.product()][a];
                    k++;
                }
            }
        }
        return new DoseList(time, state, amount);
    }

    /** By product and dosed alkaloid. */
    private double[][] nanomolesPerUnit(int twin) {
        double[][] nanomoles = new double[milligramsPerUnit.size()][DOSED.length];
        for (int product = 0; product < nanomoles.length; product++) {
            for (int a = 0; a < DOSED.length; a++) {
                nanomoles[product][a] = milligramsPerUnit(twin, product, DOSED[a]) * TwinTables.standard().nanomolesPerMilligram(DOSED[a]);
            }
        }
        return nanomoles;
    }
}
