package ketum.fuzz;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.kratom.data.DataException;
import ketum.kratom.data.Laws;

/** A note on the law of a place, as a contributor writes it. */
final class LawTarget {

    /** A file is named after its place; the place in the text is taken at its word. */
    private static final Pattern PLACE = Pattern.compile("(?m)^place: ([A-Z]{2}(?:-[A-Z0-9]{1,3})?)$");

    static final Target TARGET = new Target("law", "notes on the law of a place (YAML)", 300, 8192, 256 << 10,
            List.of("kratom/src/main/resources/ketum/kratom/laws/*.yaml"), LawTarget::read);

    private LawTarget() {
    }

    private static void read(byte[] input) {
        String text = Promise.text(input);
        Matcher place = PLACE.matcher(text);
        try {
            Laws.parse("laws/" + (place.find() ? place.group(1) : "US") + ".yaml", text);
        } catch (DataException refused) {
            refused(refused, text);
        }
    }

    static void refused(DataException refused, String text) {
        Promise.message(refused.getMessage());
        Promise.hold(refused.line() >= 1, "a place before the text: " + refused.getMessage());
        Promise.inside(text, refused.line(), refused.getMessage());
    }
}
