package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The patterns of all claims, from {@code claims/patterns.csv}: column {@code words} holds groups joined by {@code &}, a group holds
 * alternatives joined by {@code |}, an alternative is a word or some side by side, {@code *} ends a word that may go on, {@code <name>}
 * stands for a list of {@code claims/words.csv}, and {@code !} before a group marks the words that a "not" turns round (where a row
 * that asserts marks none: the last group), and behind a {@code ~} in a group stand words that say the opposite of those before it, and
 * {@code ^} before a group lets it be carried over from the sentences just before. Immutable.
 */
public final class ClaimPatterns {

    static final String FILE = "claims/patterns.csv";
    static final String TOPICS_FILE = "claims/topics.csv";
    static final String WORDS_FILE = "claims/words.csv";
    private static final List<String> COLUMNS = List.of("claim", "stance", "words", "without");
    private static final Pattern WORD = Pattern.compile("[a-z0-9%$.]+\\*?");

    private final Map<String, List<ClaimPattern.Phrase>> lists;

    private ClaimPatterns(Map<String, List<ClaimPattern.Phrase>> lists) {
        this.lists = lists;
    }

    private static final class Holder {
        private static final List<ClaimPattern> STANDARD = load(FILE);
        private static final List<ClaimPattern> TOPICS = load(TOPICS_FILE);

        private static List<ClaimPattern> load(String file) {
            return parse(file, Resource.text(file), lists(WORDS_FILE, Resource.text(WORDS_FILE)), Claims.standard().all().stream().map(Claim::id).toList());
        }
    }

    /** The patterns of this version, read once, in the order of the file. */
    public static List<ClaimPattern> standard() {
        return Holder.STANDARD;
    }

    /** Looser patterns, for sentences in which none of {@link #standard()} is found: from {@code claims/topics.csv}. */
    public static List<ClaimPattern> topics() {
        return Holder.TOPICS;
    }

    /** Lists of words by name, in the order of the file; a list may name one above it. */
    static Map<String, List<ClaimPattern.Phrase>> lists(String file, String text) {
        Map<String, List<ClaimPattern.Phrase>> lists = new LinkedHashMap<>();
        ClaimPatterns reader = new ClaimPatterns(lists);
        for (Csv.Line line : Csv.read(file, text, List.of("name", "words"))) {
            lists.put(line.required("name"), List.copyOf(reader.phrases(line, "words", line.required("words"))));
        }
        return lists;
    }

    static List<ClaimPattern> parse(String file, String text, Map<String, List<ClaimPattern.Phrase>> lists, List<String> claims) {
        ClaimPatterns reader = new ClaimPatterns(lists);
        List<ClaimPattern> patterns = new ArrayList<>();
        for (Csv.Line line : Csv.read(file, text, COLUMNS)) {
            String claim = line.required("claim");
            if (!claims.contains(claim)) {
                throw line.error("claim", "an id of " + Claims.INDEX);
            }
            ClaimPattern.Says says = Arrays.stream(ClaimPattern.Says.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(line.get("stance"))).findFirst()
                    .orElseThrow(() -> line.error("stance", "asserts, denies or mentions"));
            patterns.add(new ClaimPattern(claim, says, reader.groups(line, says), reader.phrases(line, "without", line.get("without"))));
        }
        return List.copyOf(patterns);
    }

    private List<ClaimPattern.Group> groups(Csv.Line line, ClaimPattern.Says says) {
        String[] written = line.required("words").split("&");
        boolean marked = Arrays.stream(written).anyMatch(group -> group.strip().startsWith("!"));
        List<ClaimPattern.Group> groups = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            String group = written[i].strip();
            boolean negatable = marked ? group.startsWith("!") : says == ClaimPattern.Says.ASSERTS && i == written.length - 1;
            boolean carried = group.startsWith("^");
            String[] poles = (carried || group.startsWith("!") ? group.substring(1) : group).split("~", -1);
            if (poles.length > 2 || poles[0].isBlank()) {
                throw line.error("words", "words, and behind one ~ those that say the opposite");
            }
            groups.add(new ClaimPattern.Group(phrases(line, "words", poles[0]), poles.length == 2 ? phrases(line, "words", poles[1]) : List.of(), negatable, carried));
        }
        return groups;
    }

    private List<ClaimPattern.Phrase> phrases(Csv.Line line, String column, String written) {
        List<ClaimPattern.Phrase> phrases = new ArrayList<>();
        if (written.isBlank()) {
            return phrases;
        }
        for (String alternative : written.split("\\|")) {
            String each = alternative.strip();
            if (each.startsWith("<") && each.endsWith(">") && lists.containsKey(each.substring(1, each.length() - 1))) {
                phrases.addAll(lists.get(each.substring(1, each.length() - 1)));
                continue;
            }
            List<String> words = List.of(each.split(" +"));
            if (!words.stream().allMatch(word -> WORD.matcher(word).matches())) {
                throw line.error(column, "words in lower case or <a list of " + WORDS_FILE + ">, joined by | and &, a word with * for any ending");
            }
            phrases.add(new ClaimPattern.Phrase(words));
        }
        return phrases;
    }
}
