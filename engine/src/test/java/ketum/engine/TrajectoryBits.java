package ketum.engine;

import static ketum.engine.Models.*;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ketum.engine.kernel.LaneWidth;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;

/** A program that prints the bits of a few runs, to be compared between virtual machines. */
public final class TrajectoryBits {

    private TrajectoryBits() {
    }

    public static void main(String[] arguments) {
        System.out.println("width " + LaneWidth.widest());
        System.out.println("bits " + Long.toHexString(all(Options.Lanes.VECTOR, 1)));
    }

    /** A digest of every recorded bit. */
    static long all(Options.Lanes lanes, int threads) {
        double[] hours = IntStream.rangeClosed(0, 100).mapToDouble(i -> 0.97 * i).toArray();
        Options options = new Options(1e-6, 1e-8, Map.of(), threads, lanes, Map.of(), Map.of());
        List<String> outputs = List.of("AG", "AC", "AP", "MC", "MP", "CE", "T1", "T2", "E");
        long digest = digest(Simulator.compile(k8(), outputs, options).run(K8Test.cohort(21, hours)));
        for (Options.Method method : new Options.Method[] {Options.Method.AUTOMATIC, Options.Method.STIFF}) {
            Simulator stiff = Simulator.compile(k8(), outputs, options.withMethod(method));
            digest = 31 * digest + digest(stiff.run(MethodChoiceTest.faster(5, hours, 400)));
        }
        for (Options.Method method : Options.Method.values()) {
            Simulator events = Simulator.compile(events(), List.of("C", "given", "k", "effect", "late"), options.withMethod(method));
            digest = 31 * digest + digest(events.run(withEvents(21, hours)));
        }
        for (Options.Method method : List.of(Options.Method.SERIES, Options.Method.EXPLICIT)) {
            digest = 31 * digest + digest(Simulator.compile(everySmoothOperation(), List.of("x", "z"), options.withMethod(method)).run(
                    new Cohort(5, 0, hours, Map.of("p", new double[] {0.3, 0.5, 1.1, 2, 3.7}), Map.of(), subject -> DoseList.NONE)));
        }
        return 31 * digest + digest(Simulator.compile(everyOperation(), List.of("x", "z", "mix"), options).run(
                new Cohort(5, 0, hours, Map.of("p", new double[] {0.3, 0.5, 1.1, 2, 3.7}), Map.of(), subject -> DoseList.NONE)));
    }

    static long digest(Trajectories run) {
        long digest = 17;
        for (int output = 0; output < run.outputs().size(); output++) {
            for (int subject = 0; subject < run.subjects(); subject++) {
                for (double value : run.series(output, subject)) {
                    digest = 31 * digest + Double.doubleToLongBits(value);
                }
            }
        }
        return digest;
    }

    /** A depot that is filled again when the effect wanes or a time has come, and an elimination that is induced with a delay. */
    static Model events() {
        return Model.parse("events", """
                model events
                  unit time_unit = 3600 second; unit h = 3600 second; unit per_h = 1/h
                  ka = 1.1 per_h; k = 0.2 per_h; half = 0.7 dimensionless; g = 1.3 dimensionless; least = 0.4 dimensionless
                  fill = 1 dimensionless; next = 11.3 h; every = 7.9 h; wait = 3.3 h; most = 2 per_h; rank = 2 dimensionless
                  G = 2 dimensionless; C = 0 dimensionless; E = 0 dimensionless; given = 0 dimensionless; late = 0 dimensionless
                  G' = -ka*G; C' = ka*G - k*C; E' = ka*(C - E)
                  effect := E^g/(half^g + E^g); effect has dimensionless
                  low: at (effect < least && given < 30), priority=rank: G = G + fill, given = given + 1
                  daily: at (time >= next): G = G + fill/2, next = next + every
                  induced: at wait after (effect > 0.6), fromTrigger=false: k = min(1.1*k, most), late = late + C
                  briefly: at wait/10 after (effect > 0.6 && G > C), persistent=false: late = late + 1
                end
                """);
    }

    static Cohort withEvents(int size, double[] hours) {
        double[] fill = IntStream.range(0, size).mapToDouble(i -> 0.7 + 0.13 * i).toArray();
        double[] every = IntStream.range(0, size).mapToDouble(i -> 5 + 0.77 * (i % 9)).toArray();
        return new Cohort(size, 0, hours, Map.of("fill", fill, "every", every), Map.of(),
                subject -> new DoseList(new double[] {0, 20 + subject}, new int[] {0, 0}, new double[] {1, 0.1 * subject}));
    }

    /** A model of every operation and function that has a Taylor series. */
    static Model everySmoothOperation() {
        Expression choice = new Expression.Choose(List.of(new Expression.Branch(product(2, "x"),
                new Expression.Compare(Expression.Comparison.LESS, symbol("p"), number(1)))), symbol("x"));
        return new Models().parameter("p", 1)
                .state("x", power("p", 0.25), minus(over(sum("z", power(sum("x", 1.5), "p")), sum(3, power(sum("x", 1), sum("p", 1)))), choice))
                .state("z", 0.2, sum(
                        product(0.1, call(Expression.Function.LN, sum("x", 2)), call(Expression.Function.SQRT, sum("x", 1))),
                        product(0.05, call(Expression.Function.ABS, minus("x", "z")), exp(negative("x")), call(Expression.Function.LOG10, sum("z", 2))),
                        new Expression.Minimum(symbol("x"), symbol("z")), negative(new Expression.Maximum(symbol("z"), product(0.01, time()))),
                        over("z", -5)))
                .build();
    }

    /** A model that uses every operation and function at least once. */
    static Model everyOperation() {
        Expression rising = new Expression.And(
                new Expression.Compare(Expression.Comparison.LESS, time(), number(50)),
                new Expression.Not(new Expression.Compare(Expression.Comparison.GREATER, symbol("x"), number(3))));
        Expression either = new Expression.Or(
                new Expression.Compare(Expression.Comparison.LESS_OR_EQUAL, symbol("z"), number(0.5)),
                new Expression.Compare(Expression.Comparison.GREATER_OR_EQUAL, symbol("x"), number(2.5)));
        Expression same = new Expression.And(
                new Expression.Compare(Expression.Comparison.NOT_EQUAL, symbol("x"), symbol("z")),
                new Expression.Not(new Expression.Compare(Expression.Comparison.EQUAL, symbol("p"), number(-1))));
        Expression mix = sum(
                power(sum(symbol("x"), 1.5), "p"), power(symbol("z"), 3), power(sum("z", 2), -2), power("p", 0.5),
                call(Expression.Function.LN, sum("x", 2)), call(Expression.Function.LOG10, sum("z", 2)),
                call(Expression.Function.SQRT, sum("x", 1)), call(Expression.Function.ABS, minus("x", "z")),
                new Expression.Minimum(symbol("x"), symbol("z")), new Expression.Maximum(number(0), minus("z", "x")),
                negative("x"), over(1, sum("x", 1)));
        return new Models().parameter("p", 1)
                .assign("mix", mix)
                .state("x", power("p", 0.25), new Expression.Choose(List.of(
                        new Expression.Branch(over(1, sum(1, product("mix", "mix"))), rising),
                        new Expression.Branch(negative(product(0.1, "x")), either)), number(0.01)))
                .state("z", 0.2, product(0.05, new Expression.Choose(
                        List.of(new Expression.Branch(minus("x", "z"), same)), number(0))))
                .build();
    }
}
