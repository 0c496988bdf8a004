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
        List<String> classes = List.of();
        Map<String, int[]> bySign = new HashMap<>();
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            String sign = line.required("sign");
            if (classes.isEmpty()) {
                classes = List.of(line.required("weights").split(" "));
                if (!sign.equals(CLASSES) || !allowed.containsAll(classes) || classes.stream().distinct().count() < classes.size()) {
                    throw line.error("weights", "in a first row \"" + CLASSES + "\", each once: " + String.join(" ", allowed));
                }
            } else if (bySign.put(sign, weights(line, classes.size())) != null) {
                throw line.error("sign", "each sign once");
            }
        }
        if (!bySign.containsKey(CONSTANT)) {
            throw new DataException(file, 2, "column sign", "", "a row \"" + CONSTANT + "\"");
        }
        return new ClaimWeights(classes, bySign);
    }

    private static int[] weights(Csv.Line line, int classes) {
        String[] written = line.required("weights").split(" ");
        int[] weights = new int[2 * written.length];
        for (int i = 0; i < written.length; i++) {
            int colon = written[i].indexOf(':');
            try {
                weights[2 * i] = Integer.parseInt(written[i], 0, Math.max(colon, 0), 10);
                weights[2 * i + 1] = Integer.parseInt(written[i], colon + 1, written[i].length(), 10);
            } catch (NumberFormatException e) {
                throw line.error("weights", ACCEPTED);
            }
            if (weights[2 * i] < 0 || weights[2 * i] >= classes || i > 0 && weights[2 * i] <= weights[2 * i - 2]) {
                throw line.error("weights", ACCEPTED);
            }
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
