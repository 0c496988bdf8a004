package ketum.care.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.care.Case.Condition;
import ketum.care.Case.History;
import ketum.care.Case.Medicine;
import ketum.care.Case.OtherUse;
import ketum.care.Case.Substance;
import ketum.kratom.Person;
import ketum.kratom.Person.Pregnancy;
import ketum.kratom.Person.Sex;

/** Reads who somebody is: person, history and medicines. */
final class PersonReader {

    private static final double KG_PER_POUND = 0.45359237;
    private static final int LONGEST_MEDICINE = 80;
    private static final int MOST_MEDICINES = 60;

    private static final Map<String, Condition> CONDITIONS = new LinkedHashMap<>();
    private static final Map<String, Substance> SUBSTANCES = new LinkedHashMap<>();

    static {
        CONDITIONS.put("substance_use_disorder", Condition.SUBSTANCE_USE_DISORDER);
        CONDITIONS.put("opioids", Condition.OPIOID_HISTORY);
        CONDITIONS.put("mental_health", Condition.MENTAL_HEALTH);
        CONDITIONS.put("liver", Condition.LIVER_DISEASE);
        CONDITIONS.put("seizures", Condition.SEIZURES);
        CONDITIONS.put("heart_rhythm", Condition.HEART_RHYTHM);
        CONDITIONS.put("suicidal_thoughts", Condition.SUICIDAL_THOUGHTS);
        SUBSTANCES.put("other_opioid", Substance.OPIOID);
        SUBSTANCES.put("alcohol", Substance.ALCOHOL);
        SUBSTANCES.put("benzodiazepine", Substance.BENZODIAZEPINE);
    }

    private enum Frequency { NONE, SOMETIMES, DAILY }

    private PersonReader() {}

    static Optional<Person> person(Section section) {
        Optional<Double> age = section.need("age").flatMap(v -> v.number(0, 120));
        Sex sex = section.get("sex").flatMap(v -> v.choice(Map.of("female", Sex.FEMALE, "male", Sex.MALE, "unstated", Sex.UNSTATED))).orElse(Sex.UNSTATED);
        Optional<Double> weight = section.need("weight").flatMap(PersonReader::weight);
        Pregnancy pregnancy = section.get("pregnancy").flatMap(v -> v.choice(Map.of("no", Pregnancy.NO, "false", Pregnancy.NO, "pregnant", Pregnancy.PREGNANT,
                "breast-feeding", Pregnancy.BREAST_FEEDING, "breastfeeding", Pregnancy.BREAST_FEEDING))).orElse(Pregnancy.UNSTATED);
        return age.flatMap(years -> weight.map(kg -> new Person(years, sex, kg, pregnancy)));
    }

    private static Optional<Double> weight(Value value) {
        return value.measure().flatMap(measure -> {
            Optional<Double> kg = switch (measure.unit()) {
                case "kg" -> Optional.of(measure.number());
                case "lb", "lbs", "pound", "pounds" -> Optional.of(measure.number() * KG_PER_POUND);
                default -> Optional.empty();
            };
            if (kg.isEmpty() && measure.unit().isEmpty()) {
                value.wrong(value.found() + " without a unit", value.field().takes(), "Write for example: weight: 80 kg or weight: 176 lb");
            } else if (kg.isEmpty() || kg.get() < 20 || kg.get() > 400) {
                value.wrong(value.found(), value.field().takes(), "Write for example: weight: 80 kg or weight: 176 lb");
                return Optional.empty();
            }
            return kg;
        });
    }

    static History history(Section section, LocalDate date) {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        CONDITIONS.forEach((name, condition) -> {
            if (section.get(name).flatMap(Value::yesNo).orElse(false)) {
                conditions.add(condition);
            }
        });
        List<OtherUse> others = new ArrayList<>();
        SUBSTANCES.forEach((name, substance) -> section.get(name).flatMap(v -> v.section(CaseFields.SUBSTANCE))
                .flatMap(s -> otherUse(s, substance, date)).ifPresent(others::add));
        return new History(conditions, others);
    }

    /** Nothing where the substance is not used now. */
    private static Optional<OtherUse> otherUse(Section section, Substance substance, LocalDate date) {
        Optional<Frequency> frequency = section.need("use").flatMap(v -> v.choice(Map.of("none", Frequency.NONE, "no", Frequency.NONE,
                "sometimes", Frequency.SOMETIMES, "daily", Frequency.DAILY)));
        Optional<Value> dependentValue = section.get("dependent");
        Optional<Boolean> dependent = dependentValue.flatMap(Value::yesNo);
        Optional<Value> lastUseValue = section.get("last_use");
        var lastUse = lastUseValue.flatMap(v -> Moments.dateTime(v, date));
        if (frequency.isEmpty()) {
            return Optional.empty();
        }
        if (frequency.get() == Frequency.NONE) {
            if (dependent.orElse(false)) {
                dependentValue.orElseThrow().wrong("dependent: yes beside use: none", "somebody who is dependent uses it sometimes or daily", "Correct one of the two.");
            }
            lastUseValue.ifPresent(v -> v.wrong("last_use beside use: none", "last_use belongs to use: sometimes or daily", "Remove last_use, or correct use."));
            return Optional.empty();
        }
        return Optional.of(new OtherUse(substance, frequency.get() == Frequency.DAILY || dependent.orElse(false), lastUse));
    }

    static List<Medicine> medicines(Value value, MedicineIndex index) {
        List<Medicine> medicines = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Value item : value.items(MOST_MEDICINES).orElse(List.of())) {
            Optional<Medicine> medicine = item.node() instanceof Node.Fields ? unchecked(item, index) : known(item, index);
            medicine.ifPresent(m -> {
                Integer first = lines.putIfAbsent(m.id(), item.line());
                if (first == null) {
                    medicines.add(m);
                } else {
                    item.wrong(Quoted.text(m.written()) + ", which is " + m.id() + " again", "each medicine may stand once",
                            "It already stands in line " + first + ". Keep one of them.");
                }
            });
        }
        return medicines;
    }

    private static Optional<Medicine> known(Value item, MedicineIndex index) {
        return item.text(LONGEST_MEDICINE).flatMap(name -> {
            Optional<String> id = index.idOf(name);
            if (id.isEmpty() && !item.problems().full()) {
                String question = Spelling.question(index.suggestions(name));
                item.wrong("the unknown medicine " + Quoted.text(name), "this list takes names that Ketum can check, and {other: name} for any other",
                        (question.isEmpty() ? "" : question + " ") + "If not, write {other: " + writable(name) + "} to go on; it is then not checked.");
            }
            return id.map(i -> new Medicine(i, name, true));
        });
    }

    /** The name as it can be typed into a file. */
    private static String writable(String name) {
        boolean simple = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-') && Character.isLetter(name.charAt(0));
        return simple ? name : Quoted.text(name.replace('"', '\''));
    }

    /** A medicine that is in the table is checked even when it is written as {@code {other: name}}. */
    private static Optional<Medicine> unchecked(Value item, MedicineIndex index) {
        return item.section(CaseFields.MEDICINE).flatMap(s -> s.need("other")).flatMap(v -> v.text(LONGEST_MEDICINE))
                .map(name -> index.idOf(name).map(id -> new Medicine(id, name, true)).orElseGet(() -> new Medicine(name, name, false)));
    }
}
