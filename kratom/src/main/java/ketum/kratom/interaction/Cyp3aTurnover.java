package ketum.kratom.interaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.model.Model;
import ketum.kratom.KratomModel;
import ketum.kratom.Person;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/**
 * CYP3A in gut wall and liver of kratom's twins: inactivation, reversible inhibition and induction by simulated mitragynine (model text
 * {@code model/cyp3a.ant}), and how much of the enzyme a medicine meets that is swallowed together with the last dose. The share of the enterocyte
 * concentration that counts was set so that the middle twin repeats the one clinical study (2 g tea, midazolam 1.39).
 */
public final class Cyp3aTurnover {

    /** Name of the model text among the module's resources. */
    public static final String FILE = "model/cyp3a.ant";
    private static final int TWINS = 200;
    private static final long SEED = 1;
    private static final double NANOMOLES_PER_MILLIGRAM = 1e6 / Tables.standard().table("molecules").value("mitragynine", "molar_mass");
    /** Long after the medicine has left. */
    private static final double WATCHED_HOURS = 72;
    private static final double NINETY = 1.645;
    private static final double GOLDEN = 0.6180339887498949;

    private final Simulator simulator;
    private final Map<String, double[]> parameters;

    private Cyp3aTurnover(Simulator simulator, Map<String, double[]> parameters) {
        this.simulator = simulator;
        this.parameters = parameters;
    }

    /**
     * What a medicine meets, by twin.
     *
     * @param gut   activity in the gut wall while it is absorbed, 1 without kratom
     * @param liver activity in the liver while it is in the blood, 1 without kratom
     */
    public record Met(double[] gut, double[] liver) {
    }

    private static final class Holder {
        private static final Cyp3aTurnover STANDARD = compiled();
    }

    /** Compiled once, with grown twins of middle weight who differ as people do, under what science leaves open. */
    public static Cyp3aTurnover standard() {
        return Holder.STANDARD;
    }

    private static Cyp3aTurnover compiled() {
        Model model = Model.parse(FILE, text());
        Simulator simulator = Simulator.compile(model, List.of("seen_gut", "seen_liver"), new Options(1e-5, 1e-6, Map.of("G_MG", 1.0, "A_MG", 1.0, "P_MG", 1.0), 1, Options.Lanes.AUTOMATIC, Map.of(), Map.of()));
        Person person = new Person(40, Person.Sex.UNSTATED, 75, Person.Pregnancy.NO);
        Twins twins = Twins.draw(i -> person, i -> List.of(), List.of(), Spread.BOTH, TWINS, SEED);
        List<String> known = model.parameters().stream().map(Model.Parameter::id).toList();
        Map<String, double[]> parameters = twins.parameters().entrySet().stream().filter(entry -> known.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().clone(), (a, _) -> a, LinkedHashMap::new));
        Table table = Tables.interactions().table("interaction-constants");
        put(parameters, "kinact_gut", table.row("mitragynine", "kinact_gut"), 60, 1);
        put(parameters, "kinact_liver", table.row("mitragynine", "kinact_liver"), 60, 2);
        put(parameters, "KI_gut", table.row("mitragynine", "ki_inactivation_gut"), 1000, 3);
        put(parameters, "KI_liver", table.row("mitragynine", "ki_inactivation_liver"), 1000, 4);
        put(parameters, "Ki", table.row("mitragynine", "ki_cyp3a"), 1000, 5);
        put(parameters, "k_liver", table.row("cyp3a.liver", "turnover"), 1, 6);
        put(parameters, "k_gut", table.row("cyp3a.gut", "turnover"), 1, 7);
        put(parameters, "reach", table.row("cyp3a.gut", "reach"), 1, 8);
        return new Cyp3aTurnover(simulator, parameters);
    }

    static String text() {
        try (InputStream in = KratomModel.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Log-normal over the twins, 90 % between the row's bounds; each parameter goes through the twins in an order of its own. */
    private static void put(Map<String, double[]> parameters, String id, Row row, double factor, int order) {
        double[] values = new double[TWINS];
        for (int i = 0; i < TWINS; i++) {
            double z = normal(even(i, order));
            double spread = z < 0 ? row.low().isPresent() ? StrictMath.log(row.value() / row.low().getAsDouble()) : 0
                    : row.high().isPresent() ? StrictMath.log(row.high().getAsDouble() / row.value()) : 0;
            values[i] = factor * row.value() * StrictMath.exp(spread * z / NINETY);
        }
        parameters.put(id, values);
    }

    /** Evenly spread over (0, 1), the same for the same twin and order (Kronecker sequence). */
    static double even(int twin, int order) {
        double step = (twin + 0.5) * (GOLDEN + order * StrictMath.sqrt(2));
        return step - Math.floor(step);
    }

    /** Inverse of the standard normal distribution function, to 4e-4 (Abramowitz and Stegun 26.2.23). */
    static double normal(double probability) {
        double tail = Math.min(probability, 1 - probability);
        double t = StrictMath.sqrt(-2 * StrictMath.log(tail));
        double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return probability < 0.5 ? -z : z;
    }

    /**
     * @param milligrams mitragynine per dose
     * @param perDay     doses a day, evenly over 24 h
     * @param days       days of such doses before the one with the medicine; 0 for a single dose
     * @param rise       rise of the enzymes' making, 0 for no induction
     */
    public Met met(double milligrams, int perDay, int days, double rise) {
        return met(milligrams, perDay, days, rise, parameters.get("reach"));
    }

    Met met(double milligrams, int perDay, int days, double rise, double[] reach) {
        double last = 24.0 * days;
        int doses = days * perDay + 1;
        double[] time = new double[doses + 1];
        int[] state = new int[doses + 1];
        double[] amount = new double[doses + 1];
        for (int dose = 0; dose < doses; dose++) {
            time[dose] = dose * 24.0 / perDay;
            state[dose] = simulator.stateIndex("G_MG");
            amount[dose] = milligrams * NANOMOLES_PER_MILLIGRAM;
        }
        time[doses] = last;
        state[doses] = simulator.stateIndex("G_V");
        amount[doses] = 1;
        DoseList list = new DoseList(time, state, amount);
        Map<String, double[]> values = new LinkedHashMap<>(parameters);
        double[] rises = new double[TWINS];
        Arrays.fill(rises, rise);
        values.put("rise", rises);
        values.put("reach", reach);
        Trajectories run = simulator.run(new Cohort(TWINS, 0, new double[] {last + WATCHED_HOURS}, values, Map.of(), _ -> list));
        double[] gut = new double[TWINS];
        double[] liver = new double[TWINS];
        for (int i = 0; i < TWINS; i++) {
            gut[i] = run.value(0, i, 0);
            liver[i] = run.value(1, i, 0);
        }
        return new Met(gut, liver);
    }

    double[] reach() {
        return parameters.get("reach").clone();
    }

    static double quantile(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(probability * sorted.length))];
    }
}
