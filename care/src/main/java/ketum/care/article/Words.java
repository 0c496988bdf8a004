package ketum.care.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.kratom.data.ClaimPattern;

/**
 * The words of a sentence in lower case, "isn't" as "is" and "not", "7-OH" as one word, and where clauses part.
 *
 * @param words  in order
 * @param clause number of the clause that each word stands in
 */
record Words(List<String> words, List<Integer> clause) {

    private static final Pattern TOKEN = Pattern.compile("[a-z0-9$%]+(?:\\.[0-9]+)?|[;:,()\\u2013\\u2014]|--");
    private static final Pattern SHORT_NOT = Pattern.compile("\\b(ca|wo|[a-z]+)n't\\b");
    private static final Pattern SEVEN_OH = Pattern.compile("\\b7[- ]?(?:oh|hydroxy|hydroxymitragynine|o-?h)\\b(?:[- ]?mitragynine)?");
    /** They begin a clause of their own. */
    private static final List<String> PARTING = List.of("but", "though", "although", "while", "whereas", "however", "yet", "because", "unless");

    static Words of(String sentence) {
        String plain = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'').replace('\u2011', '-');
        plain = SEVEN_OH.matcher(plain).replaceAll("7oh");
        plain = plain.replace("can't", "can not").replace("won't", "will not").replace("cannot", "can not");
        plain = SHORT_NOT.matcher(plain).replaceAll("$1 not").replaceAll("'s\\b", "");
        List<String> words = new ArrayList<>();
        List<Integer> clause = new ArrayList<>();
        int number = 0;
        Matcher matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            String token = matcher.group();
            boolean sign = !Character.isLetterOrDigit(token.charAt(0)) && token.charAt(0) != '$' && token.charAt(0) != '%';
            if (sign) {
                number += token.equals(",") ? 0 : 1;
                continue;
            }
            if (PARTING.contains(token)) {
                number++;
            }
            words.add(token);
            clause.add(number);
        }
        return new Words(words, clause);
    }

    int size() {
        return words.size();
    }

    /** Where a phrase stands first, from a word on; -1 where it does not. */
    int find(ClaimPattern.Phrase phrase, int from) {
        int n = phrase.words().size();
        for (int at = from; at + n <= words.size(); at++) {
            boolean all = true;
            for (int i = 0; i < n && all; i++) {
                all = matches(phrase.words().get(i), words.get(at + i));
            }
            if (all) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(String pattern, String word) {
        return pattern.endsWith("*") ? word.startsWith(pattern.substring(0, pattern.length() - 1)) : word.equals(pattern);
    }
}
