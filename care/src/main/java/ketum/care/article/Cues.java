package ketum.care.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a sentence is meant: negation, softening, attribution, question, offer. The rules are those of docs/validation/claims. */
final class Cues {

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "neither", "nor", "nobody", "none", "nothing", "hardly", "non", "zero",
            "lacks", "lack", "rarely", "free");
    private static final Set<String> COMPARATIVES = Set.of("harder", "worse", "more", "different", "stronger", "riskier", "less", "greater", "safer");
    private static final Pattern FALSE = Pattern.compile("\\b(?:myth|misconception|falsehood|debunk\\w*|falsely|wrongly|(?:not true|untrue|false|wrong|nonsense|a lie) (?:that|to (?:say|think|believe|claim)))\\b"
            + "|\\b(?:is|are) (?:simply |just |plainly )?(?:not true|untrue|false|nonsense|a lie)\\W*$");
    private static final Pattern UNPROVEN = Pattern.compile("\\b(?:unproven|(?:not|never|n't) (?:yet )?(?:been )?(?:shown|proven|proved|demonstrated|confirmed|supported)|lacks? (?:good |any )?(?:evidence|proof))\\b");
    private static final Pattern HEDGE = Pattern.compile("\\b(?:may|might|could|perhaps|possibly|probably|maybe|seems?|appears? to|suggests?|suggested|suggesting|hints?|hinted|"
            + "potentially|(?:is|are) (?:thought|believed)|(?:have|has) been (?:\\w+ )?reports?|likely|presumably|in theory)\\b");
    private static final Pattern ATTRIBUTION = Pattern.compile("\\b(?:says?|said|according to|argues?|argued|insists?|insisted|swears?|swore|tells?|told|warns|warned|warn that|"
            + "claims? (?:that|to)|(?:they|he|she|some|many|fans|sellers|vendors|advocates|proponents|critics|users) claim|blames?|points? out|pointed out|position is|"
            + "in (?:his|her|their|the \\w+'s) (?:view|opinion|words)|disputes?|denies|maintains|writes|wrote|reports? that|believes|stresses|"
            + "(?:users?|people|patients|members|customers|consumers|laborator(?:y|ies)|agency|officials|others) (?:\\w+ )?(?:reports?|reported|describes?|swear)|"
            + "(?:many|some|users?|people|members|customers|most|others|posters) (?:\\w+ )?(?:find|found|feel|describe|think|believe|agree|report)|"
            + "(?:is|are|was) (?:often |widely |sometimes )?(?:marketed|advertised|promoted|touted|billed|hailed|praised) (?:as|for))\\b|[\"\\u201c\\u201d]");
    private static final Pattern EVIDENCE_SPEAKS = Pattern.compile("\\b(?:stud(?:y|ies)|surveys?|trials?|reviews?|tests?|research)\\b[^,;]{0,40}\\b(?:says?|finds?|found|reports?|reported|suggests?)\\b");
    private static final Pattern OPEN = Pattern.compile("\\b(?:whether|unclear|unknown|not known|unanswered|(?:no one|nobody|no-one) (?:yet |really )?knows|remains? to be seen|"
            + "more (?:research|studies) (?:is|are)|not (?:yet )?been (?:studied|tested|examined|looked at)|no (?:study|studies|trials?|data) (?:on|of|has|have|in)|"
            + "rests? (?:only )?on animal|debated|ask (?:a|your|their|the) (?:\\w+ )?(?:doctor|midwife|pharmacist|physician))\\b|\\?\\s*[\"\\u201d')]*$");
    private static final Pattern OPINION = Pattern.compile("\\b(?:(?:is|are|was) (?:often |widely |sometimes )?(?:marketed|sold|advertised|promoted|touted|billed|hailed) (?:as|for)|"
            + "(?:people|users|many|some|they|others|parents) (?:\\w+ )?(?:think|believe)|believes)\\b");
    private static final Pattern TAKEN_FOR = Pattern.compile("\\b(?:use|uses|used|using|take|takes|taking|took|drink|turn to|turned to|reach for|buy|try) (?:it|kratom|the (?:leaf|plant|powder|tea|herb))"
            + "\\b.{0,40}?\\b(?:to|for|against|because of)\\b");
    private static final Pattern OFFER = Pattern.compile("\\bour (?!count(?:y|ies)\\b|country|state|town|bod(?:y|ies)|brains?|stud(?:y|ies)|survey|child|readers|lives|family|society|law)\\w+"
            + "|\\bwe (?:also |only |now |always )?(?:carry|sell|ship|offer|accept|stock|deliver|guarantee|provide|source|recommend our|test every|pack|match)\\b"
            + "|\\b(?:use|with|enter) (?:the |our )?code\\b|\\b(?:promo|discount|coupon|voucher|refunds?|reward)\\b|\\b(?:free|fast|same-day|discreet) (?:shipping|delivery)\\b|\\bships? (?:the same|within|today|free|in)\\b"
            + "|\\b(?:order|buy|shop|call|visit|contact|try|join|subscribe|sign up)(?: us)? (?:now|today|us|one|our|yours)\\b|\\badd to cart\\b|(?:per ?cent|%) off\\b|\\b(?:first|next|every|each|your) order\\b|\\bmoney[- ]back\\b"
            + "|\\bin stock\\b|\\bcustomers (?:love|swear|say|tell|rave)\\b|\\bevery (?:bag|bottle|pack|jar|capsule) (?:comes|is|has|we)\\b|\\bcall (?:us|now|today)\\b|\\bfree (?:and confidential|sample|consultation)\\b|[$\\u20ac\\u00a3]\\s?\\d");

    private Cues() {
    }

    /** Whether a word denies what follows; "no worse than" compares. */
    static boolean negation(String word, String next) {
        return NEGATIONS.contains(word) && !(word.equals("no") && COMPARATIVES.contains(next));
    }

    /** "It is a myth that ...": the sentence says the opposite of its words. */
    static boolean calledFalse(String sentence) {
        return FALSE.matcher(lower(sentence)).find();
    }

    /** "... has not been shown", behind what it denies. */
    static boolean unproven(String sentence) {
        return UNPROVEN.matcher(lower(sentence)).find();
    }

    static boolean hedged(String sentence) {
        return HEDGE.matcher(lower(sentence)).find();
    }

    static boolean attributed(String sentence) {
        String lower = lower(sentence);
        return ATTRIBUTION.matcher(EVIDENCE_SPEAKS.matcher(lower).replaceAll("evidence")).find();
    }

    static boolean question(String sentence) {
        return sentence.strip().replaceAll("[\"\u201d')]+$", "").endsWith("?");
    }

    static boolean open(String sentence) {
        return OPEN.matcher(lower(sentence)).find();
    }

    /** "Is marketed as", "people think": an opinion is described. */
    static boolean opinion(String sentence) {
        return OPINION.matcher(lower(sentence)).find();
    }

    /** "Some take it for pain": that they do is not that it works. */
    static boolean takenFor(String sentence) {
        return TAKEN_FOR.matcher(lower(sentence)).find();
    }

    static boolean promotes(String sentence) {
        return OFFER.matcher(lower(sentence)).find();
    }

    private static String lower(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
