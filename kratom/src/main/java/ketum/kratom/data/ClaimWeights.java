package ketum.kratom.data;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What signs of a sentence tell for some classes, as {@code ketum calibrate claims} fitted it: {@code claims/learned-claims.csv} for the
 * claims, {@code claims/learned-stances.csv} for the stances. A row holds a sign and its weights, {@code n:w} for the weight {@code w} in
 * hundredths that it has for class number {@code n}; the rows {@code classes} and {@code constant} come first. Immutable and safe to share.
 */
public final class ClaimWeights {

    static final String CLAIMS_FILE = "claims/learned-claims.csv";
    static final String STANCES_FILE = "claims/learned-stances.csv";
    static final String FROM_FILE = "claims/learned-from.csv";
    static final List<String> STANCES = List.of("asserts", "denies", "mentions");
    private static final List<String> COLUMNS = List.of("sign", "weights");
    private static final String CLASSES = "classes";
    private static final String CONSTANT = "constant";
    private static final double UNIT = 0.01;
    private static final int MOST_DIGITS = 6;
    /** Of most lines, in letters; so that the map need not grow. */
    private static final int SHORTEST_LINE = 25;
    private static final String ACCEPTED = "numbers of classes, rising, each with a weight in hundredths: 3:125 17:-40";

    private final List<String> classes;
    /** Of a sign: number of a class, weight, number of a class, weight ... */
    private final Map<String, int[]> bySign;

    private ClaimWeights(List<String> classes, Map<String, int[]> bySign) {
        this.classes = List.copyOf(classes);
        this.bySign = bySign;
    }

    private static final class Holder {
        private static final ClaimWeights BY_CLAIM = parse(CLAIMS_FILE, Resource.text(CLAIMS_FILE), Resource.text(Claims.INDEX).lines().toList());
        private static final ClaimWeights BY_STANCE = parse(STANCES_FILE, Resource.text(STANCES_FILE), STANCES);
    }

    /** Weights for the claims, by their ids, read once. */
    public static ClaimWeights claims() {
        return Holder.BY_CLAIM;
    }

    /** SHA-256 of the files of labelled sentences that the weights were fitted on, by their names. */
    public static Map<String, String> fittedOn() {
        return from(FROM_FILE, Resource.text(FROM_FILE));
    }

    static Map<String, String> from(String file, String text) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Csv.Line line : Csv.read(file, text, List.of("file", "sha256", "sentences"))) {
            if (!line.required("sha256").matches("[0-9a-f]{64}") || !line.required("sentences").matches("[1-9][0-9]*")) {
                throw line.error("sha256", "64 hexadecimal digits, and behind them how many sentences");
            }
            hashes.put(line.required("file"), line.get("sha256"));
        }
        return hashes;
    }

    /** Weights for the stances, by their labels, read once. */
    public static ClaimWeights stances() {
        return Holder.BY_STANCE;
    }

    /**
     * Weights in the form of the files.
     *
     * @param allowed what a class may be called
     * @throws DataException where the text is not of that form
     */
    public static ClaimWeights parse(String file, String text, Collection<String> allowed) {
        String header = String.join(",", COLUMNS);
        if (!text.startsWith(header + "\n")) {
            throw new DataException(file, 1, "header", text.substring(0, Math.max(0, text.indexOf('\n'))), header);
        }
        List<String> classes = List.of();
        Map<String, int[]> bySign = HashMap.newHashMap(text.length() / SHORTEST_LINE);
        long number = 1;
        // by hand: some ten thousand short lines without quotes, at the start of a command
        for (int from = header.length() + 1; from < text.length(); number++) {
            int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
            int comma = text.indexOf(',', from);
            if (comma <= from || comma >= end) {
                throw new DataException(file, number + 1, "record", text.substring(from, end), header);
            }
            String sign = text.substring(from, comma);
            if (classes.isEmpty()) {
                String named = text.substring(comma + 1, end);
                classes = List.of(named.split(" "));
                if (!sign.equals(CLASSES) || !allowed.containsAll(classes) || classes.stream().distinct().count() < classes.size()) {
                    throw new DataException(file, number + 1, "column weights", named, "in a first row \"" + CLASSES + "\", each once: " + String.join(" ", allowed));
                }
            } else {
                int[] weights = weights(text, comma + 1, end, classes.size());
                if (weights.length == 0) {
                    throw new DataException(file, number + 1, "column weights", text.substring(comma + 1, end), ACCEPTED);
                }
                if (bySign.put(sign, weights) != null) {
                    throw new DataException(file, number + 1, "column sign", sign, "each sign once");
                }
            }
            from = end + 1;
        }
        if (!bySign.containsKey(CONSTANT)) {
            throw new DataException(file, number, "column sign", "", "a row \"" + CONSTANT + "\"");
        }
        return new ClaimWeights(classes, bySign);
    }

    /** Empty where the text is not of the form. */
    private static int[] weights(String text, int from, int end, int classes) {
        int count = 1;
        for (int i = from; i < end; i++) {
            count += text.charAt(i) == ' ' ? 1 : 0;
        }
        int[] weights = new int[2 * count];
        int at = from;
        for (int k = 0; k < weights.length; k++) {
            boolean number = k % 2 == 0;
            boolean negative = !number && at < end && text.charAt(at) == '-';
            int first = negative ? at + 1 : at;
            int value = 0;
            for (at = first; at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - first < MOST_DIGITS; at++) {
                value = 10 * value + text.charAt(at) - '0';
            }
            boolean ends = number ? at < end && text.charAt(at) == ':' : k == weights.length - 1 ? at == end : at < end && text.charAt(at) == ' ';
            if (at == first || !ends || number && (value >= classes || k > 0 && value <= weights[k - 2])) {
                return new int[0];
            }
            weights[k] = negative ? -value : value;
            at++;
        }
        return weights;
    }

    /** The classes, by their numbers. */
    public List<String> classes() {
        return classes;
    }

    /** The scores of the classes before any sign is heard. */
    public double[] constants() {
        double[] scores = new double[classes.size()];
        add(CONSTANT, 1, scores);
        return scores;
    }

    /** Adds the weights of a sign, times a factor, to the scores; nothing for a sign that has none. */
    public void add(String sign, double factor, double[] scores) {
        int[] weights = bySign.get(sign);
        if (weights != null) {
            for (int i = 0; i < weights.length; i += 2) {
                scores[weights[i]] += factor * UNIT * weights[i + 1];
            }
        }
    }
}
