package ketum.kratom.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A rule on what a product may hold, in words and in a form that can be worked out from a certificate. Where the words can be read
 * in several ways, each reading stands for itself; a product that passes under one and fails under another is ambiguous.
 *
 * @param text    the rule in plain words
 * @param locator where it stands
 * @param status  how it came here
 * @param cases   what it says about each form; a form named by none is not covered
 */
public record LawRule(String id, Binding binding, String text, String locator, Status status, List<Case> cases) {

    public LawRule {
        cases = List.copyOf(cases);
    }

    public enum Binding {
        IN_FORCE, PROPOSED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public record Case(Set<Law.Form> forms, List<Reading> readings) {
        public Case {
            forms = Set.copyOf(forms);
            readings = List.copyOf(readings);
        }
    }

    /** @param assuming what is taken for granted in reading the text so; @param tests all must hold */
    public record Reading(String assuming, List<Test> tests) {
        public Reading {
            tests = List.copyOf(tests);
        }
    }

    /** Whether a mass is that of the product as sold or without its water. */
    public enum Basis {
        DRY, AS_IS;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What an amount in mg is counted for. */
    public enum Per {
        SERVING, PIECE, PACKAGE, GRAM_OR_MILLILITRE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Which alkaloids count as all of them. */
    public enum Total {
        /** The rule does not say: all that the laboratory reports. */
        REPORTED,
        /** Mitragynine, speciociliatine, speciogynine, paynantheine and 7-hydroxymitragynine. */
        FIVE_ALKALOIDS
    }

    /** One condition; analytes are ids of {@link Analytes}. */
    public sealed interface Test {
        /** At most so many percent of the product's mass. */
        record ShareOfMass(String of, double atMostPercent, Basis basis) implements Test {}

        /** At most so many percent of all alkaloids. */
        record ShareOfAlkaloids(String of, double atMostPercent, Total total) implements Test {}

        /** All (five) alkaloids together at most so many percent of the mass. */
        record AlkaloidsInMass(double atMostPercent, Basis basis) implements Test {}

        /** At most so many mg in one serving, piece, package, or g or mL. */
        record Milligrams(String of, double atMost, Per per) implements Test {}

        /** At least so many times as much of one as of the other, by mass. */
        record Ratio(String of, String to, double atLeast) implements Test {}

        /** At least so many times as much as of any other alkaloid. */
        record Dominant(String of, double atLeast) implements Test {}

        /** None at all. */
        record Absent(List<String> analytes) implements Test {}

        /** Only these forms. */
        record FormAllowed(Set<Law.Form> allowed) implements Test {}

        /** A limit exists, and nobody here has found its number. */
        record NotStated(String what) implements Test {}
    }
}
