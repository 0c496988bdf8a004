package ketum.care.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of signs to fit weights on, and the text of the weights as {@link ketum.kratom.data.ClaimWeights} reads it. */
final class SignTable {

    private static final double HUNDREDTHS = 100;
    private static final double TOLERANCE = 0.1;

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<LogisticFit.Row> rows = new ArrayList<>();

    /** Adds a row with the values of its signs. */
    void add(Map<String, Double> signs) {
        int[] at = new int[signs.size()];
        double[] values = new double[at.length];
        int k = 0;
        for (Map.Entry<String, Double> sign : signs.entrySet()) {
            at[k] = columns.computeIfAbsent(sign.getKey(), name -> {
                names.add(name);
                return names.size() - 1;
            });
            values[k++] = sign.getValue();
        }
        rows.add(new LogisticFit.Row(at, values));
    }

    /** What a sign is worth, once for all rows: it is part of the value of the fit and of the weight that is written. */
    interface Worth {
        double of(String sign);
    }

    /** Which rows belong to a class. */
    interface Members {
        boolean[] of(String name);
    }

    /**
     * Fits each class against the rest.
     *
     * @param cost  of a row on the wrong side
     * @param least weights below are left out
     * @return the text: sorted by sign, weights in hundredths
     */
    String fit(Collection<String> classes, Members members, Worth worth, double cost, double least) {
        double[] worths = names.stream().mapToDouble(worth::of).toArray();
        LogisticFit fit = new LogisticFit(rows.stream().map(row -> weighed(row, worths)).toArray(LogisticFit.Row[]::new), names.size(), cost, TOLERANCE);
        StringBuilder constants = new StringBuilder();
        Map<String, StringBuilder> bySign = new TreeMap<>();
        int number = 0;
        for (String each : classes) {
            double[] weights = fit.weights(members.of(each));
            append(constants, number, weights[names.size()]);
            for (int k = 0; k < names.size(); k++) {
                double weight = weights[k] * worths[k];
                if (Math.abs(weight) >= least) {
                    append(bySign.computeIfAbsent(names.get(k), name -> new StringBuilder()), number, weight);
                }
            }
            number++;
        }
        StringBuilder text = new StringBuilder("sign,weights\nclasses,").append(String.join(" ", classes)).append("\nconstant,").append(constants).append('\n');
        bySign.forEach((sign, weights) -> text.append(sign).append(',').append(weights).append('\n'));
        return text.toString();
    }

    private static LogisticFit.Row weighed(LogisticFit.Row row, double[] worths) {
        double[] values = row.values().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] *= worths[row.columns()[k]];
        }
        return new LogisticFit.Row(row.columns(), values);
    }

    private static void append(StringBuilder to, int number, double weight) {
        to.append(to.isEmpty() ? "" : " ").append(number).append(':').append(Math.round(weight * HUNDREDTHS));
    }
}
