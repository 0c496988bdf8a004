package ketum.care.interaction;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ketum.kratom.interaction.Interval;

/** Fills the sentences of {@code phrases.csv} and of rules. */
final class Phrase {

    private final Map<String, String> values = new LinkedHashMap<>();

    Phrase with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** A ratio as people and clinicians read it: "2.3-fold", or "about 40 of 100" where exposure falls. */
    Phrase ratio(Interval ratio) {
        with("times", times(ratio.median())).with("median", number(ratio.median()));
        if (ratio.median() >= 1) {
            return with("low", number(ratio.low())).with("high", number(ratio.high()));
        }
        return with("share", share(ratio.median()) + " of 100").with("low", share(ratio.low())).with("high", share(ratio.high()))
                .with("low_ratio", number(ratio.low())).with("high_ratio", number(ratio.high()));
    }

    String person(String id) {
        return fill(id, 0);
    }

    String clinician(String id) {
        return fill(id, 1);
    }

    private String fill(String id, int reader) {
        return fill(InteractionRule.phrase(id).orElseThrow(() -> new IllegalStateException("phrases.csv has no " + id))[reader]);
    }

    String fill(String text) {
        String filled = InteractionRule.fill(text, values);
        return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }

    private static String times(double ratio) {
        return number(ratio) + " times";
    }

    private static String share(double ratio) {
        return Long.toString(Math.max(1, StrictMath.round(100 * ratio)));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 0.095 ? "%.2f" : value < 9.95 ? "%.1f" : "%.0f", value);
    }
}
