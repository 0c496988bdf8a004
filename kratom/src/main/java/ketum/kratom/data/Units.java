package ketum.kratom.data;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.measure.Unit;
import javax.measure.UnconvertibleException;
import javax.measure.IncommensurableException;
import javax.measure.format.UnitFormat;
import javax.measure.spi.ServiceProvider;
import systems.uom.ucum.internal.format.TokenMgrError;

/**
 * The units of the data files: UCUM, plus the few spellings that the field uses and UCUM lacks. Counted things (points, doses, people)
 * are UCUM annotations, which have dimension one.
 */
public final class Units {
    /** Every spelling that is accepted beside UCUM, with the UCUM text it stands for. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("nM", "nmol/L"),
            Map.entry("uM", "umol/L"),
            Map.entry("pM", "pmol/L"),
            Map.entry("ppm", "[ppm]"),
            Map.entry("percent", "%"),
            Map.entry("CFU/g", "{CFU}/g"),
            Map.entry("points", "{points}"),
            Map.entry("odds ratio", "{odds_ratio}"),
            Map.entry("people", "{people}"),
            Map.entry("mmHg", "mm[Hg]"));

    /**
     * The units that the data files use. A parse costs about a millisecond, and a thousand rows are read at every start, so these are
     * accepted as they stand; a test parses each of them.
     */
    static final Set<String> USED = Set.of(
            "%", "/h", "1", "1/d", "1/min", "1/s", "1/wk", "L", "L/h", "L/kg", "a", "d", "g", "g/d", "g/mol", "h", "kg", "mL",
            "mL/ng/min", "mg", "mg/d", "mg/g", "mg/kg", "min", "mm", "nM", "ng/mL", "ng/mL/mg", "nmol.h/L", "odds ratio", "people",
            "points", "s", "uM", "ug", "ug/d", "ug/kg", "CFU/g");

    private Units() {}

    /**
     * Accepts a unit that {@link #parse} would accept.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    static void check(String text) {
        if (!USED.contains(text)) {
            parse(text);
        }
    }

    /** Spellings accepted beside UCUM, each with the UCUM text it stands for. */
    public static Map<String, String> aliases() {
        return new TreeMap<>(ALIASES);
    }

    /** The UCUM text of a unit that may be an alias. */
    public static String ucum(String text) {
        return ALIASES.getOrDefault(text, text);
    }

    /**
     * @throws IllegalArgumentException where the text is neither UCUM nor an alias
     */
    public static Unit<?> parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("no unit; write 1 for a bare number");
        }
        try {
            return format().parse(ucum(text));
        } catch (RuntimeException | TokenMgrError e) { // the parser throws both kinds, and neither is the interface's own exception
            throw new IllegalArgumentException("\"" + text + "\" is neither UCUM nor one of " + aliases().keySet(), e);
        }
    }

    /**
     * {@code value} expressed in {@code to}.
     *
     * @throws IllegalArgumentException where a unit does not parse or the two measure different things
     */
    public static double convert(double value, String from, String to) {
        if (ucum(from).equals(ucum(to))) {
            return value;
        }
        try {
            return parse(from).getConverterToAny(parse(to)).convert(value);
        } catch (UnconvertibleException | IncommensurableException e) {
            throw new IllegalArgumentException("cannot convert " + from + " to " + to, e);
        }
    }

    private static UnitFormat format() {
        return ServiceProvider.of("UCUM").getFormatService().getUnitFormat("CS");
    }
}
