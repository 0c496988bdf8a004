package ketum.care.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ketum.kratom.data.EditDistance;
import ketum.kratom.data.Instrument;

/**
 * Reads answers: all points in the order of the items ({@code 0,1,2,...}), or each with its item's number or id ({@code sleep=2}, one a
 * line or separated by commas). A {@code #} begins a remark. Everything wrong is told at once; nothing is ever filled in.
 */
final class AnswerReader {

    /** More than any questionnaire needs with remarks. */
    static final int LONGEST = 10_000;
    private static final int MOST_PROBLEMS = 12;
    private static final int SHOWN = 20;
    private static final Pattern NAMED = Pattern.compile("([^=:]*)[=:](.*)");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern ZERO = Pattern.compile("0+");

    private final Instrument instrument;
    private final String origin;
    /** Whether a line has to be named to be found. */
    private final boolean severalLines;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> points = new HashMap<>();
    /** What was written for each item, readable or not. */
    private final Map<String, String> written = new LinkedHashMap<>();

    private AnswerReader(Instrument instrument, String origin, boolean severalLines) {
        this.instrument = instrument;
        this.origin = origin;
        this.severalLines = severalLines;
    }

    /** One answer as written. */
    private record Entry(int line, String text) {}

    /**
     * @param origin what the text is called in messages: an option or a file
     * @return points by id of the item, all of them
     * @throws AnswerProblem where one is missing, unknown, doubled or not a step of its item
     */
    static Map<String, Integer> read(Instrument instrument, String text, String origin) throws AnswerProblem {
        return new AnswerReader(instrument, origin, text.strip().indexOf('\n') >= 0).read(text);
    }

    private Map<String, Integer> read(String text) throws AnswerProblem {
        if (text.length() > LONGEST) {
            throw new AnswerProblem(List.of(origin + ": found " + text.length() + " characters; accepted are up to " + LONGEST), instrument.crisisItem().isPresent());
        }
        List<Entry> entries = entries(text);
        List<Entry> named = entries.stream().filter(entry -> NAMED.matcher(entry.text()).matches()).toList();
        if (entries.isEmpty()) {
            problems.add(origin + ": found no answer; accepted: " + accepted());
        } else if (named.isEmpty()) {
            inOrder(entries);
        } else if (named.size() == entries.size()) {
            entries.forEach(this::named);
            missing();
        } else {
            Entry bare = entries.stream().filter(entry -> !NAMED.matcher(entry.text()).matches()).findFirst().orElseThrow();
            problems.add(at(bare) + "found " + quoted(bare.text()) + " without its item; accepted: every answer with its item, or none");
        }
        if (!problems.isEmpty()) {
            List<String> shown = problems.size() <= MOST_PROBLEMS ? problems : new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
            if (problems.size() > MOST_PROBLEMS) {
                shown.add(origin + ": and " + (problems.size() - MOST_PROBLEMS) + " more");
            }
            throw new AnswerProblem(shown, crisisNotExcluded());
        }
        return Map.copyOf(points);
    }

    private List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String content = line.indexOf('#') >= 0 ? line.substring(0, line.indexOf('#')) : line;
            boolean named = NAMED.matcher(content).matches();
            for (String part : content.split(named ? "[,;]" : "[,;\\s]+")) {
                if (!part.isBlank()) {
                    entries.add(new Entry(number, part.strip()));
                }
            }
        }
        return entries;
    }

    private void inOrder(List<Entry> entries) {
        List<Instrument.Item> items = instrument.items();
        for (int i = 0; i < Math.min(entries.size(), items.size()); i++) {
            point(items.get(i), entries.get(i), entries.get(i).text());
        }
        if (entries.size() != items.size()) {
            written.clear();  // which answer belongs to which item is anybody's guess
            problems.add(origin + ": found " + count(entries.size()) + "; accepted: " + accepted()
                    + (entries.size() < items.size() ? "; missing from item " + (entries.size() + 1) + " (" + items.get(entries.size()).id() + ") on" : ""));
        }
    }

    private void named(Entry entry) {
        Matcher matcher = NAMED.matcher(entry.text());
        matcher.matches();
        String name = matcher.group(1).strip();
        Optional<Instrument.Item> item = item(name);
        if (item.isEmpty()) {
            problems.add(at(entry) + "found the item " + quoted(name) + "; accepted: " + near(name));
        } else if (written.containsKey(item.get().id())) {
            problems.add(at(entry) + "found " + item.get().id() + " a second time; accepted: each item once");
            written.merge(item.get().id(), matcher.group(2).strip(), (first, second) -> ZERO.matcher(first).matches() ? second : first);
        } else {
            point(item.get(), entry, matcher.group(2).strip());
        }
    }

    private Optional<Instrument.Item> item(String name) {
        if (WHOLE.matcher(name).matches()) {
            int number = Integer.parseInt(name);
            return number >= 1 && number <= instrument.items().size() ? Optional.of(instrument.items().get(number - 1)) : Optional.empty();
        }
        return instrument.items().stream().filter(item -> item.id().equalsIgnoreCase(name)).findFirst();
    }

    private void point(Instrument.Item item, Entry entry, String value) {
        written.put(item.id(), value);
        if (WHOLE.matcher(value).matches() && item.steps().containsKey(Integer.parseInt(value))) {
            points.put(item.id(), Integer.valueOf(value));
        } else {
            problems.add(at(entry) + item.id() + " (item " + (instrument.items().indexOf(item) + 1) + "): found " + (value.isEmpty() ? "nothing" : quoted(value)) + "; accepted: " + steps(item));
        }
    }

    private void missing() {
        List<String> missing = instrument.items().stream().filter(item -> !written.containsKey(item.id())).map(item -> item.id() + " (item " + (instrument.items().indexOf(item) + 1) + ")").toList();
        if (!missing.isEmpty()) {
            problems.add(origin + ": no answer to " + String.join(", ", missing) + "; accepted: " + accepted());
        }
    }

    /** Only a plain zero rules it out. */
    private boolean crisisNotExcluded() {
        return instrument.crisisItem().filter(id -> !ZERO.matcher(written.getOrDefault(id, "")).matches()).isPresent();
    }

    private String accepted() {
        return "an answer to each of the " + instrument.items().size() + " items, since a total with gaps means nothing";
    }

    private static String count(int answers) {
        return answers + (answers == 1 ? " answer" : " answers");
    }

    private static String steps(Instrument.Item item) {
        List<String> steps = item.steps().keySet().stream().map(String::valueOf).toList();
        return String.join(", ", steps.subList(0, steps.size() - 1)) + " or " + steps.getLast();
    }

    private String near(String name) {
        List<String> near = instrument.items().stream().map(Instrument.Item::id).filter(id -> EditDistance.of(name.toLowerCase(java.util.Locale.ROOT), id) <= Math.max(2, id.length() / 3)).toList();
        return (near.isEmpty() || name.length() > SHOWN ? "a number from 1 to " + instrument.items().size() + ", or one of " + instrument.items().stream().map(Instrument.Item::id).collect(Collectors.joining(", "))
                : "perhaps " + String.join(" or ", near));
    }

    private String at(Entry entry) {
        return origin + (severalLines ? ", line " + entry.line() : "") + ": ";
    }

    /** Short, and nothing that could steer a terminal. */
    private static String quoted(String text) {
        String clean = text.codePoints().filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT).limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return '"' + clean + (text.codePointCount(0, text.length()) > SHOWN ? "..." : "") + '"';
    }
}
