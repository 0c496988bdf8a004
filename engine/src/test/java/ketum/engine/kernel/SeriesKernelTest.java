package ketum.engine.kernel;

import static ketum.engine.Models.call;
import static ketum.engine.Models.exp;
import static ketum.engine.Models.minus;
import static ketum.engine.Models.negative;
import static ketum.engine.Models.number;
import static ketum.engine.Models.over;
import static ketum.engine.Models.power;
import static ketum.engine.Models.product;
import static ketum.engine.Models.sum;
import static ketum.engine.Models.symbol;
import static ketum.engine.Models.time;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import ketum.engine.Models;
import ketum.engine.model.Expression;
import ketum.engine.model.Expression.Function;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: power series of elementary functions. A state whose rate is f(t) has the coefficients of f, each divided by its order. */
class SeriesKernelTest {

    private static final int ORDER = SeriesKernel.ROWS - 1;
    private static final double T = 0.3;
    private static final double G = 1.4;

    private static double factorial(int k) {
        return k < 2 ? 1 : k * factorial(k - 1);
    }

    /** Of (1 + t)^exponent about T. */
    private static double binomial(double exponent, int k) {
        double result = StrictMath.pow(1 + T, exponent - k);
        for (int i = 0; i < k; i++) {
            result *= (exponent - i) / (i + 1);
        }
        return result;
    }

    private static double exponential(double rate, int k) {
        return StrictMath.exp(rate * T) * StrictMath.pow(rate, k) / factorial(k);
    }

    private static final Map<String, IntToDoubleFunction> EXPECTED = Map.ofEntries(
            Map.entry("exp", k -> exponential(2, k)),
            Map.entry("ln", k -> k == 0 ? StrictMath.log(1 + T) : (k % 2 == 1 ? 1 : -1) / (k * StrictMath.pow(1 + T, k))),
            Map.entry("root", k -> binomial(0.5, k)),
            Map.entry("power", k -> binomial(G, k)),
            Map.entry("square", k -> binomial(2, k)),
            Map.entry("reciprocal", k -> binomial(-1, k)),
            Map.entry("quotient", k -> exponentialQuotient(k)),
            Map.entry("product", k -> T * exponential(1, k) + (k > 0 ? exponential(1, k - 1) : 0)),
            Map.entry("maximum", k -> exponential(1, k)),
            Map.entry("minimum", k -> k == 0 ? T : k == 1 ? 1 : 0),
            Map.entry("size", k -> k == 0 ? 2 - T : k == 1 ? -1 : 0),
            Map.entry("chosen", k -> exponential(-1, k)),
            Map.entry("scaled", k -> exponential(1, k) / 3),
            Map.entry("nested", k -> binomial(G, k)));

    /** Coefficients of e^t / (1 + t), by the division of one series by another. */
    private static double exponentialQuotient(int k) {
        return (exponential(1, k) - (k > 0 ? exponentialQuotient(k - 1) : 0)) / (1 + T);
    }

    private static Model model() {
        Expression later = sum(time(), 1);
        Expression never = new Expression.Compare(Expression.Comparison.GREATER, symbol("p"), number(7));
        return new Models().parameter("p", 3).parameter("g", G)
                .state("exp", 1, exp(product(2, time())))
                .state("ln", 1, call(Function.LN, later))
                .state("root", 1, call(Function.SQRT, later))
                .state("power", 1, power(later, "g"))
                .state("square", 1, power(later, 2))
                .state("reciprocal", 1, over(1, later))
                .state("quotient", 1, over(exp(time()), later))
                .state("product", 1, product(time(), exp(time())))
                .state("maximum", 1, new Expression.Maximum(exp(time()), time()))
                .state("minimum", 1, new Expression.Minimum(exp(time()), time()))
                .state("size", 1, call(Function.ABS, minus(time(), 2)))
                .state("chosen", 1, new Expression.Choose(List.of(new Expression.Branch(number(0), never)), exp(negative(time()))))
                .state("scaled", 1, over(exp(time()), "p"))
                .state("nested", 1, exp(product("g", call(Function.LN, later))))
                .build();
    }

    private static double[][] coefficients(Model model, SeriesKernel kernel, CompiledKernel compiled, int width, double[] states, double[] start,
                                           double[] inputs, double frozen) {
        CompiledSeries series = compiled.series().orElseThrow();
        int lanes = Kernel.LANES;
        KernelShape shape = compiled.shape();
        double[] parameters = new double[(shape.parameters() + shape.derived() + series.derived()) * lanes];
        double[] work = new double[Math.max(shape.workRows(), series.workRows()) * lanes];
        for (int row = 0; row < shape.parameters(); row++) {
            java.util.Arrays.fill(parameters, row * lanes, (row + 1) * lanes, compiled.parameters().get(row).value());
        }
        double[] derived = new double[shape.derived() * lanes];
        compiled.scalar().prepare(start, states, parameters, derived, work, lanes);
        System.arraycopy(derived, 0, parameters, shape.parameters() * lanes, derived.length);
        double[] own = new double[series.derived() * lanes];
        series.scalar().prepare(start, states, parameters, own, work, lanes);
        System.arraycopy(own, 0, parameters, parameters.length - own.length, own.length);
        double[] origin = new double[(2 + shape.states()) * lanes];
        java.util.Arrays.fill(origin, 0, lanes, start[0]);
        java.util.Arrays.fill(origin, lanes, 2 * lanes, frozen);
        for (int state = 0; state < inputs.length; state++) {
            java.util.Arrays.fill(origin, (2 + state) * lanes, (3 + state) * lanes, inputs[state]);
        }
        int perLane = series.series() * SeriesKernel.ROWS;
        double[] table = new double[perLane * lanes];
        kernel.origin(origin, states, parameters, table, work, lanes);
        for (int lane = 0; lane < lanes; lane += width) {
            for (int k = 1; k < ORDER; k++) {
                kernel.term(parameters, table, work, lane, lane * perLane, k);
            }
        }
        double[][] result = new double[shape.states()][ORDER + 1];
        for (int state = 0; state < shape.states(); state++) {
            for (int k = 0; k <= ORDER; k++) {
                result[state][k] = table[(state * SeriesKernel.ROWS + k) * width];
                for (int lane = 0; lane < lanes; lane += width) {
                    assertEquals(result[state][k], table[lane * perLane + (state * SeriesKernel.ROWS + k) * width], "lane " + lane);
                }
            }
        }
        return result;
    }

    private static double[] rows(int states, double value) {
        double[] result = new double[states * Kernel.LANES];
        java.util.Arrays.fill(result, value);
        return result;
    }

    @Test
    void coefficientsAreThoseOfTheFunctions() {
        Model model = model();
        List<String> ids = model.states().stream().map(Model.State::id).toList();
        CompiledKernel compiled = ModelCompiler.compile(model, ids, LaneWidth.SCALAR);
        double[][] x = coefficients(model, compiled.series().orElseThrow().scalar(), compiled, 1, rows(ids.size(), 1), rows(1, T),
                new double[ids.size()], 0);
        for (int state = 0; state < ids.size(); state++) {
            assertEquals(1, x[state][0]);
            IntToDoubleFunction expected = EXPECTED.get(ids.get(state));
            for (int k = 0; k < ORDER; k++) {
                double value = expected.applyAsDouble(k) / (k + 1);
                assertEquals(value, x[state][k + 1], 1e-13 * Math.max(Math.abs(value), 1), ids.get(state) + " order " + (k + 1));
            }
        }
    }

    /** Oracle: scalar code. */
    @Test
    void vectorCodeGivesTheBitsOfScalarCode() {
        Model model = model();
        List<String> ids = model.states().stream().map(Model.State::id).toList();
        CompiledKernel compiled = ModelCompiler.compile(model, ids, LaneWidth.widest());
        assertTrue(compiled.series().orElseThrow().vector().isPresent());
        double[][] scalar = coefficients(model, compiled.series().orElseThrow().scalar(), compiled, 1, rows(ids.size(), 1), rows(1, T),
                new double[ids.size()], 0);
        double[][] vector = coefficients(model, compiled.series().orElseThrow().vector().orElseThrow(), compiled, compiled.width(),
                rows(ids.size(), 1), rows(1, T), new double[ids.size()], 0);
        for (int state = 0; state < ids.size(); state++) {
            assertArrayEquals(scalar[state], vector[state], 0, ids.get(state));
        }
    }

    /** Oracle: y' = 5 - 2y from 1 has the coefficients (1 - 5/2)·(-2)^k / k! from order 1. */
    @Test
    void inputsJoinTheFirstOrder() {
        Model model = new Models().state("y", 1, negative(product(2, "y"))).build();
        CompiledKernel compiled = ModelCompiler.compile(model, List.of("y"), LaneWidth.SCALAR);
        double[] y = coefficients(model, compiled.series().orElseThrow().scalar(), compiled, 1, rows(1, 1), rows(1, 0), new double[] {5}, 0)[0];
        for (int k = 1; k <= ORDER; k++) {
            assertEquals(-1.5 * StrictMath.pow(-2, k) / factorial(k), y[k], 1e-15);
        }
    }

    /** At 0 a power has no series; frozen it has none wanted. Oracle: its value at order 0 alone, here over two states that stay. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aPowerOfNothingOrOfAFrozenLaneIsConstant(double frozen) {
        double base = frozen * 0.5;
        Model model = new Models().parameter("g", G).state("x", base, number(1)).state("y", 0, power("x", "g")).build();
        CompiledKernel compiled = ModelCompiler.compile(model, List.of("y"), LaneWidth.SCALAR);
        double[] states = rows(2, 0);
        java.util.Arrays.fill(states, 0, Kernel.LANES, base);
        double[] y = coefficients(model, compiled.series().orElseThrow().scalar(), compiled, 1, states, rows(1, 0), new double[2], frozen)[1];
        assertEquals(StrictMath.pow(base, G), y[1], 1e-15);
        for (int k = 2; k <= ORDER; k++) {
            assertEquals(0, y[k], "order " + k);
        }
    }

    @Test
    void conditionsOnTimeOrStatesHaveNoSeries() {
        Expression early = new Expression.Compare(Expression.Comparison.LESS, time(), number(1));
        Model model = new Models().state("y", 0, new Expression.Choose(List.of(new Expression.Branch(number(1), early)), number(0))).build();
        assertTrue(ModelCompiler.compile(model, List.of("y"), LaneWidth.SCALAR).series().isEmpty());
    }
}
