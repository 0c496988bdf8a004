package ketum.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ketum.care.Case;
import ketum.care.Case.Medicine;
import ketum.care.Case.ProductUse;
import ketum.kratom.Person;
import ketum.kratom.Use;
import ketum.report.markup.Markup;
import ketum.report.text.Numbers;
import ketum.report.text.Times;

/** The input, echoed so that a slip of the pen is seen. Shows only what was entered. */
final class InputBlock {
    private InputBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        Case input = page.assessment().input();
        out.open("section", "id", "input", "aria-labelledby", "input-heading").element("h2", page.text("input.heading"), "id", "input-heading");
        out.open("dl", "class", "facts");
        Person person = input.person();
        fact(page, "person", page.text("input.person.value", Numbers.fixed(person.ageYears(), 1), page.text("sex." + lower(person.sex())),
                Numbers.fixed(person.weightKg(), 1)) + ", " + page.text("pregnancy." + lower(person.pregnancy())));
        for (ProductUse item : input.products()) {
            fact(page, "product", name(item));
            fact(page, "use", use(page, item.use()));
        }
        fact(page, "medicines", input.medicines().isEmpty() ? page.text("input.no_medicines")
                : input.medicines().stream().map(medicine -> medicine(page, medicine)).collect(Collectors.joining(", ")));
        if (!input.history().conditions().isEmpty()) {
            fact(page, "history", input.history().conditions().stream().sorted().map(condition -> page.text("condition." + lower(condition)))
                    .collect(Collectors.joining(", ")));
        }
        if (!input.history().otherUse().isEmpty()) {
            fact(page, "other_use", input.history().otherUse().stream().map(use -> otherUse(page, use)).collect(Collectors.joining("; ")));
        }
        input.earlierStops().forEach(stop -> fact(page, "stops", stop(page, stop)));
        input.lastDose().ifPresent(time -> fact(page, "last_dose", time.toString().replace('T', ' ')));
        input.scoreNow().ifPresent(score -> fact(page, "score", score.scale() + " " + Numbers.fixed(score.value(), 1)));
        input.goal().ifPresent(goal -> fact(page, "goal", goal));
        fact(page, "place", input.place());
        fact(page, "date", input.date().toString());
        out.close().close();
    }

    static String products(Case input) {
        return input.products().stream().map(InputBlock::name).collect(Collectors.joining(" + "));
    }

    private static String name(ProductUse item) {
        String type = item.product().type().label();
        String name = item.product().name();
        return name.isBlank() || name.equals(type) ? type : name + " (" + type + ")";
    }

    private static String use(Page page, Use use) {
        String times = use.times().stream().map(time -> String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute()))
                .collect(Collectors.joining(", "));
        String text = page.text("input.use.value", Numbers.fixed(use.amount(), 3), use.unit().label(), use.perDay(), times, use.since());
        return use.timesStated() ? text : text + " " + page.text("input.use.assumed");
    }

    private static String medicine(Page page, Medicine medicine) {
        return medicine.checked() ? medicine.written() : page.text("input.unchecked", medicine.written());
    }

    private static String otherUse(Page page, Case.OtherUse use) {
        String name = page.text("substance." + lower(use.substance()));
        String text = use.dependent() ? page.text("input.dependent", name) : name;
        return use.lastUse().map(time -> text + " (" + time.toString().replace('T', ' ') + ")").orElse(text);
    }

    private static String stop(Page page, Case.EarlierStop stop) {
        List<String> parts = new ArrayList<>();
        stop.longestDays().ifPresent(days -> parts.add(page.text("input.stop.days", Times.duration(days * 24))));
        stop.worstScore().ifPresent(score -> parts.add(page.text("input.stop.worst", stop.scale().map(scale -> scale + " ").orElse("") + Numbers.fixed(score, 1))));
        if (stop.taper()) {
            parts.add(page.text("input.stop.taper"));
        }
        if (stop.failed()) {
            parts.add(page.text("input.stop.failed"));
        }
        if (!stop.helped().isBlank()) {
            parts.add(page.text("input.stop.helped", stop.helped()));
        }
        return String.join(", ", parts);
    }

    private static void fact(Page page, String key, String value) {
        page.out().open("div").element("dt", page.text("input." + key)).element("dd", value).close();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
