package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of all claims, from {@code claims/patterns.csv}: column {@code words} holds groups joined by {@code &}, a group holds
 * alternatives joined by {@code |}, an alternative is a word or some side by side, {@code *} ends a word that may go on, and {@code !}
 * before a group marks the words that a "not" turns round (the last group where none is marked). Immutable.
 */
public final class ClaimPatterns {

    static final String FILE = "claims/patterns.csv";
    private static final List<String> COLUMNS = List.of("claim", "stance", "words", "without");
    private static final Pattern WORD = Pattern.compile("[a-z0-9%$.]+\\*?");

    private ClaimPatterns() {
    }

    private static final class Holder {
        private static final List<ClaimPattern> STANDARD = parse(FILE, Resource.text(FILE), Claims.standard());
    }

    /** The patterns of this version, read once, in the order of the file. */
    public static List<ClaimPattern> standard() {
        return Holder.STANDARD;
    }

    static List<ClaimPattern> parse(String file, String text, Claims claims) {
        List<ClaimPattern> patterns = new ArrayList<>();
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            String claim = line.required("claim");
            if (claims.find(claim).isEmpty()) {
                throw line.error("claim", "an id of " + Claims.INDEX);
            }
            String stance = line.required("stance");
            if (!stance.equals("asserts") && !stance.equals("denies")) {
                throw line.error("stance", "asserts or denies");
            }
            patterns.add(new ClaimPattern(claim, stance.equals("denies"), groups(line), phrases(line, "without", line.get("without"))));
        }
        return List.copyOf(patterns);
    }

    private static List<ClaimPattern.Group> groups(Csv.Line line) {
        String[] written = line.required("words").split("&");
        boolean marked = Arrays.stream(written).anyMatch(group -> group.strip().startsWith("!"));
        List<ClaimPattern.Group> groups = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            String group = written[i].strip();
            boolean negatable = marked ? group.startsWith("!") : i == written.length - 1;
            groups.add(new ClaimPattern.Group(phrases(line, "words", group.startsWith("!") ? group.substring(1) : group), negatable));
        }
        return groups;
    }

    private static List<ClaimPattern.Phrase> phrases(Csv.Line line, String column, String written) {
        List<ClaimPattern.Phrase> phrases = new ArrayList<>();
        if (written.isBlank()) {
            return phrases;
        }
        for (String alternative : written.split("\\|")) {
            List<String> words = List.of(alternative.strip().split(" +"));
            if (!words.stream().allMatch(word -> WORD.matcher(word).matches())) {
                throw line.error(column, "words in lower case, joined by | and &, each with * for any ending");
            }
            phrases.add(new ClaimPattern.Phrase(words));
        }
        return phrases;
    }
}
