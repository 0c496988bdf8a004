package ketum.engine.model;

import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Names that Antimony keeps for itself, so that a model here means the same in other tools. */
final class Vocabulary {

    static final String SUPPORTED_FUNCTIONS = "abs, exp, ln, log (base 10), log10, max, min, piecewise, pow, power, sqrt";

    private static final Set<String> FUNCTIONS = Set.of("abs", "exp", "ln", "log", "log10", "max", "min", "piecewise", "pow",
            "power", "sqrt", "and", "arccos", "arccosh", "arccot", "arccoth", "arccsc", "arccsch", "arcsec", "arcsech", "arcsin",
            "arcsinh", "arctan", "arctanh", "acos", "acosh", "asin", "asinh", "atan", "atanh", "ceil", "ceiling", "cos", "cosh",
            "cot", "coth", "csc", "csch", "delay", "divide", "eq", "factorial", "floor", "geq", "gt", "implies", "leq", "lt",
            "minus", "neq", "not", "or", "plus", "quotient", "rateOf", "rem", "root", "sec", "sech", "sin", "sinh", "sqr", "tan",
            "tanh", "times", "xor", "normal", "uniform", "bernoulli", "binomial", "cauchy", "chisquare", "exponential", "gamma",
            "laplace", "lognormal", "poisson", "rayleigh");

    /** Compared without regard to case, as the formula parser of libSBML does. */
    private static final Set<String> CONSTANTS = Set.of("time", "pi", "exponentiale", "avogadro", "true", "false", "infinity",
            "inf", "nan", "notanumber");

    private Vocabulary() {
    }

    static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }

    static boolean isConstant(String name) {
        return CONSTANTS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** @throws ModelException if the name means something else in Antimony */
    static void requireFree(SourceText source, Token name) {
        String text = name.getText();
        String taken = isFunction(text) ? "a built-in function" : isConstant(text) ? "a built-in constant"
                : Atoms.base(text) != null ? "a base unit" : null;
        if (taken != null) {
            throw source.problem(name, "`" + text + "` is the name of " + taken + " of Antimony; choose another");
        }
    }
}
