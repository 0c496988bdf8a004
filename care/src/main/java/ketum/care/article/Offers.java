package ketum.care.article;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a sentence speaks for a shop, a clinic or an offer. Some words do so anywhere ("add to cart"); "our" and the words of goods and
 * rooms do so in a text that sells.
 */
final class Offers {

    private static final String OFFER = "\\b(?:use|with|enter|apply) (?:the |our |promo )*code\\b|\\b(?:promo|discounts?|coupons?|vouchers?|refunds?|reward|checkout|giveaway|loyalty points)\\b"
            + "|\\b(?:free|fast|same-day|next-day|discreet|express) (?:shipping|delivery|returns|postage)\\b|\\b(?:shipping|delivery|postage) is (?:free|on us)|\\bships? (?:the same|within|today|free|in \\w+ (?:hours|days))\\b"
            + "|\\b(?:order|buy|shop|call|visit|contact|try|join|subscribe|sign up|enrol|enroll|register|book|reserve|stock up)(?: with)?(?: us| now| today| tonight| one| our| yours| here| online)+\\b|\\badd (?:it )?to (?:your )?(?:cart|basket)\\b"
            + "|(?:per ?cent|%) off\\b|\\b(?:first|next|every|each|your) (?:order|purchase)s?\\b|\\borders? (?:over|above|placed|of|before|two|three|by)\\b|\\bmoney[- ]back\\b|\\bin stock\\b|\\b(?:happy|satisfied|loyal) (?:customers?|buyers?|people)\\b"
            + "|\\bcustomers (?:love|swear|say|tell|rave|write)\\b|\\bcall (?:us|now|today|tonight)\\b|\\bfree (?:first )?(?:and confidential|samples?|consultation|assessment|gift|call)\\b|\\bget (?:one|the (?:second|third)(?: one)?) free\\b"
            + "|\\bwe (?:also |only |now |always |just |do not |don't |proudly )?(?:carry|sell|ship|offer|accept|stock|deliver|guarantee|provide|source|recommend our|test every|test each|test all|pack|match|treat (?:people|patients|clients|kratom)|help (?:people|patients|families))\\b"
            + "|\\b(?:save|only|just|from|for|above|over|under) [$\\u20ac\\u00a3]\\s?\\d|\\brated \\d|\\bfive[- ]star\\b|\\b\\d+ reviews\\b|\\bnewsletter and save\\b|\\bnewsletter\\b.{0,30}\\bper ?cent\\b|\\blimited time\\b|\\bwhile (?:stocks?|supplies) last\\b"
            + "|\\b(?:new arrivals?|best ?sellers?|bundle|subscription|wholesale prices?|lowest prices?)\\b|\\bmost insurance\\b.{0,20}\\baccepted\\b|\\bour (?:shop|store|website|web shop|warehouse|team|staff|doctors|therapists|counsellors|counselors|nurses|clinicians|programme|program|clinic|centre|center|"
            + "facility|products?|powders?|leaf|leaves|extracts?|tablets?|capsules?|gummies|shots?|blends?|strains?|teas?|kratom|range|collection|customers?|guests|clients|patients|prices?|lab reports?|batch(?:es)?|bags?|experts?|chewables|chewable tablets|house blend|white blend|gold|red \\w+|green \\w+|white \\w+|kitchen|reviewers|office|attorneys|lawyers|firm)\\b";
    /** Of a text that sells: its goods, rooms, people and words to the customer. */
    private static final String WARE = "\\b(?:our|ours|us|we|we've|we're|we'll)\\b|\\b(?:every|each|all|one|per) (?:batch|bag|bottle|pack|packet|pouch|jar|capsule|lot|order|tablet|parcel|guest|client|patient)(?:es|s)?\\b|\\b(?:customers?|regulars|reviewers?|guests?|shoppers)\\b"
            + "|\\b(?:orders?|returns|packages|parcels|shipping|delivery|newsletter|qr code|flavou?rs?|checkout|pouch(?:es)?|bundle|sold out)\\b|\\b(?:come|comes|available) in (?:\\w+ ){0,3}(?:\\w+, |mango|berry|lemon|sizes|packs)|\\b(?:lab|third-party|independently)[- ]tested\\b|\\btested by\\b"
            + "|\\b(?:rooms?|beds?|garden|lake|chef|meals|yoga|visits|insurance|family (?:sessions|visits|days?)|weekend programme|group sessions?)\\b|\\b(?:bags|boxes|bottles) are\\b|\\border\\b|\\bdiscreet\\w*";
    /** A text sells where this many of its sentences make an offer, or this share. */
    private static final int OFFERS = 2;
    private static final double SHARE = 0.06;

    /** What a sentence holds. */
    enum Sign { OFFER, WARE }

    private static final WordStarts<Sign> INDEX = new WordStarts<>(Sign.class, Map.of(Sign.OFFER, OFFER, Sign.WARE, WARE));

    private Offers() {
    }

    /** The signs of a sentence. */
    static Set<Sign> in(String sentence) {
        return INDEX.in(Cues.lower(sentence));
    }

    /** Whether a text sells something, by the signs of its sentences. */
    static boolean seller(List<Set<Sign>> sentences) {
        long offers = sentences.stream().filter(signs -> signs.contains(Sign.OFFER)).count();
        return offers >= OFFERS && offers >= SHARE * sentences.size();
    }

    /** @param seller whether the text that the sentence stands in sells something */
    static boolean promotes(Set<Sign> signs, boolean seller) {
        return signs.contains(Sign.OFFER) || seller && signs.contains(Sign.WARE);
    }
}
