package ketum.engine.kernel;

/**
 * Rows that the functions of a {@link Kernel} read and write.
 *
 * @param states      rows of states
 * @param parameters  rows of declared parameters
 * @param derived     rows of derived parameters, which follow the declared ones
 * @param outputs     rows that {@link Kernel#outputs} fills
 * @param workRows    rows of work space
 */
public record KernelShape(int states, int parameters, int derived, int outputs, int workRows) {}
