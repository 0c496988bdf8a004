package ketum.engine.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A unit of measurement: a scale and whole powers of named units, e.g. 1 · nmol · L⁻¹.
 *
 * <p>Two units are {@linkplain #matches the same} when dimension and scale agree, however they are spelt. The named parts are
 * kept so that messages speak of {@code nmol/h}, not of mol/s and a power of ten.
 *
 * @param scale  number in front of the parts
 * @param powers exponent of each part by its UCUM code, none of them 0
 */
record Unit(double scale, Map<String, Integer> powers) {

    static final Unit DIMENSIONLESS = new Unit(1, Map.of());

    private static final int LARGEST_EXPONENT = 64;
    private static final double ROUNDING = 1e-9;

    Unit {
        powers = Map.copyOf(powers);
    }

    static Unit of(String ucum) {
        if (!Atoms.known(ucum)) {
            throw new IllegalArgumentException("no such unit: " + ucum);
        }
        return new Unit(1, Map.of(ucum, 1));
    }

    Unit times(Unit other) {
        return combine(other, 1);
    }

    Unit per(Unit other) {
        return combine(other, -1);
    }

    Unit times(double number) {
        return new Unit(scale * number, powers).simplified();
    }

    /** @throws ArithmeticException for an exponent beyond ±64 */
    Unit power(int exponent) {
        var raised = new TreeMap<String, Integer>();
        powers.forEach((atom, own) -> put(raised, atom, (long) own * exponent));
        return new Unit(StrictMath.pow(scale, exponent), raised);
    }

    /** This unit to a fractional power, or null where an exponent would not be whole. */
    Unit power(double exponent) {
        var raised = new TreeMap<String, Integer>();
        for (var part : powers.entrySet()) {
            double product = part.getValue() * exponent;
            if (product != StrictMath.rint(product)) {
                return null;
            }
            put(raised, part.getKey(), (long) product);
        }
        return new Unit(StrictMath.pow(scale, exponent), raised);
    }

    private Unit combine(Unit other, int sign) {
        var product = new TreeMap<>(powers);
        other.powers.forEach((atom, exponent) -> put(product, atom, product.getOrDefault(atom, 0) + (long) sign * exponent));
        return new Unit(sign > 0 ? scale * other.scale : scale / other.scale, product).simplified();
    }

    private static void put(Map<String, Integer> powers, String atom, long exponent) {
        if (Math.abs(exponent) > LARGEST_EXPONENT) {
            throw new ArithmeticException("exponent " + exponent + " of " + atom + " is beyond " + LARGEST_EXPONENT);
        }
        if (exponent == 0) {
            powers.remove(atom);
        } else {
            powers.put(atom, (int) exponent);
        }
    }

    /** A number times one plain unit becomes the unit that has a name for it: 3600 s is h, 1e-9 mol is nmol. */
    private Unit simplified() {
        if (scale == 1 || powers.size() != 1) {
            return this;
        }
        var only = powers.entrySet().iterator().next();
        String named = only.getValue() == 1 ? Atoms.named(scale, only.getKey()) : null;
        return named == null ? this : new Unit(1, Map.of(named, 1));
    }

    boolean matches(Unit other) {
        return equals(other) || sameDimension(other) && Math.abs(factorTo(other) - 1) < ROUNDING;
    }

    boolean sameDimension(Unit other) {
        return Arrays.equals(dimension(), other.dimension());
    }

    /** How many of {@code other} make one of this unit, for units of the same dimension. */
    double factorTo(Unit other) {
        return size() / other.size();
    }

    boolean isDimensionless() {
        return matches(DIMENSIONLESS);
    }

    private int[] dimension() {
        int[] sum = new int[Atoms.DIMENSIONS];
        powers.forEach((atom, exponent) -> {
            int[] of = Atoms.dimension(atom);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += exponent * of[i];
            }
        });
        return sum;
    }

    private double size() {
        double size = scale;
        for (var part : new TreeMap<>(powers).entrySet()) {
            size *= StrictMath.pow(Atoms.size(part.getKey()), part.getValue());
        }
        return size;
    }

    /** UCUM code, e.g. {@code nmol/L}, {@code 1/h}, {@code 1} for dimensionless. */
    String ucum() {
        var above = new LinkedHashMap<String, Integer>();
        var below = new LinkedHashMap<String, Integer>();
        new TreeMap<>(powers).forEach((atom, exponent) -> (exponent > 0 ? above : below).put(atom, Math.abs(exponent)));
        var code = new StringBuilder(number());
        above.forEach((atom, exponent) -> code.append(code.isEmpty() ? "" : ".").append(atom).append(exponent == 1 ? "" : exponent));
        if (code.isEmpty()) {
            code.append('1');
        }
        below.forEach((atom, exponent) -> code.append('/').append(atom).append(exponent == 1 ? "" : exponent));
        return code.toString();
    }

    /** UCUM knows only whole numbers and powers of ten. */
    private String number() {
        if (scale == 1) {
            return "";
        }
        var decimal = new BigDecimal(Double.toString(scale)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        if (decimal.scale() <= 0 && decimal.precision() - decimal.scale() <= 9) {
            return decimal.toBigInteger().toString();
        }
        return (digits.equals("1") ? "" : digits + ".") + "10*" + -decimal.scale();
    }
}
