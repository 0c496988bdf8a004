package ketum.kratom.data;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom to call, by country, from {@code tables/help.csv}. Only numbers that were seen at their source are ever given out; a row with the
 * status {@code unconfirmed} is counted as held back, so that someone can confirm it, and no other status is accepted. Immutable.
 */
public final class HelpLines {
    static final String FILE = "tables/help.csv";
    private static final List<String> COLUMNS = List.of("country", "kind", "name", "number", "what", "source", "locator", "status", "checked");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 -]{1,18}[0-9]");

    /** Days after which a number may well have changed. */
    public static final int STALE_AFTER = 180;

    private final List<Line> lines;
    private final List<Line> heldBack;

    private HelpLines(List<Line> lines, List<Line> heldBack) {
        this.lines = List.copyOf(lines);
        this.heldBack = List.copyOf(heldBack);
    }

    public enum Kind { EMERGENCY, POISON, CRISIS, TREATMENT }

    /**
     * @param country ISO 3166-1 code
     * @param number  as dialled in that country
     * @param what    one plain sentence: for whom, when, free or not as far as the source says
     * @param source  key in {@link Sources}
     * @param checked day the number was last seen there
     */
    public record Line(String country, Kind kind, String name, String number, String what, String source, String locator, LocalDate checked) {
        /** Whole days since it was last seen at its source. */
        public long age(LocalDate on) {
            return StrictMath.max(0, ChronoUnit.DAYS.between(checked, on));
        }

        /** Whether that is so long ago that it must be said. */
        public boolean stale(LocalDate on) {
            return age(on) > STALE_AFTER;
        }
    }

    private static final class Holder {
        private static final HelpLines STANDARD = parse(FILE, Resource.text(FILE), Tables.standard().sources());
    }

    /** The help lines of this version, read once. */
    public static HelpLines standard() {
        return Holder.STANDARD;
    }

    static HelpLines parse(String file, String text, Sources sources) {
        List<Line> lines = new ArrayList<>();
        List<Line> heldBack = new ArrayList<>();
        String previous = "";
        for (Csv.Line row : Csv.read(file, text, COLUMNS)) {
            Line line = line(row, sources);
            String key = line.country() + line.kind().ordinal() + line.number();
            if (key.compareTo(previous) <= 0) {
                throw row.error("country", "rows sorted by country, then kind (emergency, poison, crisis, treatment), then number, each once");
            }
            previous = key;
            (row.get("status").equals(Status.SEEN.label()) ? lines : heldBack).add(line);
        }
        return new HelpLines(lines, heldBack);
    }

    private static Line line(Csv.Line row, Sources sources) {
        String country = row.required("country");
        if (!COUNTRY.matcher(country).matches()) {
            throw row.error("country", "an ISO 3166-1 code such as US");
        }
        Kind kind;
        try {
            kind = Kind.valueOf(row.required("kind").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.error("kind", "emergency, poison, crisis or treatment");
        }
        if (!NUMBER.matcher(row.required("number")).matches()) {
            throw row.error("number", "digits, spaces and hyphens");
        }
        if (sources.find(row.required("source")).isEmpty()) {
            throw row.error("source", "a key of " + Sources.FILE);
        }
        if (!row.get("status").equals(Status.SEEN.label()) && !row.get("status").equals(Status.UNCONFIRMED.label())) {
            throw row.error("status", "seen, or unconfirmed for a number that is to be held back; what nobody saw at its source must not be shown");
        }
        try {
            return new Line(country, kind, row.required("name"), row.get("number"), row.required("what"), row.get("source"), row.required("locator"),
                    LocalDate.parse(row.required("checked")));
        } catch (DateTimeParseException e) {
            throw row.error("checked", "a date such as 2026-11-22");
        }
    }

    /** Lines of a country or of the country a place lies in ({@code US} for {@code US-OR}), emergency first; empty where none was seen. */
    public List<Line> of(String place) {
        return of(place, lines);
    }

    /** Lines of the same country that nobody has seen at their source: to be counted and confirmed, never to be given out. */
    public List<Line> heldBack(String place) {
        return of(place, heldBack);
    }

    private static List<Line> of(String place, List<Line> lines) {
        String country = place.length() >= 2 ? place.substring(0, 2).toUpperCase(Locale.ROOT) : place;
        return lines.stream().filter(line -> line.country().equals(country)).toList();
    }

    /** All lines that may be given out. */
    public List<Line> all() {
        return lines;
    }

    /** All lines that wait for someone to see them at their source. */
    public List<Line> heldBack() {
        return heldBack;
    }
}
