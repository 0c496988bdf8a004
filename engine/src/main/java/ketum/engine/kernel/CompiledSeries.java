package ketum.engine.kernel;

import java.util.Optional;

/**
 * A model's code for Taylor series, once or twice as in {@link CompiledKernel}.
 *
 * @param derived  rows that {@link SeriesKernel#prepare} fills
 * @param series   columns of the table
 * @param workRows rows of work space
 * @param guarded  whether there are powers, logarithms or roots, which have no series where their base is 0
 */
public record CompiledSeries(SeriesKernel scalar, Optional<SeriesKernel> vector, int derived, int series, int workRows, boolean guarded) {}
