package ketum.care.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import ketum.care.law.LawAnswer.Age;
import ketum.care.law.LawAnswer.Finding;
import ketum.care.law.LawAnswer.Level;
import ketum.kratom.data.Law;
import ketum.kratom.data.Law.Standing;
import ketum.kratom.data.Laws;
import ketum.kratom.data.Places;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;

/** Answers what is known about the law of a place on a day. Reads only the files of that place and those above it. */
public final class LawLookup {

    /** Days after which a note is stale, where law moves and elsewhere. */
    static final int OFTEN = 30;
    static final int SELDOM = 180;

    private LawLookup() {
    }

    /**
     * @param written a code, an English name, or a county or city behind its state ({@code US-CA/San Diego})
     * @throws UnknownPlace where no place, or more than one, is called so
     */
    public static LawAnswer ask(String written, LocalDate on) throws UnknownPlace {
        PlaceFinder.Found found = new PlaceFinder(Places.standard()).find(written);
        List<String> notes = new ArrayList<>();
        if (!found.note().isEmpty()) {
            notes.add(found.note());
        }
        List<Level> levels = new ArrayList<>();
        String country = found.code().length() > 2 ? found.code().substring(0, 2) : found.code();
        levels.add(level(country, on));
        if (!found.code().equals(country)) {
            levels.add(level(found.code(), on));
        }
        if (!found.locality().isEmpty()) {
            Level town = level(found.path(), on);
            levels.add(town);
            if (town.law().isEmpty()) {
                notes.add("Ketum has no note on " + found.locality() + ". Counties and cities often have rules of their own: ask there. What follows is the law above it.");
            }
        } else if (country.equals("US")) {
            notes.add("Counties and cities often have rules of their own.");
        }
        return answer(found.path(), levels.getLast().name(), on, levels, notes);
    }

    /** One answer for every place on file, on a day. */
    public static List<LawAnswer> map(LocalDate on) {
        List<LawAnswer> answers = new ArrayList<>();
        Map<String, Law> laws = new LinkedHashMap<>();  // most places have the same one above them
        Laws.all().forEach(law -> laws.put(law.place(), law));
        for (Law law : laws.values()) {
            List<Level> levels = new ArrayList<>();
            law.parent().ifPresent(parent -> {
                if (parent.contains("-")) {
                    levels.add(level(parent.substring(0, 2), Optional.ofNullable(laws.get(parent.substring(0, 2))), on));
                }
                levels.add(level(parent, Optional.ofNullable(laws.get(parent)), on));
            });
            levels.add(level(law, on));
            answers.add(answer(law.place(), law.name(), on, levels, List.of()));
        }
        return answers;
    }

    private static Level level(String place, LocalDate on) {
        return level(place, Laws.find(place), on);
    }

    private static Level level(String place, Optional<Law> law, LocalDate on) {
        if (law.isPresent()) {
            return level(law.get(), on);
        }
        String name = place.contains("/") ? place.substring(place.indexOf('/') + 1) : Places.standard().find(place).map(Places.Place::name).orElse(place);
        return new Level(place, name, Optional.empty(), Optional.empty(), "Ketum has no note on the law of " + name + ". That does not mean that kratom is allowed there.", true,
                new Age(Optional.empty(), SELDOM), List.of(), List.of());
    }

    private static Level level(Law law, LocalDate on) {
        List<Law.Entry> earlier = new ArrayList<>();
        List<Law.Entry> later = new ArrayList<>();
        Optional<Law.Entry> holds = Optional.empty();
        boolean dated = true;
        String gap = "";
        for (Law.Entry entry : law.entries()) {
            boolean begun = entry.from().map(from -> !on.isBefore(from.earliest())).orElse(true);
            boolean over = entry.to().map(to -> !on.isBefore(to.latest())).orElse(false);
            boolean beforeNote = entry.from().isEmpty() && entry.asOf().map(on::isBefore).orElse(false);
            if (!begun) {
                later.add(entry);
            } else if (over) {
                earlier.add(entry);
            } else if (beforeNote) {
                later.add(entry);
                gap = "The note on " + law.name() + " is of " + entry.asOf().orElseThrow() + "; since when it holds is not known, so it does not speak for " + on + ".";
            } else {
                holds.ifPresent(earlier::add);
                holds = Optional.of(entry);
                dated = entry.from().map(from -> !on.isBefore(from.latest())).orElse(true) && entry.to().map(to -> on.isBefore(to.earliest())).orElse(true);
            }
        }
        if (holds.isEmpty() && gap.isEmpty()) {
            gap = earlier.isEmpty() ? "Ketum's note on " + law.name() + " begins on " + later.getFirst().from().orElseThrow().written() + "; what held on " + on + " is not on file."
                    : "The last rule on file for " + law.name() + " ended on " + earlier.getLast().to().orElseThrow().written() + "; what holds on " + on + " is not on file.";
        }
        int limit = law.changesOften() ? OFTEN : SELDOM;
        Optional<Long> days = holds.flatMap(Law.Entry::asOf).map(asOf -> StrictMath.max(0, ChronoUnit.DAYS.between(asOf, on)));
        return new Level(law.place(), law.name(), Optional.of(law), holds, gap, dated, new Age(days, limit), earlier, later);
    }

    private static LawAnswer answer(String place, String name, LocalDate on, List<Level> levels, List<String> notes) {
        Map<Law.Form, Finding<Standing>> forms = new EnumMap<>(Law.Form.class);
        for (Law.Form form : Law.Form.values()) {
            forms.put(form, standing(levels, entry -> entry.forms().getOrDefault(form, entry.standing())));
        }
        return new LawAnswer(place, name, on, standing(levels, Law.Entry::standing), forms,
                nearest(levels, "minimum_age", entry -> entry.minimumAge().isPresent() ? Optional.of(entry.minimumAge().getAsInt()) : Optional.empty()),
                nearest(levels, "label", Law.Entry::label), nearest(levels, "testing", Law.Entry::testing), levels, notes, sources(levels));
    }

    /** The nearest level decides, except that no place can allow what a level above it forbids. A gap is unknown, not silence. */
    private static Finding<Standing> standing(List<Level> levels, Function<Law.Entry, Standing> of) {
        Finding<Standing> result = new Finding<>(Standing.UNKNOWN, levels.getFirst().place(), true);
        for (Level level : levels) {
            Optional<Law.Entry> entry = level.entry();
            if (entry.isEmpty() && level.place().contains("/") && level.law().isEmpty()) {
                continue;  // a town without a note: what stands above it, and a remark that it may have its own rules
            }
            Standing here = entry.map(of).orElse(Standing.UNKNOWN);
            if (!result.value().forbids()) {
                result = new Finding<>(here, level.place(), entry.map(each -> !each.unconfirmed().contains("standing")).orElse(true));
            }
        }
        return result;
    }

    private static <T> Optional<Finding<T>> nearest(List<Level> levels, String field, Function<Law.Entry, Optional<T>> of) {
        for (Level level : levels.reversed()) {
            Optional<Finding<T>> here = level.entry().flatMap(entry -> of.apply(entry).map(value -> new Finding<>(value, level.place(), !entry.unconfirmed().contains(field))));
            if (here.isPresent()) {
                return here;
            }
        }
        return Optional.empty();
    }

    private static List<Source> sources(List<Level> levels) {
        TreeSet<String> keys = new TreeSet<>();
        for (Level level : levels) {
            level.law().ifPresent(law -> law.pending().forEach(pending -> keys.add(pending.source())));
            Stream.concat(level.entry().stream(), Stream.concat(level.earlier().stream(), level.later().stream())).forEach(entry -> {
                entry.sources().forEach(basis -> keys.add(basis.source()));
                entry.conflicts().forEach(conflict -> keys.add(conflict.source()));
            });
        }
        return keys.stream().map(Sources.standard()::get).toList();
    }
}
