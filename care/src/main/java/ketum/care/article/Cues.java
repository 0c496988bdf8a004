package ketum.care.article;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How a sentence is meant: negation, softening, attribution, question, offer. The rules are those of docs/validation/claims. */
final class Cues {

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "neither", "nor", "nobody", "none", "nothing", "hardly", "non", "zero",
            "lacks", "lack", "rarely", "free");
    private static final Set<String> COMPARATIVES = Set.of("harder", "worse", "more", "different", "stronger", "riskier", "less", "greater", "safer");

    /** What the words of a sentence make of it as a whole. */
    enum Cue {
        /** "It is a myth that ...": the sentence says the opposite of its words. */
        CALLED_FALSE,
        /** "... has not been shown", behind what it denies. */
        UNPROVEN,
        HEDGED,
        /** Put into somebody's mouth. */
        ATTRIBUTION,
        /** "A study found": evidence speaks, and nobody else. */
        EVIDENCE,
        /** Left open. */
        OPEN,
        /** "Is marketed as", "people think": an opinion is described. */
        OPINION,
        /** "Some take it for pain": that they do is not that it works. */
        TAKEN_FOR
    }

    private static final String FALSE = "\\b(?:myth|(?:an|some|pure|sheer|gross|wild) exaggeration|scaremonger\\w*|fear[- ]?monger\\w*|plucked (?:out of|from)|out of thin air|wishful thinking|bogus|was wrong|how wrong|turned out to be (?:wrong|false|untrue)|bristles?|objects? to|rejects?|refutes?|dismiss(?:es|ed)?|den(?:y|ies|ied) (?:that|any)|doubts? that|(?:scep|skep)tical|hot air|(?:is|are) (?:a stretch|hype|propaganda|unfounded|baseless|overblown|exaggerated)|no truth (?:in|to)|spare me|do not (?:buy|fall for|swallow)|don't (?:buy|fall for|swallow|believe (?:a word|anyone|those|the))|contrary to (?:popular|the)|misconception|misunderstanding|mistaken(?:ly)?|urban legend|fairy tale|old wives|falsehood|thinks? it (?:rubbish|nonsense) that|calling .{0,40} is like|show me (?:just |even )?(?:one|a single)|name (?:me )?one|debunk\\w*|falsely|wrongly|(?:not true|untrue|false|wrong|nonsense|rubbish|bunk|hogwash|a lie) (?:that|to (?:say|think|believe|claim)))\\b"
            + "|\\b(?:is|are) (?:simply |just |plainly )?(?:not true|untrue|false|nonsense|a lie)\\W*$";
    private static final String UNPROVEN = "\\b(?:unproven|(?:has|have) yet to be (?:shown|proven|proved|demonstrated|confirmed)|borne out by nothing|not (?:been )?(?:borne out|seen in (?:the|any)|replicated|reproduced)|met with silence|all in the head|(?:not|never|n't) (?:yet )?(?:been )?(?:shown|proven|proved|demonstrated|confirmed|supported)|lacks? (?:good |any )?(?:evidence|proof))\\b|\\b(?:no (?:real |good |solid |hard )?(?:proof|evidence)|not so)\\W*$";
    private static final String HEDGE = "\\b(?:may|might|could(?! not|n't)|perhaps|possibly|probably|maybe|seems?|appears? to|(?<!nothing )suggests?|suggested|suggesting|hints?|hinted|"
            + "potentially|(?:is|are) (?:thought|believed)|(?:have|has) (?:also )?been (?:\\w+ )?reports?|possible (?:changes?|effects?|links?|risks?|harms?|damage)|likely|presumably|in theory)\\b";
    private static final String ATTRIBUTION = "\\b(?:(?<!whatever the )(?<!adverts )says?|said|according to|(?:adds?|added|notes?|noted|explains?|explained|admits?|admitted|cautions?|cautioned|complains?|complained|testif\\w+|concedes?|conceded|stated?|states that|contends?) that|recall(?:s|ed) (?:that|how|seeing|a|one|two|three|several|patients?|people)\\b|(?:authors|readers|researchers|experts|doctors|critics|\\w+ologists|specialists|nurses|officials) (?:write|caution|warn|note|explain)|(?:colleague|doctor|wife|husband|brother|sister|mother|friend|expert|officer)s? (?:thinks?|believes?)|repl(?:y|ies|ied)|shouted|testified|speaks? of|spoke of|points? to|puts it|recount\\w*|argues?|argued|insists?|insisted|swears?|swore(?! at)|tells?(?! you (?:nothing|little|how|what|which|about|more))|told|warns|warned|warn that|"
            + "claims? (?:that|to)|(?:they|he|she|some|many|fans|sellers|vendors|advocates|proponents|critics|users) claim|blames?|points? out|pointed out|position is|"
            + "in (?:his|her|their|the \\w+'s) (?:view|opinion|words)|disputes?|denies|maintains|writes|wrote|reports? that|believes|stresses|"
            + "(?:users?|people|patients|members|customers|consumers|laborator(?:y|ies)|agency|officials|others) (?:\\w+ )?(?:reports?|reported|describes?|swear)|"
            + "(?:many|some|users?|people|members|customers|most|others|posters) (?:\\w+ )?(?:find|found|feel|describe|think|believe|agree|report)|"
            + "(?:is|are|was) (?:often |widely |sometimes )?(?:marketed|advertised|promoted|touted|billed|hailed|praised) (?:as|for))\\b|[\"\\u201c\\u201d]";
    private static final String EVIDENCE = "\\b(?:stud(?:y|ies)|surveys?|trials?|reviews?|tests?|research)\\b[^,;]{0,40}\\b(?:says?|finds?|found|reports?|reported|suggests?)\\b";
    private static final String OPEN = "\\b(?:(?<!wonder )whether|anyone's guess|(?:estimates|figures|numbers|opinions) (?:vary|differ)|up for debate|contested|(?:we|i|they|you|scientists|researchers|doctors|experts) (?:do not|don't|cannot|can't|simply do not|simply don't) (?:yet |really |actually )?(?:know|say for|tell)\\b|who knows|not (?:well |fully |yet |really |quite )*(?:understood|settled|clear)|nobody has (?:yet )?(?:settled|followed|studied|tested|looked|asked)|no one has (?:yet )?(?:settled|followed|studied|tested|looked)|long enough to (?:know|tell)|no (?:\\w+ ){0,3}(?:study|trial)s? (?:\\w+ ){0,3}(?:exists?|tested)|not (?:one|a single) (?:\\w+ ){0,3}(?:study|trial)|(?:is|are) hit or miss|mixed (?:results|evidence|picture)|hard to (?:say|tell)|too (?:early|soon|small|few|short|weak|thin) to (?:say|tell|know|show)|(?:could|can) ?not be (?:decided|determined|settled|known)|asked (?:if|whether)\\b|(?:i|he|she|they|we) wonder(?:ed)?|open question|jury is (?:still )?out|unclear|unknown|not known|unanswered|(?:no one|nobody|no-one) (?:yet |really )?knows|remains? to be seen|"
            + "more (?:research|studies) (?:is|are)|(?:not|never) (?:yet |properly |ever )*been (?:studied|tested|examined|looked at)|no (?:study|studies|trials?|data) (?:on|of|has|have|in)(?! (?:ever |yet )*(?:shown|established|proven|proved|demonstrated|confirmed|found|supported))|"
            + "(?:rests?|based) (?:only |entirely |mainly |largely )?on (?:animal|mice|rats|case reports)|(?:come|comes) (?:only )?from (?:mice|rats|animal)|debated|ask (?:a|your|their|the) (?:\\w+ )?(?:doctor|midwife|pharmacist|physician))\\b|\\b(?:i|he|she|they|we) asked\\W*$|\\?\\s*[\"\\u201d')]*$";
    private static final String OPINION = "\\b(?:(?:is|are|was) (?:often |widely |sometimes )?(?:marketed|sold|advertised|promoted|touted|billed|hailed) (?:as|for)|"
            + "(?:people|users|many|some|they|others|parents) (?:\\w+ )?(?:think|believe)|believes|(?:is|are) convinced)\\b";
    private static final String TAKEN_FOR = "\\b(?:use|uses|used|using|take|takes|taking|took|drink|turn to|turned to|reach for|buy|try) (?:it|kratom|the (?:leaf|plant|powder|tea|herb))"
            + "\\b.{0,40}?\\b(?:to|for|against|because of)\\b";

    private static final Pattern EVIDENCE_SPEAKS = Pattern.compile(EVIDENCE);
    private static final WordStarts<Cue> INDEX = new WordStarts<>(Cue.class, Map.of(Cue.CALLED_FALSE, FALSE, Cue.UNPROVEN, UNPROVEN, Cue.HEDGED, HEDGE, Cue.ATTRIBUTION, ATTRIBUTION, Cue.EVIDENCE, EVIDENCE,
            Cue.OPEN, OPEN, Cue.OPINION, OPINION, Cue.TAKEN_FOR, TAKEN_FOR));

    private Cues() {
    }

    /** Whether a word denies what follows; "no worse than" compares. */
    static boolean negation(String word, String next) {
        return NEGATIONS.contains(word) && !(word.equals("no") && COMPARATIVES.contains(next));
    }

    /** "Addiction does not occur": the verbs that a "not" behind a word makes deny it. */
    private static final Set<String> HAPPENING = Set.of("occur", "happen", "exist", "thing", "seen", "see", "report", "find", "expect", "issue", "concern", "problem", "observ", "document", "record", "tru", "likeli",
            "possibl", "appear", "material", "follow", "factor", "danger", "worri", "detect");
    private static final Set<String> ABSENT = Set.of("nonexistent", "absent", "unlikely", "impossible", "unfounded", "overblown", "exaggerated", "nil", "negligible", "overstated", "baseless", "fiction");
    /** A question for a topic and no claim: "what", "how". */
    private static final Pattern TOPIC_QUESTION = Pattern.compile("^\\W*(?:and |so |but )?(?:what|how|when|where|who|why|whose)\\b.*\\?\\W*$", Pattern.DOTALL);

    /** Words for what was said before. */
    private static final Set<String> BACK = Set.of("it", "its", "they", "them", "their", "this", "that", "these", "those", "both", "one", "either", "such", "so", "neither", "two", "same", "latter", "former", "tablets", "mix", "mixture", "combination", "limit", "compound", "he", "she", "nobody", "symptoms");
    private static final int SHORT = 7;
    /** "Call 911 if somebody has a seizure": what to do, and no claim. */
    private static final Pattern ALARM = Pattern.compile("\\b(?:call|dial|ring|phone|seek|get|go to|see|contact|tell)\\b.{0,60}\\b(?:if|when)\\b.{0,40}\\b(?:you|someone|somebody|he|she|they|your|anyone|there)\\b|^\\W*if (?:you|someone|somebody|he|she|they|your|anyone)\\b.{0,120}\\b(?:call|dial|seek|get help|go to|see a doctor|see your doctor|contact)\\b",
            Pattern.DOTALL);

    static boolean alarm(String sentence) {
        String lower = lower(sentence);
        return (lower.contains("if") || lower.contains("when")) && ALARM.matcher(lower).find();
    }

    /** Whether a sentence may leave out what it is about. */
    static boolean refersBack(Words words) {
        return words.words().size() <= SHORT || words.words().stream().anyMatch(BACK::contains);
    }

    static boolean happening(String stem) {
        return HAPPENING.contains(stem);
    }

    static boolean absent(String word) {
        return ABSENT.contains(word);
    }

    static boolean topicQuestion(String sentence) {
        return question(sentence) && TOPIC_QUESTION.matcher(lower(sentence)).find();
    }

    /** Whether a "no" stands before a comparative. */
    static boolean compares(Words words, int no) {
        return no + 1 < words.words().size() && COMPARATIVES.contains(words.words().get(no + 1));
    }

    /** The cues of a sentence. */
    static Set<Cue> in(String sentence) {
        String lower = lower(sentence);
        Set<Cue> found = INDEX.in(lower);
        if (found.contains(Cue.EVIDENCE) && found.contains(Cue.ATTRIBUTION) && !INDEX.in(EVIDENCE_SPEAKS.matcher(lower).replaceAll("evidence")).contains(Cue.ATTRIBUTION)) {
            found.remove(Cue.ATTRIBUTION);
        }
        return found;
    }

    static boolean question(String sentence) {
        String bare = sentence.strip();
        int end = bare.length();
        while (end > 0 && "\"\u201d')".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && bare.charAt(end - 1) == '?';
    }

    static String lower(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
