package ketum.kratom.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.engine.population.CounterRandom;
import ketum.kratom.Alkaloid;
import ketum.kratom.KratomModel;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.data.Study;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Influence;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/**
 * A study's own design repeated on paper: in each replicate the study's number of virtual people per group, drawn from its age, weight and
 * sex, take its doses of its product. What science does not know is drawn once per replicate and holds for all its people; what people
 * differ in is drawn for each of them.
 *
 * <p>A group is an arm with the arms that follow it in the same people. Subjects of a group are numbered replicate by replicate.
 */
final class VirtualTrial {

    private final Study study;
    private final List<List<Study.Arm>> groups;
    private final int replicates;
    private final int people;
    private final int longestDays;
    private final int threads;
    private final CounterRandom random;
    private final Twins twins;

    /** Which person factors somebody of a group with so many doses a day has. */
    interface Factors {
        Factors NONE = (group, perDay) -> List.of();

        List<Influence> of(int group, int perDay);
    }

    /**
     * @param people      virtual people per group and replicate
     * @param longestDays days of a group's first arm that are simulated at most: its last ones
     */
    VirtualTrial(Study study, int replicates, int people, Factors factors, int longestDays, long seed, int threads) {
        this.study = study;
        this.groups = study.arms().stream().filter(arm -> arm.leadIn().isEmpty()).map(this::withFollowers).toList();
        this.replicates = replicates;
        this.people = people;
        this.longestDays = longestDays;
        this.threads = threads;
        this.random = new CounterRandom(seed);
        this.twins = Twins.draw(this::person, influences(factors), List.of(new Twins.Counted(product(), Use.AmountUnit.GRAM)), Spread.BOTH,
                groups.size() * replicates * people, seed, subject -> subject / people % replicates);
    }

    private List<Study.Arm> withFollowers(Study.Arm first) {
        List<Study.Arm> chain = new ArrayList<>(List.of(first));
        for (Study.Arm arm : study.arms()) {
            if (arm.leadIn().isPresent() && arm.leadIn().get().arm().equals(chain.getLast().name())) {
                chain.add(arm);
            }
        }
        return List.copyOf(chain);
    }

    private IntFunction<List<Influence>> influences(Factors factors) {
        return twin -> factors.of(twin / size(), perDay(groups.get(twin / size()).getFirst(), twin));
    }

    private Product product() {
        Product.Type type = Arrays.stream(Product.Type.values()).filter(known -> known.label().equals(study.product().type())).findFirst()
                .orElseThrow(() -> new IllegalStateException(study.name() + " gives no kratom product"));
        Map<Alkaloid, Product.Strength> assays = new EnumMap<>(Alkaloid.class);
        for (Alkaloid alkaloid : Alkaloid.values()) {
            Study.Figure content = study.product().content().get(alkaloid.id());
            if (content != null) {
                assays.put(alkaloid, new Product.Strength(content.value(), Product.Strength.Per.GRAM, false));
            }
        }
        Product.Content content = assays.isEmpty() ? new Product.Content.ByType() : new Product.Content.ByCertificate(study.source(), assays);
        return new Product(type, study.product().description(), content, OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private Person person(int twin) {
        int female = study.people().female();
        Person.Sex sex = female < 0 ? Person.Sex.UNSTATED : twin % people * (double) study.people().n() < female * (double) people ? Person.Sex.FEMALE : Person.Sex.MALE;
        return new Person(drawn(study.people().ageYears(), "study.age", twin), sex, drawn(study.people().weightKg(), "study.weight", twin), Person.Pregnancy.NO);
    }

    private double drawn(Study.Figure figure, String name, int twin) {
        double value = figure.logSd() == 0 ? figure.value() : figure.value() * StrictMath.exp(figure.logSd() * random.normal(name, twin, 0));
        return Math.clamp(value, figure.low().orElse(Double.NEGATIVE_INFINITY), figure.high().orElse(Double.POSITIVE_INFINITY));
    }

    int replicates() {
        return replicates;
    }

    int people() {
        return people;
    }

    int groups() {
        return groups.size();
    }

    /** Subjects of one group. */
    int size() {
        return replicates * people;
    }

    /** The group that an arm belongs to. */
    int groupOf(String arm) {
        for (int group = 0; group < groups.size(); group++) {
            if (groups.get(group).stream().anyMatch(member -> member.name().equals(arm))) {
                return group;
            }
        }
        throw new IllegalArgumentException("study " + study.name() + " has no arm " + arm);
    }

    double[] parameter(int group, String id) {
        return slice(group, twins.parameters().get(id));
    }

    private double[] slice(int group, double[] all) {
        return Arrays.copyOfRange(all, group * size(), (group + 1) * size());
    }

    /** Days of a group's first arm that are simulated. */
    int days(int group) {
        return Math.min(groups.get(group).getFirst().days(), longestDays);
    }

    /** Model hour of an arm's first dose; hour 0 is midnight before the group's first simulated day. */
    double firstDose(String arm) {
        List<Study.Arm> chain = groups.get(groupOf(arm));
        Study.Arm wanted = study.arm(arm);
        return wanted.leadIn().isEmpty() ? wanted.hours().getFirst() : lastDose(chain.get(chain.indexOf(wanted) - 1).name()) + wanted.leadIn().get().gapHours();
    }

    /** Model hour of an arm's last dose: the same for all its people, because their first and last dose of a day are at the arm's own hours. */
    double lastDose(String arm) {
        Study.Arm wanted = study.arm(arm);
        int days = wanted.leadIn().isEmpty() ? days(groupOf(arm)) : wanted.days();
        return firstDose(arm) + (days - 1) * 24.0 + wanted.hours().getLast() - wanted.hours().getFirst();
    }

    /** Doses a day of one person of a group's first arm. */
    int perDay(int group, int subject) {
        return perDay(groups.get(group).getFirst(), group * size() + subject);
    }

    private int perDay(Study.Arm arm, int twin) {
        return arm.dosesPerDay().map(figure -> (int) StrictMath.max(1, StrictMath.rint(drawn(figure, "study.doses per day", twin)))).orElse(arm.hours().size());
    }

    /** Amount of one dose in the arm's own unit; a person who takes more than others takes more in every arm. */
    double amount(String arm, int subject) {
        return drawn(study.arm(arm).amount(), "study.amount", groupOf(arm) * size() + subject);
    }

    /** Clock hours of a day: the arm's own where the count is the arm's, else even between its first and its last; once a day: at its last. */
    private static double[] hours(Study.Arm arm, int perDay) {
        if (perDay == arm.hours().size()) {
            return arm.hours().stream().mapToDouble(Double::doubleValue).toArray();
        }
        double first = arm.hours().getFirst();
        double last = arm.hours().getLast();
        double[] hours = new double[perDay];
        for (int i = 0; i < perDay; i++) {
            hours[i] = perDay == 1 ? last : first + (last - first) * i / (perDay - 1);
        }
        return hours;
    }

    private Regimen regimen(int group, int subject) {
        int twin = group * size() + subject;
        List<Regimen.Dose> doses = new ArrayList<>();
        for (Study.Arm arm : groups.get(group)) {
            double units = units(arm, twin);
            double shift = firstDose(arm.name()) - arm.hours().getFirst();
            int days = arm.leadIn().isEmpty() ? days(group) : arm.days();
            double[] hours = hours(arm, perDay(arm, twin));
            for (int day = 0; day < days; day++) {
                for (double hour : hours) {
                    double time = shift + day * 24.0 + hour;
                    doses.add(new Regimen.Dose(time, 0, units, (int) StrictMath.floor(time / 24)));
                }
            }
        }
        return new Regimen(doses);
    }

    private double units(Study.Arm arm, int twin) {
        double amount = drawn(arm.amount(), "study.amount", twin);
        return switch (arm.amount().unit()) {
            case "g" -> amount;
            case "mg" -> amount / held(twin, Alkaloid.MITRAGYNINE);
            default -> throw new IllegalStateException("study " + study.name() + ", arm " + arm.name() + ": amount in " + arm.amount().unit());
        };
    }

    /** mg in one g of what a person takes: the study's own analysis without error, or the twin's product. */
    private double held(int twin, Alkaloid alkaloid) {
        Study.Figure known = study.product().content().get(alkaloid.id());
        if (known != null) {
            return known.value();
        }
        Study.Figure mitragynine = study.product().content().get(Alkaloid.MITRAGYNINE.id());
        double own = twins.milligramsPerUnit(twin, 0, alkaloid);
        return mitragynine == null ? own : own * mitragynine.value() / twins.milligramsPerUnit(twin, 0, Alkaloid.MITRAGYNINE);
    }

    /** State of a group at a moment, by state id, for going on from it. */
    record Moment(double time, Map<String, double[]> states) {

        static final Moment START = new Moment(0, Map.of());

        static Moment end(Simulator simulator, Trajectories run) {
            Map<String, double[]> states = new LinkedHashMap<>();
            simulator.states().forEach(state -> states.put(state, run.finalState(state)));
            double[] times = run.times();
            return new Moment(times[times.length - 1], states);
        }
    }

    /** For exposure alone: a hundredth of the usual tolerances, because a limit of quantification cuts at small concentrations. */
    Simulator exposure(List<String> outputs) {
        return Simulator.compile(KratomModel.model(), outputs, Accuracy.STANDARD.tightened(100).options(threads));
    }

    /** For the whole model: the tolerances of an assessment. */
    Simulator whole(List<String> outputs) {
        return Simulator.compile(KratomModel.model(), outputs, Accuracy.STANDARD.options(threads));
    }

    /**
     * Runs one group from a moment and records at {@code times}.
     *
     * @param until   doses at this hour and later are not taken
     * @param changed parameters that differ from the twins' own, by id, the same for all
     */
    Trajectories run(int group, Simulator simulator, Moment from, double until, double[] times, Map<String, Double> changed) {
        Map<String, double[]> parameters = new LinkedHashMap<>();
        twins.parameters().forEach((id, all) -> parameters.put(id, slice(group, all)));
        changed.forEach((id, value) -> {
            double[] same = new double[size()];
            Arrays.fill(same, value);
            parameters.put(id, same);
        });
        Map<String, double[]> initial = new LinkedHashMap<>();
        simulator.states().stream().filter(from.states()::containsKey).forEach(state -> initial.put(state, from.states().get(state)));
        return simulator.run(new Cohort(size(), from.time(), times, parameters, initial, subject -> doses(group, subject, simulator, from.time(), until)));
    }

    private DoseList doses(int group, int subject, Simulator simulator, double from, double until) {
        int twin = group * size() + subject;
        DoseList drawn = twins.doses(twin, regimen(group, subject).between(from, until), simulator);
        double[] amounts = drawn.amount().clone();
        double[] factor = new double[simulator.states().size()];
        for (Alkaloid alkaloid : Alkaloid.values()) {
            int state = alkaloid == Alkaloid.SEVEN_HYDROXYMITRAGYNINE ? -1 : simulator.stateIndex("G_" + alkaloid.symbol());
            if (state >= 0) {
                factor[state] = held(twin, alkaloid) / twins.milligramsPerUnit(twin, 0, alkaloid);
            }
        }
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] *= factor[drawn.state()[i]];
        }
        return new DoseList(drawn.time(), drawn.state(), amounts);
    }

    /** A factor of measurement error of one sample: the assay's own repeat error. */
    double assayError(int group, int subject, Alkaloid analyte, int sample, double logSd) {
        return StrictMath.exp(logSd * random.normal("study.assay." + analyte.symbol(), group * size() + subject, sample));
    }
}
