package ketum.kratom.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import ketum.engine.Cohort;
import ketum.engine.DoseList;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.KratomModel;
import ketum.kratom.Person;
import ketum.kratom.data.Study;
import ketum.kratom.study.StudyResult.Prediction;
import ketum.kratom.twin.Accuracy;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;

/**
 * How far full adaptation shifts the half-effect point of a full agonist on breathing. The agonist is given to the model by its occupancy
 * alone (concentration over dissociation constant), so that a shift can be predicted and a concentration cannot. Differences between people
 * play no part: the model has none in this shift.
 */
final class ToleranceRun {

    /** Efficacy of a full agonist with a large receptor reserve, on the scale where 7-hydroxymitragynine has about 0.7. */
    private static final double FULL_AGONIST = 100;
    private static final double HALF = 0.5;
    /** Concentrations over dissociation constant, eight decades, 20 a decade. */
    private static final double[] LADDER = ladder();

    private final Study study;
    private final int replicates;
    private final long seed;
    private final int threads;

    ToleranceRun(Study study, int replicates, long seed, int threads) {
        this.study = study;
        this.replicates = replicates;
        this.seed = seed;
        this.threads = threads;
    }

    private static double[] ladder() {
        double[] ladder = new double[161];
        Arrays.setAll(ladder, i -> StrictMath.pow(10, -5 + i / 20.0));
        return ladder;
    }

    StudyResult result() {
        double[] naive = halfEffect(0);
        double[] adapted = halfEffect(1);
        Prediction shift = Replicates.prediction(replicates, replicate -> adapted[replicate] / naive[replicate]);
        List<StudyResult.Row> rows = new ArrayList<>();
        for (Study.Observation observation : study.observations()) {
            switch (observation.quantity()) {
                case "tolerance_shift" -> rows.add(new StudyResult.Row(observation, Optional.of(shift), observation.note()));
                case "c50_ventilation" -> rows.add(new StudyResult.Row(observation, Optional.empty(),
                        observation.note() + "; not comparable: the model has no concentration of this opioid, only the shift"));
                default -> throw new IllegalStateException("study " + study.name() + ": quantity " + observation.quantity() + " cannot be computed");
            }
        }
        return new StudyResult(study, replicates, 1, seed, rows, List.of("Fully adapted stands for adaptation 1 in both its parts, the most the model allows; "
                + "the spread is that of its factor kappa, which was set from this very study."));
    }

    /** Concentration over dissociation constant at which breathing is half of what it is without, by science draw; not a number where even the highest does not halve it. */
    private double[] halfEffect(double adaptation) {
        Person adult = new Person(35, Person.Sex.UNSTATED, 75, Person.Pregnancy.NO);
        Twins science = Twins.draw(twin -> adult, twin -> List.of(), List.of(), Spread.SCIENCE, replicates, seed);
        int size = replicates * LADDER.length;
        Map<String, double[]> parameters = new LinkedHashMap<>();
        science.parameters().forEach((id, values) -> parameters.put(id, filled(size, i -> values[i / LADDER.length])));
        parameters.put("x_co", filled(size, i -> LADDER[i % LADDER.length]));
        parameters.put("tau_co", filled(size, i -> FULL_AGONIST));
        double[] level = filled(size, i -> adaptation);
        Simulator simulator = Simulator.compile(KratomModel.model(), List.of("ventilation"), Accuracy.STANDARD.options(threads));
        Trajectories run = simulator.run(new Cohort(size, 0, new double[] {0}, parameters, Map.of("fast", level, "slow", level), i -> DoseList.NONE));
        double[] half = new double[replicates];
        for (int draw = 0; draw < replicates; draw++) {
            int step = 1;
            while (step < LADDER.length - 1 && run.value(0, draw * LADDER.length + step, 0) > HALF) {
                step++;
            }
            double above = run.value(0, draw * LADDER.length + step - 1, 0);
            double below = run.value(0, draw * LADDER.length + step, 0);
            half[draw] = below > HALF ? Double.NaN : LADDER[step - 1] * StrictMath.exp(StrictMath.log(LADDER[step] / LADDER[step - 1]) * (above - HALF) / (above - below));
        }
        return half;
    }

    private static double[] filled(int size, IntToDoubleFunction value) {
        double[] values = new double[size];
        Arrays.setAll(values, value);
        return values;
    }
}
