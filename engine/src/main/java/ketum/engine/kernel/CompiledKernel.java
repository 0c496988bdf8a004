package ketum.engine.kernel;

import java.util.List;
import ketum.engine.model.Model;

/**
 * A kernel with the meaning of its rows.
 *
 * @param states     in row order
 * @param parameters declared parameters that the kernel uses, in row order
 */
public record CompiledKernel(Kernel kernel, KernelShape shape, List<Model.State> states, List<Model.Parameter> parameters) {}
