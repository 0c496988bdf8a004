package ketum.care.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a sentence in lower case, "isn't" as "is" and "not", "7-OH" as one word, and where clauses part.
 *
 * @param words  in order
 * @param stems  of the words
 * @param clause number of the clause that each word stands in
 */
record Words(List<String> words, List<String> stems, List<Integer> clause) {

    private static final Pattern TOKEN = Pattern.compile("[a-z0-9$%]+(?:\\.[0-9]+)?|[;:,()\\u2013\\u2014]|--");
    private static final Pattern SHORT_NOT = Pattern.compile("\\b([a-z]+)n't\\b");
    private static final Pattern GENITIVE = Pattern.compile("'s\\b");
    private static final Pattern SEVEN_OH = Pattern.compile("\\b7[- ]?(?:oh|hydroxymitragynine|hydroxy[- ]?mitragynine|hydroxy)\\b");
    private static final String NOT_IN_OTHER_WORDS = "\\b(?:far from|anything but|fail(?:s|ed)? to|unlikely to|by no means|declin(?:es|ed) to|stopp(?:ed|ing) short of|shied away from|(?:hardly|scarcely)(?! any)|cease[sd]? to|refuse[sd]? to|few if any|"
            + "(?:too )?(?:little|scant|scarce|precious little|insufficient|not much) (?=(?:good |solid |clinical |scientific |real |reliable |sound |hard )?(?:evidence|proof|support|reason|chance|risk)\\b)|"
            + "(?:has|have) yet to(?: be)?|lacks? (?:any |good |solid )?(?:evidence|proof) (?:that|of|for))(?:\\b|(?<=\\s))";
    /** They hold a "not" or "no" that denies nothing. */
    private static final String NO_NEGATION = "\\b(?:not only|not just|not to mention|no doubt|without (?:a )?doubt|no matter|no wonder|a little)\\b";

    /** What is put into other words before a sentence is parted. */
    private enum Turn { NOT, NO_NOT }

    private static final WordStarts<Turn> TURNS = new WordStarts<>(Turn.class, Map.of(Turn.NOT, NOT_IN_OTHER_WORDS, Turn.NO_NOT, NO_NEGATION));
    private static final Pattern NOT = Pattern.compile(NOT_IN_OTHER_WORDS);
    private static final Pattern NO_NOT = Pattern.compile(NO_NEGATION);
    private static final Set<String> PARTING = Set.of("but", "though", "although", "while", "whereas", "however", "yet", "because", "unless", "if", "since", "where");
    /** A subject behind a comma or an "and" begins a clause. */
    private static final Set<String> SUBJECTS = Set.of("it", "they", "i", "you", "we", "he", "she", "kratom", "this", "that", "these", "those", "there", "which", "so",
            "nobody", "its", "their", "our", "his", "her", "my", "your", "one", "most", "several", "both", "each", "the", "some", "many", "people", "users");

    /** Behind an "and" they begin something new that a "not" before it does not reach. */
    private static final Set<String> VERBS = Set.of("works", "is", "are", "was", "were", "has", "have", "can", "will", "makes", "gives", "helps", "does", "keeps", "lets", "may", "should", "must", "could", "would", "costs", "comes");

    /** What is said stands in a clause of its own. */
    private static final Set<String> SPEECH = Set.of("said", "says", "say", "claim", "claims", "argue", "argues", "insist", "insists", "report", "swear");

    static Words of(String sentence) {
        String plain = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'').replace('\u2011', '-');
        plain = plain.indexOf('7') < 0 ? plain : SEVEN_OH.matcher(plain).replaceAll("7oh");
        plain = plain.replace("can't", "can not").replace("won't", "will not").replace("cannot", "can not");
        plain = plain.indexOf('\'') < 0 ? plain : GENITIVE.matcher(SHORT_NOT.matcher(plain).replaceAll("$1 not")).replaceAll("");
        if (!TURNS.in(plain).isEmpty()) {
            plain = NOT.matcher(plain).replaceAll("not ");
            plain = NO_NOT.matcher(plain).replaceAll(found -> found.group().equals("a little") ? "a little" : "indeed");
        }
        List<String> words = new ArrayList<>();
        List<Integer> clause = new ArrayList<>();
        int number = 0;
        boolean pause = false;
        Matcher matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            String token = matcher.group();
            if (token.equals(",")) {
                pause = true;
                continue;
            }
            if (!Character.isLetterOrDigit(token.charAt(0)) && token.charAt(0) != '$' && token.charAt(0) != '%') {
                number++;
                continue;
            }
            boolean joined = !words.isEmpty() && words.getLast().equals("and");
            if (PARTING.contains(token) || (pause || joined) && SUBJECTS.contains(token) || joined && VERBS.contains(token)) {
                number++;
            }
            pause = pause && (token.equals("and") || token.equals("or"));
            words.add(token);
            clause.add(number);
            number += SPEECH.contains(token) ? 1 : 0;
        }
        return new Words(words, words.stream().map(Stem::of).toList(), clause);
    }
}
