package ketum.care.article;

import java.util.Set;
import java.util.regex.Pattern;

/** How a sentence is meant: negation, softening, attribution, question, offer. */
final class Cues {

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "neither", "nor", "nobody", "none", "hardly", "non", "zero",
            "cannot", "lacks", "lack", "little", "rarely", "isnt", "free");
    private static final Pattern FALSE = Pattern.compile("\\b(myth|misconception|false(?:ly)?|untrue|not true|wrong(?:ly)?|mistaken|debunk\\w*)\\b");
    private static final Pattern HEDGE = Pattern.compile("\\b(may|might|could|perhaps|possibly|probably|likely|seems?|appears?|suggests?|suggested|"
            + "some (?:studies|research|people|users|evidence|find|reports|of us)|can|potential(?:ly)?|reportedly|anecdotal\\w*|is thought|are thought|"
            + "believed|tends?|sometimes|in some|it depends|mostly|often|usually|generally)\\b");
    private static final Pattern ATTRIBUTION = Pattern.compile("\\b(sa(?:y|ys|id)|claims?|claimed|according to|argues?|argued|report(?:s|ed)?|believes?|"
            + "tells?|told|writes?|wrote|warns?|warned|proponents|advocates|critics|fans|supporters|opponents|officials|experts|users? (?:describe|find)|"
            + "members find|is marketed as|marketed as|disputes?|insists?|quoted)\\b");
    private static final Pattern OPEN = Pattern.compile("\\b(whether|unclear|unknown|not known|no one knows|nobody knows|remains? to be|"
            + "more research|not (?:been )?(?:studied|established|proven)|disputed|debated?)\\b|\\?\\s*[\"\u201d')]*$");
    private static final Pattern OFFER = Pattern.compile("\\b(our (?:shop|store|products?|tablets?|powder|brand|customers|site|website|vendors?|gold|premium|kratom)|"
            + "use (?:the )?code|promo|discount|coupon|free shipping|ships? |shipping is|order (?:now|today|two|yours)|buy (?:now|from us|one)|add to cart|"
            + "per ?cent off|% off|first order|money[- ]back|in stock|shop now|third one free|we recommend our)", Pattern.CASE_INSENSITIVE);

    private Cues() {
    }

    static boolean negation(String word) {
        return NEGATIONS.contains(word);
    }

    static boolean calledFalse(String sentence) {
        return FALSE.matcher(sentence.toLowerCase(java.util.Locale.ROOT)).find();
    }

    static boolean hedged(String sentence) {
        return HEDGE.matcher(sentence.toLowerCase(java.util.Locale.ROOT)).find();
    }

    static boolean attributed(String sentence) {
        return ATTRIBUTION.matcher(sentence.toLowerCase(java.util.Locale.ROOT)).find();
    }

    static boolean open(String sentence) {
        return OPEN.matcher(sentence.toLowerCase(java.util.Locale.ROOT)).find();
    }

    static boolean promotes(String sentence) {
        return OFFER.matcher(sentence).find();
    }
}
