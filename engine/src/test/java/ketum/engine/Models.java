package ketum.engine;

import java.util.ArrayList;
import java.util.List;
import ketum.engine.model.Expression;
import ketum.engine.model.Model;

/** Builds models by hand, so that the tests of the numbers do not lean on the reader of model texts. */
public final class Models {

    private final List<Model.State> states = new ArrayList<>();
    private final List<Model.Parameter> parameters = new ArrayList<>();
    private final List<Model.Assignment> assignments = new ArrayList<>();

    public Models parameter(String id, double value) {
        parameters.add(new Model.Parameter(id, "1", value, 0));
        return this;
    }

    public Models state(String id, double initial, Expression rate) {
        return state(id, number(initial), rate);
    }

    public Models state(String id, Expression initial, Expression rate) {
        states.add(new Model.State(id, "1", initial, rate, 0));
        return this;
    }

    public Models assign(String id, Expression expression) {
        assignments.add(new Model.Assignment(id, "1", expression, 0));
        return this;
    }

    public Model build() {
        return new Model("by hand", "h", states, parameters, assignments);
    }

    public static Expression number(double value) {
        return new Expression.Constant(value);
    }

    public static Expression symbol(String id) {
        return new Expression.Symbol(id);
    }

    public static Expression time() {
        return new Expression.Time();
    }

    public static Expression sum(Object... terms) {
        Expression result = expression(terms[0]);
        for (int i = 1; i < terms.length; i++) {
            result = new Expression.Add(result, expression(terms[i]));
        }
        return result;
    }

    public static Expression product(Object... factors) {
        Expression result = expression(factors[0]);
        for (int i = 1; i < factors.length; i++) {
            result = new Expression.Multiply(result, expression(factors[i]));
        }
        return result;
    }

    public static Expression minus(Object left, Object right) {
        return new Expression.Subtract(expression(left), expression(right));
    }

    public static Expression negative(Object of) {
        return new Expression.Negate(expression(of));
    }

    public static Expression over(Object left, Object right) {
        return new Expression.Divide(expression(left), expression(right));
    }

    public static Expression power(Object base, Object exponent) {
        return new Expression.Power(expression(base), expression(exponent));
    }

    public static Expression call(Expression.Function function, Object argument) {
        return new Expression.Call(function, expression(argument));
    }

    public static Expression exp(Object argument) {
        return call(Expression.Function.EXP, argument);
    }

    public static Expression expression(Object of) {
        return switch (of) {
            case Expression e -> e;
            case String id -> symbol(id);
            case Number n -> number(n.doubleValue());
            default -> throw new IllegalArgumentException(of.toString());
        };
    }

    /** Gut, central and peripheral compartment: first-order absorption, linear elimination. */
    public static Model twoCompartmentsOral() {
        return new Models().parameter("ka", 1.3).parameter("k10", 0.25).parameter("k12", 0.4).parameter("k21", 0.15)
                .parameter("volume", 40).parameter("lag", 0.35).parameter("fraction", 0.6)
                .state("gut", 0, negative(product("ka", "gut")))
                .state("central", 0, sum(minus(product("ka", "gut"), product(sum("k10", "k12"), "central")), product("k21", "peripheral")))
                .state("peripheral", 0, minus(product("k12", "central"), product("k21", "peripheral")))
                .assign("concentration", over("central", "volume"))
                .build();
    }

    /** The K8 benchmark: eight states, a Hill term, an exponential and two slow adaptations. Synthetic; not pharmacology. */
    public static Model k8() {
        Models m = new Models();
        String[] ids = {"ka", "CL", "Vc", "Q", "Vp", "fm", "CLm", "Vm", "Qm", "Vmp", "rho", "ke0", "Emax", "EC50", "g", "a1", "k1", "a2", "k2", "E0"};
        double[] values = {1.2, 40, 150, 60, 400, 0.3, 60, 80, 30, 200, 5, 0.5, 100, 0.08, 1.4, 0.03, 0.02, 1.5, 0.004, 40};
        for (int i = 0; i < ids.length; i++) {
            m.parameter(ids[i], values[i]);
        }
        Expression toPeripheral = product(over("Q", "Vc"), "AC");
        Expression fromPeripheral = product(over("Q", "Vp"), "AP");
        Expression metaboliteOut = product(over("Qm", "Vm"), "MC");
        Expression metaboliteBack = product(over("Qm", "Vmp"), "MP");
        Expression eliminated = product(over("CL", "Vc"), "AC");
        return m.assign("C", over("AC", "Vc"))
                .assign("Cm", over("MC", "Vm"))
                .assign("X", sum("C", product("rho", "Cm")))
                .assign("u", power(over(new Expression.Maximum(symbol("CE"), number(0)), product("EC50", sum(1, "T1"))), "g"))
                .assign("E", over(product("Emax", "u"), sum(1, "u")))
                .state("AG", 0, negative(product("ka", "AG")))
                .state("AC", 0, sum(minus(minus(product("ka", "AG"), eliminated), toPeripheral), fromPeripheral))
                .state("AP", 0, minus(toPeripheral, fromPeripheral))
                .state("MC", 0, sum(minus(minus(product("fm", eliminated), product(over("CLm", "Vm"), "MC")), metaboliteOut), metaboliteBack))
                .state("MP", 0, minus(metaboliteOut, metaboliteBack))
                .state("CE", 0, product("ke0", minus("X", "CE")))
                .state("T1", 0, product("k1", minus(product("a1", "E"), "T1")))
                .state("T2", 0, product("k2", minus(product("a2", minus(1, exp(negative(over("E", "E0"))))), "T2")))
                .build();
    }
}
