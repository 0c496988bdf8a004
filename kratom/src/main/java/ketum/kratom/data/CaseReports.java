package ketum.kratom.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Case reports of kratom with a medicine, scored by the ten items of the Drug Interaction Probability Scale (Horn 2007): each item adds its points
 * for yes or for no; an item that the report does not answer adds none. Items, reports and answers are files; the sum and its band are computed
 * here. Immutable.
 */
public final class CaseReports {
    static final String SCALE_FILE = "tables/interaction-scale.csv";
    static final String CASES_FILE = "tables/interaction-cases.csv";
    static final String ANSWERS_FILE = "tables/interaction-case-answers.csv";
    /** Items of the scale. */
    public static final int ITEMS = 10;
    private static final int STOPPED = 5;
    private static final int TAKEN_AGAIN = 6;

    private final List<Item> items;
    private final List<Case> cases;

    private CaseReports(List<Item> items, List<Case> cases) {
        this.items = List.copyOf(items);
        this.cases = List.copyOf(cases);
    }

    /** @param yes points for yes, @param no for no; not answered is 0 */
    public record Item(int number, String question, int yes, int no, String source, String locator) {}

    /** How likely the pair caused the event, by the sum of points. */
    public enum Band {
        HIGHLY_PROBABLE, PROBABLE, POSSIBLE, DOUBTFUL;

        static Band of(int score) {
            return score > 8 ? HIGHLY_PROBABLE : score >= 5 ? PROBABLE : score >= 2 ? POSSIBLE : DOUBTFUL;
        }

        /** In words: {@code highly probable}. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** @param points that this answer adds */
    public record Answer(Item item, boolean yes, int points, String why, String source, String locator, Status status) {}

    /**
     * @param id       the report and the medicine
     * @param medicine id in {@link Medicines}
     * @param group    of the rule on effects whose evidence it is
     * @param about    what happened, one line
     * @param answers  items that the report answers, in their order; all others are unknown
     */
    public record Case(String id, String medicine, String group, String about, String source, String locator, Status status, List<Answer> answers) {
        public Case {
            answers = List.copyOf(answers);
        }

        public int score() {
            return answers.stream().mapToInt(Answer::points).sum();
        }

        public Band band() {
            return Band.of(score());
        }
    }

    private static final class Holder {
        private static final CaseReports STANDARD = parse(Resource.text(SCALE_FILE), Resource.text(CASES_FILE), Resource.text(ANSWERS_FILE), Sources.standard());
    }

    /** The case reports of this version, read once. */
    public static CaseReports standard() {
        return Holder.STANDARD;
    }

    static CaseReports parse(String scale, String cases, String answers, Sources sources) {
        List<Item> items = items(scale, sources);
        Map<String, Map<Integer, Answer>> given = new LinkedHashMap<>();
        List<Csv.Line> lines = Csv.read(CASES_FILE, cases, List.of("id", "medicine", "group", "what", "source", "locator", "status"));
        lines.forEach(line -> given.put(line.required("id"), new TreeMap<>()));
        answers(answers, items, given, sources);
        List<Case> all = new ArrayList<>();
        for (Csv.Line line : lines) {
            if (!all.isEmpty() && all.getLast().id().compareTo(line.get("id")) >= 0) {
                throw line.error("id", "rows sorted by id, each once");
            }
            List<Answer> own = List.copyOf(given.get(line.get("id")).values());
            if (own.isEmpty()) {
                throw line.error("id", "a case with at least one item answered in " + ANSWERS_FILE);
            }
            all.add(new Case(line.get("id"), line.required("medicine"), line.required("group"), line.required("what"), source(line, sources), line.required("locator"), status(line), own));
        }
        return new CaseReports(items, all);
    }

    static List<Item> items(String text, Sources sources) {
        List<Item> items = new ArrayList<>();
        for (Csv.Line line : Csv.read(SCALE_FILE, text, List.of("id", "says", "yes", "no", "source", "locator", "status"))) {
            int number = number(line, "id");
            if (number != items.size() + 1) {
                throw line.error("id", "items 1 to " + ITEMS + " in order");
            }
            status(line);
            items.add(new Item(number, line.required("says"), number(line, "yes"), number(line, "no"), source(line, sources), line.required("locator")));
        }
        if (items.size() != ITEMS) {
            throw new DataException(SCALE_FILE, items.size() + 1, "id", items.size() + " items", ITEMS + " items");
        }
        return items;
    }

    private static void answers(String text, List<Item> items, Map<String, Map<Integer, Answer>> given, Sources sources) {
        for (Csv.Line line : Csv.read(ANSWERS_FILE, text, List.of("case", "item", "answer", "says", "source", "locator", "status"))) {
            Map<Integer, Answer> own = Optional.ofNullable(given.get(line.required("case"))).orElseThrow(() -> line.error("case", "an id of " + CASES_FILE));
            int number = number(line, "item");
            if (number < 1 || number > ITEMS) {
                throw line.error("item", "1 to " + ITEMS);
            }
            if (!line.get("answer").matches("yes|no")) {
                throw line.error("answer", "yes or no; an item that is not answered has no row");
            }
            Item item = items.get(number - 1);
            boolean yes = line.get("answer").equals("yes");
            Status status = status(line);
            if (own.put(number, new Answer(item, yes, yes ? item.yes() : item.no(), line.required("says"), source(line, sources), line.required("locator"), status)) != null) {
                throw line.error("item", "each item of a case once");
            }
            if (number == TAKEN_AGAIN && !own.containsKey(STOPPED)) {
                throw line.error("item", "item " + TAKEN_AGAIN + " only after item " + STOPPED + ", as the scale says");
            }
        }
    }

    private static int number(Csv.Line line, String column) {
        try {
            return Integer.parseInt(line.required(column));
        } catch (NumberFormatException e) {
            throw line.error(column, "a whole number");
        }
    }

    private static String source(Csv.Line line, Sources sources) {
        if (sources.find(line.required("source")).isEmpty()) {
            throw line.error("source", "a key of " + Sources.FILE);
        }
        return line.get("source");
    }

    private static Status status(Csv.Line line) {
        Status status = Status.of(line.get("status")).orElseThrow(() -> line.error("status", Status.accepted()));
        if (status == Status.UNCONFIRMED) {
            throw line.error("status", "a report that was read; one that is only recalled is not scored");
        }
        return status;
    }

    /** The ten items, in order. */
    public List<Item> items() {
        return items;
    }

    public List<Case> all() {
        return cases;
    }

    /** Reports that are evidence of a rule on effects of kratom with this medicine; may be none. */
    public List<Case> of(String medicine, String group) {
        return cases.stream().filter(report -> report.medicine().equals(medicine) && report.group().equals(group)).toList();
    }
}
