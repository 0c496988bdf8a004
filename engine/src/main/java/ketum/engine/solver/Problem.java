package ketum.engine.solver;

import java.util.function.IntFunction;
import ketum.engine.kernel.CompiledKernel;

/**
 * Everything that one run integrates, in the kernel's row order. Arrays are not copied and must not change.
 *
 * @param absoluteTolerance one number per state
 * @param times             output times, not decreasing, at least one, none before {@code startTime}
 * @param parameters        by parameter row, then subject
 * @param initial           by state row, then subject; null where the model's initial value holds
 * @param doses             doses of a subject
 */
public record Problem(CompiledKernel compiled, double relativeTolerance, double[] absoluteTolerance, int subjects,
                      double startTime, double[] times, double[][] parameters, double[][] initial, IntFunction<Doses> doses) {}
