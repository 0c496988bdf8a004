package ketum.care.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every field of a person's file. The reader refuses what is not listed here, and the table in docs/user/case-file.md is this list
 * (a test compares them).
 */
final class CaseFields {

    static final String TOP = "";
    static final String PERSON = "person";
    static final String HISTORY = "history";
    static final String SUBSTANCE = "history.other_opioid";
    static final String MEDICINE = "medicines[]";
    static final String PRODUCT = "product";
    static final String TEA = "product.tea";
    static final String USE = "use";
    static final String CHANGE = "use.changes[]";
    static final String PRODUCT_USE = "products[]";
    static final String SCORE_NOW = "score_now";
    static final String STOP = "earlier_stops[]";
    static final String WORST = "earlier_stops[].worst";

    private static final String REQUIRED = "required";
    private static final String YES_NO = "yes or no";
    private static final String SUBSTANCE_FIELDS = "a group: use, dependent, last_use";

    private static final Map<String, List<Field>> SECTIONS = sections();

    private CaseFields() {}

    /** The fields of one section, in the order of the documentation. */
    static List<Field> of(String section) {
        List<Field> fields = SECTIONS.get(section);
        if (fields == null) {
            throw new IllegalArgumentException("no such section: " + section);
        }
        return fields;
    }

    /** All fields, in the order of the documentation. */
    static List<Field> all() {
        return SECTIONS.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, List<Field>> sections() {
        Map<String, List<Field>> sections = new LinkedHashMap<>();
        section(sections, TOP,
                PERSON, REQUIRED, "a group: age, sex, weight, pregnancy", "{age: 35, sex: male, weight: 80 kg}",
                HISTORY, "nothing stated", "a group: substance_use_disorder, opioids, mental_health and so on", "{opioids: yes}",
                "medicines", "none", "a list of names", "[sertraline, quetiapine]",
                PRODUCT, "required, or products", "a group: type, name, label and so on", "{type: leaf powder}",
                USE, "required with product", "a group: amount, per_day or times, since", "{amount: 4 g, per_day: 4, since: 2025-05-01}",
                "products", "product and use", "a list of up to 10 products, each with the fields of product and its own use",
                "[{type: extract, use: {amount: 1 g, per_day: 2, since: 2026-06-01}}]",
                "last_dose", "not known", "a date and time, not after the date of the report", "2026-11-22 07:30",
                SCORE_NOW, "none", "a group: scale, value, at", "{scale: COWS, value: 9, at: 2026-11-22 19:00}",
                "earlier_stops", "none", "a list of up to 20 earlier tries to stop", "[{longest: 5 days, taper: no, failed: yes}]",
                "place", REQUIRED, "a country or state code (ISO 3166)", "US-OR",
                "date", "today", "the day the report is for, not in the future", "2026-11-22",
                "goal", "none", "stop, cut down, understand, cover a procedure, or up to 300 characters of your own", "cut down");
        section(sections, PERSON,
                "age", REQUIRED, "a number of years from 0 to 120", "35",
                "sex", "unstated", "female, male or unstated", "male",
                "weight", REQUIRED, "a body weight from 20 to 400 kg, in kg or lb", "80 kg",
                "pregnancy", "unstated", "no, pregnant or breast-feeding", "no");
        section(sections, HISTORY,
                "substance_use_disorder", "not stated", YES_NO, "no",
                "opioids", "not stated", YES_NO + " (opioid use in the past)", "yes",
                "mental_health", "not stated", YES_NO, "no",
                "liver", "not stated", YES_NO + " (liver disease)", "no",
                "seizures", "not stated", YES_NO, "no",
                "heart_rhythm", "not stated", YES_NO + " (a heart rhythm problem)", "no",
                "suicidal_thoughts", "not stated", YES_NO, "no",
                "other_opioid", "none", SUBSTANCE_FIELDS, "{use: daily, dependent: yes, last_use: 2026-11-22 08:00}",
                "alcohol", "none", SUBSTANCE_FIELDS, "{use: sometimes}",
                "benzodiazepine", "none", SUBSTANCE_FIELDS, "{use: daily, last_use: 2026-11-21 22:00}");
        section(sections, SUBSTANCE,
                "use", REQUIRED, "none, sometimes or daily", "daily",
                "dependent", "yes where use is daily", YES_NO, "yes",
                "last_use", "not known", "a date and time, not after the date of the report", "2026-11-21 22:00");
        section(sections, MEDICINE,
                "other", "the name stands in the list itself", "the name of a medicine that Ketum does not know; it is then not checked", "golden root");
        section(sections, PRODUCT,
                "type", REQUIRED, ProductTypes.list(), "leaf powder",
                "name", "no name", "up to 100 characters", "green powder from the corner shop",
                "label", "strength is not known", "a group: for each alkaloid the strength on the label, in mg/g, %, mg/ml, mg/capsule, mg/tablet or mg/bottle",
                "{mitragynine: 30 mg/capsule}",
                "certificate", "strength is not known", "the file of a laboratory certificate, in the folder of this file or below", "certificates/k51.yaml",
                "capsule", "a usual capsule", "the fill of one capsule, from 0.05 to 2 g", "0.5 g",
                "tea", "not known", "a group: leaf, water", "{leaf: 10 g, water: 500 ml}");
        section(sections, TEA,
                "leaf", REQUIRED, "the leaf for one batch, from 0.1 to 1000 g", "10 g",
                "water", REQUIRED, "the tea that one batch gives, from 20 to 10000 ml", "500 ml");
        section(sections, USE,
                "amount", REQUIRED, "an amount per dose, in a unit that fits the product", "4 g",
                "per_day", "required, or times", "a whole number of doses a day, from 1 to 24", "4",
                "times", "required, or per_day", "a list of clock times, one for each dose of a day", "[07:00, 12:00, 17:00, 22:00]",
                "since", REQUIRED, "the date since when it has been taken (almost) daily", "2025-05-01",
                "changes", "always the present amount", "a list of steps: from, amount, per_day; the first begins at since, the last is the present use",
                "[{from: 2025-05-01, amount: 2 g, per_day: 2}, {from: 2026-03-01, amount: 4 g, per_day: 4}]");
        section(sections, CHANGE,
                "from", REQUIRED, "a date", "2025-05-01",
                "amount", REQUIRED, "an amount per dose in the unit of use.amount, or none for a break", "2 g",
                "per_day", "required, except in a break", "a whole number of doses a day, from 1 to 24", "2");
        List<Field> productUse = new ArrayList<>();
        of(sections, PRODUCT).forEach(f -> productUse.add(new Field(PRODUCT_USE, f.name(), f.whenLeftOut(), f.accepted(), f.example())));
        productUse.add(new Field(PRODUCT_USE, USE, REQUIRED, "the same fields as use above", "{amount: 1 g, per_day: 2, since: 2026-06-01}"));
        sections.put(PRODUCT_USE, List.copyOf(productUse));
        section(sections, SCORE_NOW,
                "scale", REQUIRED, "COWS or SOWS", "COWS",
                "value", REQUIRED, "a whole number: COWS from 0 to 48, SOWS from 0 to 64", "9",
                "at", "not known", "a date and time, not after the date of the report", "2026-11-22 19:00");
        section(sections, STOP,
                "longest", "not known", "a number of hours, days, weeks, months or years", "5 days",
                "worst", "not known", "a group: scale, value", "{scale: COWS, value: 14}",
                "taper", "no", YES_NO + " (was the amount lowered step by step?)", "yes",
                "failed", "no; required with taper: yes", YES_NO, "yes",
                "helped", "nothing stated", "up to 300 characters: what helped", "hot baths and walking");
        section(sections, WORST,
                "scale", REQUIRED, "COWS or SOWS", "COWS",
                "value", REQUIRED, "a whole number: COWS from 0 to 48, SOWS from 0 to 64", "14");
        return sections;
    }

    private static List<Field> of(Map<String, List<Field>> sections, String section) {
        return sections.get(section);
    }

    /** Four texts for each field: name, when left out, accepted, example. */
    private static void section(Map<String, List<Field>> sections, String section, String... texts) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < texts.length; i += 4) {
            fields.add(new Field(section, texts[i], texts[i + 1], texts[i + 2], texts[i + 3]));
        }
        sections.put(section, List.copyOf(fields));
    }
}
