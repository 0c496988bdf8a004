package ketum.engine.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The units that have a name of their own: the base units of SBML Level 3 (table 2 of its core specification), with their
 * UCUM codes, and the prefixed and clock units made from them.
 */
final class Atoms {

    /** Metre, kilogram, second, mole, kelvin, ampere, candela, item. */
    static final int DIMENSIONS = 8;

    private record Atom(double size, int[] dimension) {}

    private static final Map<String, Atom> BY_CODE = new HashMap<>();
    private static final Map<String, String> CODE_BY_ANTIMONY_NAME = new LinkedHashMap<>();
    private static final Map<String, Double> PREFIXES = Map.of("f", 1e-15, "p", 1e-12, "n", 1e-9, "u", 1e-6, "m", 1e-3,
            "d", 1e-1, "c", 1e-2, "k", 1e3);

    static {
        base("metre", "m", 1, 1);
        base("gram", "g", 1e-3, 0, 1);
        base("second", "s", 1, 0, 0, 1);
        base("mole", "mol", 1, 0, 0, 0, 1);
        base("kelvin", "K", 1, 0, 0, 0, 0, 1);
        base("ampere", "A", 1, 0, 0, 0, 0, 0, 1);
        base("candela", "cd", 1, 0, 0, 0, 0, 0, 0, 1);
        base("item", "{item}", 1, 0, 0, 0, 0, 0, 0, 0, 1);
        base("litre", "L", 1e-3, 3);
        base("hertz", "Hz", 1, 0, 0, -1);
        base("becquerel", "Bq", 1, 0, 0, -1);
        base("newton", "N", 1, 1, 1, -2);
        base("joule", "J", 1, 2, 1, -2);
        base("watt", "W", 1, 2, 1, -3);
        base("pascal", "Pa", 1, -1, 1, -2);
        base("coulomb", "C", 1, 0, 0, 1, 0, 0, 1);
        base("volt", "V", 1, 2, 1, -3, 0, 0, -1);
        base("ohm", "Ohm", 1, 2, 1, -3, 0, 0, -2);
        base("siemens", "S", 1, -2, -1, 3, 0, 0, 2);
        base("farad", "F", 1, -2, -1, 4, 0, 0, 2);
        base("weber", "Wb", 1, 2, 1, -2, 0, 0, -1);
        base("tesla", "T", 1, 0, 1, -2, 0, 0, -1);
        base("henry", "H", 1, 2, 1, -2, 0, 0, -2);
        base("katal", "kat", 1, 0, 0, -1, 1);
        base("gray", "Gy", 1, 2, 0, -2);
        base("sievert", "Sv", 1, 2, 0, -2);
        base("lumen", "lm", 1, 0, 0, 0, 0, 0, 0, 1);
        base("lux", "lx", 1, -2, 0, 0, 0, 0, 0, 1);
        base("radian", "rad", 1);
        base("steradian", "sr", 1);
        clock("min", 60);
        clock("h", 3600);
        clock("d", 86_400);
        clock("wk", 604_800);
        for (String code : new String[] {"mol", "g", "L", "m", "s"}) {
            Atom whole = BY_CODE.get(code);
            PREFIXES.forEach((prefix, factor) -> BY_CODE.put(prefix + code, new Atom(factor * whole.size, whole.dimension)));
        }
        CODE_BY_ANTIMONY_NAME.put("kilogram", "kg");
        CODE_BY_ANTIMONY_NAME.put("meter", "m");
        CODE_BY_ANTIMONY_NAME.put("liter", "L");
    }

    private Atoms() {
    }

    private static void base(String name, String code, double size, int... dimension) {
        BY_CODE.put(code, new Atom(size, java.util.Arrays.copyOf(dimension, DIMENSIONS)));
        CODE_BY_ANTIMONY_NAME.put(name, code);
    }

    private static void clock(String code, double seconds) {
        BY_CODE.put(code, new Atom(seconds, BY_CODE.get("s").dimension));
    }

    static boolean known(String code) {
        return BY_CODE.containsKey(code);
    }

    static int[] dimension(String code) {
        return BY_CODE.get(code).dimension;
    }

    static double size(String code) {
        return BY_CODE.get(code).size;
    }

    /** The code of the unit that is {@code scale} times another, or null where there is none. */
    static String named(double scale, String code) {
        Atom of = BY_CODE.get(code);
        String found = null;
        for (var entry : BY_CODE.entrySet()) {
            String candidate = entry.getKey();
            boolean related = candidate.endsWith(code) || code.equals("s") && entry.getValue().dimension == of.dimension;
            if (related && entry.getValue().dimension == of.dimension
                    && Math.abs(entry.getValue().size / (scale * of.size) - 1) < 1e-12
                    && (found == null || candidate.length() < found.length())) {
                found = candidate;
            }
        }
        return found;
    }

    /** The base unit that Antimony knows by this name (singular or plural), or null. */
    static Unit base(String name) {
        if (name.equals("dimensionless")) {
            return Unit.DIMENSIONLESS;
        }
        String code = CODE_BY_ANTIMONY_NAME.get(name);
        if (code == null && name.endsWith("s")) {
            code = CODE_BY_ANTIMONY_NAME.get(name.substring(0, name.length() - 1));
        }
        return code == null ? null : Unit.of(code);
    }
}
