package ketum.report.chart;

import java.util.TreeSet;

/** Chooses which points of a long curve are drawn or listed. */
public final class Thinning {
    private Thinning() {}

    /**
     * About {@code most} indices of {@code length}: the first, the last, equally spaced ones, and within each stretch the place of
     * the highest and lowest value of {@code guide}, so that no peak is lost. All indices where there are no more than {@code most}.
     */
    public static int[] keepingExtremes(int length, int most, double[] guide) {
        if (length <= most) {
            return all(length);
        }
        int stretches = StrictMath.max(1, most / 3);
        TreeSet<Integer> kept = new TreeSet<>();
        kept.add(length - 1);
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) s * length / stretches);
            int to = (int) ((long) (s + 1) * length / stretches);
            int highest = from;
            int lowest = from;
            for (int i = from; i < to; i++) {
                if (guide[i] > guide[highest]) {
                    highest = i;
                }
                if (guide[i] < guide[lowest]) {
                    lowest = i;
                }
            }
            kept.add(from);
            kept.add(highest);
            kept.add(lowest);
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /** At most {@code most} indices, equally spaced, with the first, the last and the place of the highest value of {@code guide}. */
    public static int[] evenly(int length, int most, double[] guide) {
        if (length <= most) {
            return all(length);
        }
        TreeSet<Integer> kept = new TreeSet<>();
        int steps = most - 2;
        for (int s = 0; s <= steps; s++) {
            kept.add((int) ((long) s * (length - 1) / steps));
        }
        int highest = 0;
        for (int i = 0; i < length; i++) {
            if (guide[i] > guide[highest] || Double.isNaN(guide[highest])) {
                highest = i;
            }
        }
        kept.add(highest);
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] all(int length) {
        int[] indices = new int[length];
        for (int i = 0; i < length; i++) {
            indices[i] = i;
        }
        return indices;
    }
}
