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
