package ketum.kratom.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a report sums up its people: within one arm, or over arms. */
enum ArmStatistic {
    MEDIAN("median", arms -> Replicates.median(all(arms))),
    MEAN("mean", arms -> Replicates.mean(all(arms))),
    BOTH_EYES("mean of both eyes", arms -> Replicates.mean(all(arms))),
    SD("sd", arms -> Replicates.sd(all(arms))),
    LOWEST_ARM_MEDIAN("lowest arm median", arms -> arms.stream().mapToDouble(Replicates::median).min().orElse(Double.NaN)),
    HIGHEST_ARM_MEDIAN("highest arm median", arms -> arms.stream().mapToDouble(Replicates::median).max().orElse(Double.NaN)),
    LOWEST_ARM_MEAN("lowest arm mean", arms -> arms.stream().mapToDouble(Replicates::mean).min().orElse(Double.NaN)),
    HIGHEST_ARM_MEAN("highest arm mean", arms -> arms.stream().mapToDouble(Replicates::mean).filter(mean -> !Double.isNaN(mean)).max().orElse(Double.NaN));

    private final String label;
    private final ToDoubleFunction<List<double[]>> statistic;

    ArmStatistic(String label, ToDoubleFunction<List<double[]>> statistic) {
        this.label = label;
        this.statistic = statistic;
    }

    private static double[] all(List<double[]> arms) {
        return arms.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** @throws IllegalStateException for a statistic that no report so far uses */
    static ArmStatistic of(String label) {
        return Arrays.stream(values()).filter(known -> known.label.equals(label)).findFirst()
                .orElseThrow(() -> new IllegalStateException("statistic " + label + " is none of " + Arrays.stream(values()).map(known -> known.label).toList()));
    }

    /** @param arms the people of each arm in one replicate */
    double of(List<double[]> arms) {
        return statistic.applyAsDouble(arms);
    }
}
