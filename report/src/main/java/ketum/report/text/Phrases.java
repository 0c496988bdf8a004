package ketum.report.text;

import java.util.Locale;
import java.util.Set;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;

/** Findings as short phrases, in the words of one audience. */
public final class Phrases {
    private static final Set<String> LETTERS = Set.of("A", "B", "C", "D");
    private final Texts texts;

    public Phrases(Texts texts) {
        this.texts = texts;
    }

    /** First letter upper case, for a title or the start of a sentence. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + text.substring(text.offsetByCodePoints(0, 1));
    }

    /** The middle with its unit: "57 mg", "14 hours". */
    public String middle(Quantity quantity) {
        return value(quantity.both().median(), quantity.unit());
    }

    /** The 90 % range with its unit: "25 to 120 mg". */
    public String range(Quantity quantity) {
        return range(quantity.both(), quantity.unit());
    }

    public String range(Interval interval, String unit) {
        if (Units.isTime(unit)) {
            return Times.range(Units.hours(interval.low(), unit), Units.hours(interval.high(), unit));
        }
        return texts.get("phrase.range", number(interval.low(), unit), number(interval.high(), unit)) + Units.suffix(unit);
    }

    public String value(double value, String unit) {
        if (Units.isTime(unit)) {
            return Times.duration(Units.hours(value, unit));
        }
        return number(value, unit) + (Double.isFinite(value) ? Units.suffix(unit) : "");
    }

    /** Middle and range without the unit, for a table cell: "6.1 (0.1 to 28)". */
    public String cell(Interval interval, String unit) {
        return number(interval.median(), unit) + " (" + texts.get("phrase.range", number(interval.low(), unit), number(interval.high(), unit)) + ")";
    }

    /** A score as a bare number, to a tenth below ten. */
    public static String score(double value) {
        return number(value, "points");
    }

    /** Scores and days are counted: a tenth is the finest that can mean anything. */
    private static String number(double value, String unit) {
        boolean counted = Units.shown(unit).startsWith("points") || unit.equals("d");
        return counted && StrictMath.abs(value) < 10 ? Numbers.fixed(value, 1) : Numbers.readable(value);
    }

    /** Middle and range in one: the audience's file says how. */
    public String full(Quantity quantity) {
        return full(quantity.both(), quantity.unit());
    }

    public String full(Interval interval, String unit) {
        return texts.get("phrase.full", value(interval.median(), unit), range(interval, unit));
    }

    /** A letter in words, for example "C: from animals or laboratory tests". */
    public String letter(String letter) {
        return texts.get("grade." + (LETTERS.contains(letter) ? letter : "insufficient"));
    }

    /** A letter with one word, for a table cell. */
    public String shortLetter(String letter) {
        return texts.get("grade.short." + (LETTERS.contains(letter) ? letter : "insufficient"));
    }
}
