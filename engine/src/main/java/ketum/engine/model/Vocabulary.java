package ketum.engine.model;

import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Names that Antimony keeps for itself, so that a model here means the same in other tools. */
final class Vocabulary {

    static final String SUPPORTED_FUNCTIONS = "abs, exp, ln, log (base 10), log10, max, min, piecewise, pow, power, sqrt";

    /** As libAntimony lists them; some stand for a random number. */
    private static final Set<String> FUNCTIONS = Set.of("abs", "exp", "ln", "log", "log10", "max", "min", "piecewise", "pow",
            "power", "sqrt", "acos", "arccos", "acosh", "arccosh", "acot", "arccot", "acoth", "arccoth", "acsc", "arccsc", "acsch",
            "arccsch", "asec", "arcsec", "asech", "arcsech", "asin", "arcsin", "asinh", "arcsinh", "atan", "arctan", "atanh", "arctanh",
            "ceil", "ceiling", "cos", "cosh", "cot", "coth", "csc", "csch", "delay", "factorial", "floor", "sqr", "rateOf", "root",
            "sec", "sech", "sin", "sinh", "tan", "tanh", "and", "not", "or", "xor", "eq", "equals", "geq", "gt", "leq", "lt", "neq",
            "divide", "minus", "plus", "times", "quotient", "rem", "implies", "normal", "truncatedNormal", "uniform", "exponential",
            "truncatedExponential", "gamma", "truncatedGamma", "poisson", "truncatedPoisson", "bernoulli", "binomial", "cauchy",
            "chisquare", "laplace", "lognormal", "rayleigh");

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
    static void requireFree(Token name) {
        String text = name.getText();
        String taken = isFunction(text) ? "a built-in function" : isConstant(text) ? "a built-in constant"
                : Atoms.base(text) != null ? "a base unit" : null;
        if (taken != null) {
            throw Place.problem(name, "`" + text + "` is the name of " + taken + " of Antimony; choose another");
        }
    }
}
