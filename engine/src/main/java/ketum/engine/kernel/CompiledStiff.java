package ketum.engine.kernel;

import java.util.Optional;

/**
 * A model's code for a stiff method, once or twice as in {@link CompiledKernel}.
 *
 * @param derived      rows that {@link StiffKernel#prepare} fills
 * @param factors      rows that {@link StiffKernel#factor} fills; the last is not a factor
 * @param workRows     rows of work space
 * @param explicitTime whether time occurs in the rates, so that {@link StiffKernel#timeSlope} is not all 0
 * @param cost         operations of a factorisation and a solution, to compare with those of {@code rates}
 */
public record CompiledStiff(StiffKernel scalar, Optional<StiffKernel> vector, int derived, int factors, int workRows,
                            boolean explicitTime, StiffCost cost) {

    /** Numbers of operations per lane: of the rates, of one factorisation with its Jacobian, and of one solution. */
    public record StiffCost(int rates, int factor, int solve) {}
}
