package ketum.care.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of some regular expressions are found in a text in lower case. Each is parted into its alternatives; one that must begin with a
 * word is tried only where a word of the text begins like it. The answer is that of {@link Matcher#find()}, in a small part of its time.
 * Immutable and safe to share.
 *
 * @param <K> name of an expression
 */
final class WordStarts<K extends Enum<K>> {

    private static final int LETTERS = 26;
    private static final String BOUND = "\\b";

    private record Piece<K>(K kind, Pattern pattern) {}

    private static final class Node<K> {
        @SuppressWarnings({"unchecked", "rawtypes"})
        private final Node<K>[] next = new Node[LETTERS];
        private final List<Piece<K>> pieces = new ArrayList<>();
    }

    private final Class<K> kinds;
    private final Node<K> root = new Node<>();
    /** They may begin with anything. */
    private final List<Piece<K>> anywhere = new ArrayList<>();

    WordStarts(Class<K> kinds, Map<K, String> expressions) {
        this.kinds = kinds;
        new EnumMap<>(expressions).forEach((kind, expression) -> alternatives(expression).forEach(alternative -> add(kind, alternative)));
    }

    private void add(K kind, String alternative) {
        String inner = alternative.startsWith(BOUND) ? alternative.substring(BOUND.length()) : alternative;
        if (alternative.startsWith(BOUND) && inner.startsWith("(?:")) {
            int close = close(inner, 0);
            boolean quantified = close + 1 < inner.length() && "?*+{".indexOf(inner.charAt(close + 1)) >= 0;
            if (!quantified) {
                alternatives(inner.substring(3, close)).forEach(each -> place(kind, "(?:" + each + ")" + inner.substring(close + 1), BOUND));
                return;
            }
        }
        place(kind, inner, alternative.startsWith(BOUND) ? BOUND : "");
    }

    private void place(K kind, String expression, String before) {
        Piece<K> piece = new Piece<>(kind, Pattern.compile(before + expression));
        Optional<Set<String>> beginnings = before.isEmpty() ? Optional.empty() : beginnings(expression);
        if (beginnings.isEmpty()) {
            anywhere.add(piece);
            return;
        }
        for (String beginning : beginnings.get()) {
            Node<K> node = root;
            for (char letter : beginning.toCharArray()) {
                if (node.next[letter - 'a'] == null) {
                    node.next[letter - 'a'] = new Node<>();
                }
                node = node.next[letter - 'a'];
            }
            node.pieces.add(piece);
        }
    }

    /** Letters that every match begins with one of; empty where that cannot be told. */
    private static Optional<Set<String>> beginnings(String expression) {
        if (expression.startsWith("(?<!") || expression.startsWith("(?!")) {
            return beginnings(expression.substring(close(expression, 0) + 1));
        }
        if (expression.startsWith("(?:")) {
            int close = close(expression, 0);
            String rest = expression.substring(close + 1);
            Set<String> all = new LinkedHashSet<>();
            boolean optional = rest.startsWith("?") || rest.startsWith("*") || rest.startsWith("{0");
            for (String alternative : alternatives(expression.substring(3, close))) {
                Optional<Set<String>> some = beginnings(alternative);
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(some.get());
            }
            if (optional) {
                Optional<Set<String>> some = beginnings(rest.replaceFirst("^(?:[?*]|\\{[0-9,]+})\\??", ""));
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(some.get());
            }
            return Optional.of(all);
        }
        int n = 0;
        while (n < expression.length() && expression.charAt(n) >= 'a' && expression.charAt(n) <= 'z') {
            n++;
        }
        if (n < expression.length() && "?*{".indexOf(expression.charAt(n)) >= 0) {
            n--;
        }
        return n <= 0 ? Optional.empty() : Optional.of(Set.of(expression.substring(0, n)));
    }

    /** The parts between the bars that stand in no bracket. */
    private static List<String> alternatives(String expression) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            switch (expression.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = expression.indexOf(']', i + 2);
                case '(' -> depth++;
                case ')' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        parts.add(expression.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {
                }
            }
        }
        parts.add(expression.substring(from));
        return parts;
    }

    /** Where the bracket closes that opens at a place. */
    private static int close(String expression, int open) {
        int depth = 0;
        for (int i = open; i < expression.length(); i++) {
            switch (expression.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = expression.indexOf(']', i + 2);
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {
                }
            }
        }
        throw new IllegalArgumentException("a bracket that does not close: " + expression);
    }

    /** Those found in a text in lower case. */
    Set<K> in(String text) {
        Set<K> found = EnumSet.noneOf(kinds);
        for (Piece<K> piece : anywhere) {
            if (!found.contains(piece.kind()) && piece.pattern().matcher(text).find()) {
                found.add(piece.kind());
            }
        }
        for (int at = 0; at < text.length(); at++) {
            if (letter(text, at) && (at == 0 || !partOfWord(text.charAt(at - 1)))) {
                from(text, at, found);
            }
        }
        return found;
    }

    private void from(String text, int at, Set<K> found) {
        Node<K> node = root;
        for (int i = at; i < text.length() && letter(text, i); i++) {
            node = node.next[text.charAt(i) - 'a'];
            if (node == null) {
                return;
            }
            for (Piece<K> piece : node.pieces) {
                if (!found.contains(piece.kind()) && piece.pattern().matcher(text).region(at, text.length()).useTransparentBounds(true).useAnchoringBounds(false).lookingAt()) {
                    found.add(piece.kind());
                }
            }
        }
    }

    private static boolean letter(String text, int at) {
        return text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    /** As a word boundary of regular expressions sees it. */
    private static boolean partOfWord(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9' || sign == '_';
    }
}
