package ketum.care.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.care.product.Certificate.Basis;
import ketum.care.product.Certificate.Per;
import ketum.care.product.Certificate.Result;
import ketum.care.product.Certificate.Value.Absent;
import ketum.care.product.Certificate.Value.Count;
import ketum.care.product.Certificate.Value.Mass;
import ketum.care.product.Certificate.Value.NotDetected;
import ketum.care.product.Certificate.Value.Present;
import ketum.care.product.Range;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Strength;
import ketum.kratom.data.Analytes;
import ketum.kratom.data.Analytes.Analyte;
import ketum.kratom.data.Analytes.Panel;

/** Reads one line of a certificate after another. */
final class ResultReader {

    private static final int LONGEST_TEXT = 200;
    private static final double MOST = 1e12;
    private static final Set<String> NOT_DETECTED = Set.of("not detected", "nd", "n.d.", "n/d", "none detected");
    private static final Set<String> BELOW = Set.of("<loq", "< loq", "blq", "bloq", "below loq");
    private static final Set<String> ABSENT = Set.of("absent", "negative", "not present");
    private static final Set<String> PRESENT = Set.of("present", "positive", "detected");
    private static final Pattern LESS = Pattern.compile("<\\s*([0-9].*)");
    private static final Pattern FROM_TO = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(?:to|-|\\.\\.|\u2013)\\s*([0-9]{1,9}(?:\\.[0-9]{1,9})?)");
    private static final Pattern IN_GRAMS = Pattern.compile("(?:in |per |/)?\\s*([0-9]{1,3}) ?g");
    private static final Map<String, Certified> MASSES = masses();
    private static final Set<String> COUNTS = Set.of("cfu/g", "cfu/ml", "cfu per g", "mpn/g");

    /** mg for 1 of the unit. */
    private record Certified(double milligrams, Per per) {}

    private final Problems problems;
    private final boolean forModel;
    private final Map<Alkaloid, List<Strength>> assays = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    ResultReader(Problems problems, boolean forModel) {
        this.problems = problems;
        this.forModel = forModel;
    }

    Map<Alkaloid, Strength> assays() {
        return CertificateReader.means(assays);
    }

    private static Map<String, Certified> masses() {
        Map<String, Certified> units = new LinkedHashMap<>();
        units.put("mg/g", new Certified(1, Per.GRAM));
        units.put("%", new Certified(10, Per.GRAM));
        units.put("percent", new Certified(10, Per.GRAM));
        for (String ppm : List.of("ppm", "mg/kg", "ug/g", "\u00b5g/g", "\u03bcg/g", "mcg/g")) {
            units.put(ppm, new Certified(1e-3, Per.GRAM));
        }
        for (String ppb : List.of("ppb", "ug/kg", "\u00b5g/kg", "\u03bcg/kg", "mcg/kg", "ng/g")) {
            units.put(ppb, new Certified(1e-6, Per.GRAM));
        }
        units.put("mg/ml", new Certified(1, Per.MILLILITRE));
        for (String piece : List.of("unit", "capsule", "tablet", "bottle", "shot", "piece")) {
            units.put("mg/" + piece, new Certified(1, Per.PIECE));
        }
        units.put("mg/serving", new Certified(1, Per.SERVING));
        units.put("mg/package", new Certified(1, Per.PACKAGE));
        return units;
    }

    Optional<Result> result(Section section, Basis whole) {
        int before = problems.count();
        Optional<Value> analyteValue = section.need("analyte");
        Optional<String> name = analyteValue.flatMap(v -> v.text(LONGEST_TEXT));
        Optional<Value> value = section.need("value");
        OptionalDouble loq = limit(section, "loq");
        OptionalDouble lod = limit(section, "lod");
        boolean less = section.get("qualifier").map(v -> v.choice(Map.of("<", true))).orElse(Optional.of(false)).orElse(false);
        Basis basis = section.get("basis").flatMap(v -> v.choice(Map.of("dry", Basis.DRY, "as is", Basis.AS_IS, "as-is", Basis.AS_IS))).orElse(whole);
        String method = section.get("method").flatMap(v -> v.text(LONGEST_TEXT)).orElse("");
        String laboratory = section.get("laboratory").flatMap(v -> v.text(LONGEST_TEXT)).orElse("");
        String word = value.map(Value::node).filter(Node.Text.class::isInstance).map(node -> ((Node.Text) node).value().strip().toLowerCase(Locale.ROOT)).orElse("");
        boolean needsUnit = !ABSENT.contains(word) && !PRESENT.contains(word);
        Optional<Value> unitValue = needsUnit ? section.need("unit") : section.get("unit");
        Optional<String> unit = unitValue.flatMap(Value::word);
        if (problems.count() > before || name.isEmpty() || value.isEmpty() || needsUnit && unit.isEmpty()) {
            return Optional.empty();
        }
        Optional<Analyte> analyte = Analytes.standard().find(name.get());
        Optional<Alkaloid> alkaloid = Strengths.alkaloid(name.get());
        if (analyte.isEmpty() && nearMiss(analyteValue.orElseThrow(), name.get())) {
            return Optional.empty();
        }
        if (forModel && alkaloid.isEmpty()) {
            // Nothing but strength is asked for: another analyte's numbers are left alone, as long as they are numbers.
            if (needsUnit && !NOT_DETECTED.contains(word) && !BELOW.contains(word) && number(word).isEmpty()) {
                value.get().number(0, MOST);
            }
            return Optional.empty();
        }
        String key = analyte.map(Analyte::id).orElse(name.get().toLowerCase(Locale.ROOT)) + "|" + laboratory + "|" + (forModel ? "" : unit.orElse(""));
        if (!seen.add(key)) {
            analyteValue.orElseThrow().wrong(Quoted.text(name.get()) + " a second time", "each analyte may have one result from each laboratory", "Keep one of them, or name the other laboratory.");
            return Optional.empty();
        }
        Optional<ketum.care.product.Certificate.Value> read = read(analyte, value.get(), word, unitValue, unit.orElse(""), loq, lod, less);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        if (alkaloid.isPresent()) {
            strength(read.get()).ifPresent(strength -> assays.computeIfAbsent(alkaloid.get(), _ -> new ArrayList<>()).add(strength));
        }
        return Optional.of(new Result(name.get(), analyte, read.get(), basis, method, laboratory, value.get().line()));
    }

    private static OptionalDouble limit(Section section, String name) {
        return section.get(name).flatMap(v -> v.number(Double.MIN_VALUE, 1e9)).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static Optional<Range> number(String word) {
        Matcher range = FROM_TO.matcher(word);
        if (range.matches()) {
            double low = Double.parseDouble(range.group(1));
            double high = Double.parseDouble(range.group(2));
            return low <= high ? Optional.of(new Range(low, high)) : Optional.empty();
        }
        return word.matches("[0-9]{1,12}(\\.[0-9]{1,12})?") ? Optional.of(new Range(Double.parseDouble(word), Double.parseDouble(word))) : Optional.empty();
    }

    private Optional<ketum.care.product.Certificate.Value> read(Optional<Analyte> analyte, Value value, String word, Optional<Value> unitValue, String unit, OptionalDouble loq, OptionalDouble lod, boolean less) {
        if (ABSENT.contains(word) || PRESENT.contains(word)) {
            if (PRESENT.contains(word)) {
                return Optional.of(new Present());
            }
            Matcher grams = IN_GRAMS.matcher(unit.toLowerCase(Locale.ROOT));
            return Optional.of(new Absent(grams.matches() ? OptionalDouble.of(Double.parseDouble(grams.group(1))) : OptionalDouble.empty()));
        }
        String plain = unit.toLowerCase(Locale.ROOT).replace(" per ", "/").replace(" ", "");
        boolean count = COUNTS.contains(unit.toLowerCase(Locale.ROOT)) || plain.equals("cfu/g");
        Certified mass = MASSES.get(plain);
        Matcher grams = IN_GRAMS.matcher(unit.toLowerCase(Locale.ROOT));
        if (NOT_DETECTED.contains(word) && grams.matches()) {
            return Optional.of(new Absent(OptionalDouble.of(Double.parseDouble(grams.group(1)))));
        }
        boolean microbe = analyte.map(known -> known.panel() == Panel.MICROBE).orElse(false);
        if (mass == null && !count || analyte.isPresent() && count != microbe) {
            unitValue.orElseThrow().wrong(Quoted.text(unit), analyte.isPresent() && microbe ? "microbes are stated in CFU/g, or as absent in 10 g" : analyte.isPresent() && Strengths.alkaloid(analyte.get().id()).isPresent()
                    ? "alkaloids are stated in " + CertificateFields.UNITS : "units are " + String.join(", ", MASSES.keySet()) + ", CFU/g", "Convert the result, or check the unit.");
            return Optional.empty();
        }
        double scale = count ? 1 : mass.milligrams();
        Per per = count ? Per.GRAM : mass.per();
        boolean undetected = NOT_DETECTED.contains(word);
        if (undetected || BELOW.contains(word)) {
            OptionalDouble limit = loq.isPresent() ? loq : lod;
            if (limit.isEmpty() && forModel) {
                value.wrong("\"not detected\" without a limit", "the limit of quantification is needed to know what that means", "Add for example: loq: 0.124");
                return Optional.empty();
            }
            OptionalDouble scaled = limit.isPresent() ? OptionalDouble.of(limit.getAsDouble() * scale) : OptionalDouble.empty();
            return Optional.of(undetected || scaled.isEmpty() ? new NotDetected(scaled, per) : of(count, new Range(0, scaled.getAsDouble()), per));
        }
        Matcher below = LESS.matcher(word);
        boolean atMost = less || below.matches();
        Optional<Range> number = number(below.matches() ? below.group(1).strip() : word);
        if (number.isEmpty()) {
            value.number(0, MOST).ifPresent(_ -> value.wrong(value.found(), value.field().takes()));
            return Optional.empty();
        }
        Range range = new Range(atMost ? 0 : number.get().low() * scale, number.get().high() * scale);
        double most = !count && (per == Per.GRAM || per == Per.MILLILITRE) ? 1000 : count ? MOST : 5000;
        if (range.high() > most) {
            double shown = number.get().high();
            value.wrong(Quoted.text(shown + " " + unit), "no product holds that much of one " + (count ? "microbe" : "alkaloid or contaminant"), "Check the number and its unit.");
            return Optional.empty();
        }
        return Optional.of(of(count, range, per));
    }

    private static ketum.care.product.Certificate.Value of(boolean count, Range range, Per per) {
        return count ? new Count(range) : new Mass(range, per);
    }

    private static Optional<Strength> strength(ketum.care.product.Certificate.Value value) {
        return switch (value) {
            case Mass(Range range, Per per) -> unit(per).map(unit -> new Strength(range.exact() ? range.high() : range.low() == 0 ? range.high() : (range.low() + range.high()) / 2, unit, range.low() == 0 && range.high() > 0));
            case NotDetected(OptionalDouble limit, Per per) when limit.isPresent() -> unit(per).map(unit -> new Strength(limit.getAsDouble(), unit, true));
            case NotDetected _, Count _, Absent _, Present _ -> Optional.empty();
        };
    }

    private static Optional<Strength.Per> unit(Per per) {
        return switch (per) {
            case GRAM -> Optional.of(Strength.Per.GRAM);
            case MILLILITRE -> Optional.of(Strength.Per.MILLILITRE);
            case PIECE -> Optional.of(Strength.Per.UNIT);
            case SERVING, PACKAGE -> Optional.empty();
        };
    }

    /** A misspelt alkaloid must not pass as one of the analytes that are left alone. */
    private static boolean nearMiss(Value analyte, String name) {
        for (String known : Strengths.alkaloidNames()) {
            int distance = Spelling.distance(name.strip().toLowerCase(Locale.ROOT), known);
            if (distance > 0 && distance <= 2) {
                analyte.wrong(Quoted.text(name), "alkaloids are written " + String.join(", ", Strengths.alkaloidNames()), "Did you mean " + known + "?");
                return true;
            }
        }
        return false;
    }
}
