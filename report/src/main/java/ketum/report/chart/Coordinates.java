package ketum.report.chart;

import ketum.report.text.Numbers;

/** Drawing units as text: one decimal, finer than any screen shows at this size. */
final class Coordinates {
    private Coordinates() {}

    static String of(double value) {
        return Numbers.fixed(value, 1);
    }

    /** An SVG path through the points; a gap is left where a value is not a number. */
    static String path(Plot plot, double[] x, double[] y, int[] picked) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i : picked) {
            if (!Double.isFinite(y[i])) {
                pen = false;
                continue;
            }
            path.append(pen ? 'L' : 'M').append(of(plot.x(x[i]))).append(' ').append(of(plot.y(y[i])));
            pen = true;
        }
        return path.toString();
    }

    /** A closed area between two curves; points where either is not a number are left out. */
    static String area(Plot plot, double[] x, double[] low, double[] high, int[] picked) {
        StringBuilder forth = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (int i : picked) {
            if (Double.isFinite(low[i]) && Double.isFinite(high[i])) {
                forth.append(forth.isEmpty() ? 'M' : 'L').append(of(plot.x(x[i]))).append(' ').append(of(plot.y(high[i])));
                back.insert(0, "L" + of(plot.x(x[i])) + " " + of(plot.y(low[i])));
            }
        }
        return forth.isEmpty() ? "" : forth.append(back).append('Z').toString();
    }
}
