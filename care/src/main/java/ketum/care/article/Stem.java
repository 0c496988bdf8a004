package ketum.care.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The part of an English word that its inflected forms share: "eases", "eased" and "easing" give the same. Only for comparing words. */
final class Stem {

    private static final Map<String, String> IRREGULAR = irregular();
    /** What looks inflected and is not. */
    private static final Set<String> WHOLE = Set.of("evening", "morning", "nothing", "something", "anything", "note", "news", "always", "perhaps", "during", "pass", "unless", "hundred", "red");

    /** Their comparatives count as the words. */
    private static final Set<String> GRADED = Set.of("fast", "hard", "strong", "mild", "high", "low", "large", "small", "big", "great", "safe", "weak", "easy", "quick", "slow", "rough", "tough", "clean", "gentle",
            "nasty", "long", "short", "light", "heavy", "deep", "sharp", "calm", "happy", "bright", "smooth", "bad", "kind", "soft", "nast", "ugly", "risky", "steep");

    private Stem() {
    }

    private static Map<String, String> irregular() {
        Map<String, String> forms = new HashMap<>();
        for (String line : ("be is are was were been being am|do does did done doing|have has had having|go goes went gone going|use uses used using|take takes took taken taking|"
                + "get gets got gotten getting|give gives gave given giving|come comes came coming|feel feels felt feeling|make makes made making|keep keeps kept keeping|"
                + "die dies died dying|lie lies lied lying|leaf leaves leafs|baby babies|quit quits quitted quitting|stop stops stopped stopping|say says said saying|tell tells told telling|"
                + "think thinks thought thinking|find finds found finding|know knows knew known knowing|see sees saw seen seeing|bring brings brought bringing|buy buys bought buying|"
                + "sell sells sold selling|grow grows grew grown growing|hold holds held holding|rise rises rose risen rising|fall falls fell fallen falling|drink drinks drank drunk drinking|"
                + "bind binds bound binding|show shows showed shown showing|begin begins began begun beginning|throw throws threw thrown throwing|break breaks broke broken breaking|"
                + "lose loses lost losing|sleep sleeps slept sleeping|fight fights fought fighting|drive drives drove driven driving|stick sticks stuck|hang hangs hung hanging|"
                + "become becomes became becoming|swear swears swore sworn swearing|wake wakes woke woken waking|build builds built building|child children|man men|woman women|life lives|"
                + "strike strikes struck|shut shuts shutting|put puts putting|cut cuts cutting|let lets letting|hit hits hitting|set sets setting|run runs ran running").split("\\|")) {
            String[] words = line.split(" ");
            for (String word : words) {
                forms.put(word, words[0]);
            }
        }
        return forms;
    }

    static String of(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() < 4 || WHOLE.contains(word) || !Character.isLetter(word.charAt(0))) {
            return word;
        }
        String base = graded(word);
        if (base.endsWith("ies") || base.endsWith("ied")) {
            base = base.substring(0, base.length() - 3) + "y";
        } else if (base.endsWith("sses") || base.endsWith("xes") || base.endsWith("ches") || base.endsWith("shes")) {
            base = base.substring(0, base.length() - 2);
        } else if (base.endsWith("s") && !base.endsWith("ss") && !base.endsWith("us") && !base.endsWith("is")) {
            base = base.substring(0, base.length() - 1);
        } else if (base.endsWith("ing") && vowel(base, base.length() - 3)) {
            base = base.substring(0, base.length() - 3);
        } else if (base.endsWith("ed") && !base.endsWith("eed") && vowel(base, base.length() - 2)) {
            base = base.substring(0, base.length() - 2);
        }
        if (base.endsWith("e") && base.length() > 3) {
            base = base.substring(0, base.length() - 1);
        } else if (base.endsWith("y") && base.length() > 3) {
            base = base.substring(0, base.length() - 1) + "i";
        }
        int n = base.length();
        return n > 3 && base.charAt(n - 1) == base.charAt(n - 2) ? base.substring(0, n - 1) : base;
    }

    private static String graded(String word) {
        for (String ending : new String[] {"er", "est"}) {
            if (word.endsWith(ending)) {
                String base = word.substring(0, word.length() - ending.length());
                for (String whole : new String[] {base, base + "e", base.endsWith("i") ? base.substring(0, base.length() - 1) + "y" : base}) {
                    if (GRADED.contains(whole)) {
                        return whole;
                    }
                }
                if (base.equals("bigg")) {
                    return "big";
                }
            }
        }
        return word;
    }

    /** Whether something like a word is left before an ending. */
    private static boolean vowel(String word, int end) {
        if (end < 3) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
