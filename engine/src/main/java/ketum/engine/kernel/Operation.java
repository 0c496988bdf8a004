package ketum.engine.kernel;

/** What a node of an expression graph does. */
enum Operation {
    CONSTANT, TIME, STATE, PARAMETER,
    /** Leaves of the recurrences of Taylor coefficients: see {@link SeriesPlan}. */
    ORIGIN, TERM, CONVOLUTION, ORDER,
    NEGATE, ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM, ABSOLUTE, ROOT, EXP, LN,
    /** First times second plus third operand, rounded once. */
    FUSED,
    /** Second operand where the first (a condition) holds, else the third. */
    SELECT,
    LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, NOT;

    boolean leaf() {
        return compareTo(ORDER) <= 0;
    }

    boolean condition() {
        return compareTo(LESS) >= 0;
    }

    boolean elementary() {
        return this == EXP || this == LN;
    }
}
