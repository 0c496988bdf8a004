package ketum.engine.solver;

import java.util.function.IntFunction;
import ketum.engine.kernel.CompiledKernel;

/**
 * Everything that one run integrates, in the kernel's row order. Arrays are not copied and must not change.
 *
 * @param absoluteTolerance one number per state
 * @param parameters        by parameter row, then subject
 * @param initial           by state row, then subject; null where the model's initial value holds
 * @param outputs           number of outputs of a subject
 * @param agendas           agenda of a subject; asked once, on a worker thread
 */
public record Problem(CompiledKernel compiled, double relativeTolerance, double[] absoluteTolerance, int subjects,
                      double[][] parameters, double[][] initial, int[] outputs, IntFunction<Agenda> agendas) {}
