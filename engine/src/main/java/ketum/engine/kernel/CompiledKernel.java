package ketum.engine.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ketum.engine.model.Model;

/**
 * A model's kernel, once or twice, with the meaning of its rows. Both give the same bits.
 *
 * @param scalar     computes one lane after the other
 * @param vector     computes {@code width} lanes at once; a count of lanes is rounded up to a multiple of it
 * @param width      1 where there is no vector kernel
 * @param states     in row order
 * @param parameters declared parameters that the kernel uses, in row order
 * @param events     code for events and known times; empty where the model has neither
 * @param stiff      what a stiff method needs besides, compiled when first asked for; safe between threads
 * @param series     what a Taylor method needs besides; empty where the rates have conditions on time or states, or events act
 */
public record CompiledKernel(Kernel scalar, Optional<Kernel> vector, int width, KernelShape shape, List<Model.State> states,
                             List<Model.Parameter> parameters, Optional<CompiledEvents> events, Supplier<CompiledStiff> stiff,
                             Optional<CompiledSeries> series) {}
