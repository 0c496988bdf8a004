package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads the rules of a law file. */
final class LawRuleReader {

    private LawRuleReader() {}

    static LawRule rule(Yaml.Mapping map) {
        List<LawRule.Case> cases = new ArrayList<>();
        Set<Law.Form> covered = EnumSet.noneOf(Law.Form.class);
        for (Yaml.Mapping each : map.mappings("cases")) {
            Set<Law.Form> forms = forms(each.scalars("forms"));
            for (Law.Form form : forms) {
                if (!covered.add(form)) {
                    throw each.error(form.label() + " a second time", "each form in one case of a rule");
                }
            }
            List<LawRule.Reading> readings = new ArrayList<>();
            for (Yaml.Mapping reading : each.mappings("readings")) {
                readings.add(new LawRule.Reading(reading.text("assuming"), reading.mappings("tests").stream().map(LawRuleReader::test).toList()));
                if (readings.getLast().tests().isEmpty()) {
                    throw reading.error("no test", "at least one test");
                }
                reading.done();
            }
            if (readings.isEmpty() || forms.isEmpty()) {
                throw each.error("no form or no reading", "at least one of each");
            }
            each.done();
            cases.add(new LawRule.Case(forms, readings));
        }
        LawRule rule = new LawRule(map.text("id"), choice(map.scalar("binding"), LawRule.Binding.values(), LawRule.Binding::label), map.text("text"), map.text("locator"),
                Laws.status(map.scalar("status")), cases);
        map.done();
        return rule;
    }

    private static Set<Law.Form> forms(List<Yaml.Scalar> written) {
        Set<Law.Form> forms = EnumSet.noneOf(Law.Form.class);
        written.forEach(form -> forms.add(choice(form, Law.Form.values(), Law.Form::label)));
        return forms;
    }

    private static LawRule.Test test(Yaml.Mapping map) {
        Yaml.Scalar kind = map.scalar("test");
        LawRule.Test test = switch (kind.text()) {
            case "share of mass" -> new LawRule.Test.ShareOfMass(analyte(map.scalar("of")), limit(map, "at_most"), basis(map));
            case "share of alkaloids" -> new LawRule.Test.ShareOfAlkaloids(analyte(map.scalar("of")), limit(map, "at_most"), total(map));
            case "alkaloids in mass" -> new LawRule.Test.AlkaloidsInMass(limit(map, "at_most"), basis(map));
            case "milligrams" -> new LawRule.Test.Milligrams(analyte(map.scalar("of")), limit(map, "at_most"), choice(map.scalar("per"), LawRule.Per.values(), LawRule.Per::label));
            case "ratio" -> new LawRule.Test.Ratio(analyte(map.scalar("of")), analyte(map.scalar("to")), limit(map, "at_least"));
            case "dominant" -> new LawRule.Test.Dominant(analyte(map.scalar("of")), limit(map, "at_least"));
            case "absent" -> new LawRule.Test.Absent(map.scalars("analytes").stream().map(LawRuleReader::analyte).toList());
            case "form" -> new LawRule.Test.FormAllowed(forms(map.scalars("allowed")));
            case "not stated" -> new LawRule.Test.NotStated(map.text("what"));
            default -> throw kind.error("share of mass, share of alkaloids, alkaloids in mass, milligrams, ratio, dominant, absent, form or not stated");
        };
        map.done();
        return test;
    }

    private static double limit(Yaml.Mapping map, String key) {
        Yaml.Scalar scalar = map.scalar(key);
        if (scalar.number() <= 0) {
            throw scalar.error("a number above 0");
        }
        return scalar.number();
    }

    private static String analyte(Yaml.Scalar scalar) {
        return Analytes.standard().find(scalar.text()).map(Analytes.Analyte::id).filter(id -> id.equals(scalar.text()))
                .orElseThrow(() -> scalar.error("an id of " + Analytes.FILE));
    }

    private static LawRule.Basis basis(Yaml.Mapping map) {
        return choice(map.scalar("basis"), LawRule.Basis.values(), LawRule.Basis::label);
    }

    private static LawRule.Total total(Yaml.Mapping map) {
        return map.optionalScalar("total").map(scalar -> choice(scalar, LawRule.Total.values(), total -> total.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .orElse(LawRule.Total.REPORTED);
    }

    static <E> E choice(Yaml.Scalar scalar, E[] values, Function<E, String> label) {
        return Arrays.stream(values).filter(value -> label.apply(value).equals(scalar.text())).findFirst()
                .orElseThrow(() -> scalar.error(String.join(", ", Arrays.stream(values).map(label).toList())));
    }
}
