package ketum.care;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.care.law.LawAnswer;
import ketum.care.law.LawLookup;
import ketum.care.law.UnknownPlace;
import ketum.care.product.ProductCheck;
import ketum.kratom.data.Law;
import ketum.kratom.data.Law.Standing;

/** One plain statement on the law of the case's place for its products; the command {@code ketum law} says the rest. */
final class LawStep {

    private LawStep() {
    }

    static Optional<Assessment.Notice> notice(Case input) {
        LawAnswer answer;
        try {
            answer = LawLookup.ask(input.place(), input.date());
        } catch (UnknownPlace e) {
            return Optional.empty();  // a part of a country that the table of places does not list
        }
        Set<Law.Form> forms = input.products().stream().map(use -> ProductCheck.form(use.product().type())).collect(Collectors.toCollection(() -> EnumSet.noneOf(Law.Form.class)));
        String person = forms.stream().map(form -> plain(form) + " " + words(answer.forms().get(form).value())).collect(Collectors.joining("; "));
        String clinician = forms.stream().map(form -> form.label() + ": " + answer.forms().get(form).value().label()).collect(Collectors.joining("; "));
        String old = answer.stale() || answer.uncertain() ? " Our note is old or not sure, so check it." : "";
        return Optional.of(new Assessment.Notice("law", false, "The law in " + answer.name() + ", as far as we know: " + person + "." + old + " This is not legal advice.",
                "Law of " + answer.place() + " on " + answer.on() + " as noted: " + clinician + (answer.stale() ? " (stale)" : "") + (answer.uncertain() ? " (uncertain)" : "")
                        + ". A note with its sources, no legal advice: ketum law --in " + answer.place() + ".", sources(answer)));
    }

    private static String plain(Law.Form form) {
        return switch (form) {
            case LEAF -> "plain leaf";
            case LEAF_CAPSULE -> "leaf in capsules";
            case EXTRACT -> "extract";
            case SEVEN_OH_PRODUCT -> "7-OH";
            case SYNTHETIC_PRODUCT -> "pseudo or MGM";
        };
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case BANNED, SCHEDULED -> "is banned";
            case REGULATED -> "is sold with rules";
            case UNREGULATED -> "has no rule we found";
            case UNKNOWN -> "is not known to us";
            case CONFLICTING -> "is told in two ways";
        };
    }

    /** Those of the notes that hold on the day. */
    private static List<String> sources(LawAnswer answer) {
        List<String> keys = answer.levels().stream().flatMap(level -> level.entry().stream()).flatMap(entry -> entry.sources().stream()).map(Law.Basis::source).distinct().sorted().toList();
        return keys.isEmpty() ? List.of("ketum") : keys;
    }
}
