package ketum.kratom.data;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the files say about the law of one place, over time. It is a reviewed note with its sources, not the law itself.
 *
 * @param place        {@code US}, {@code US-OH} or {@code US-CA/San Diego}
 * @param name         as it is shown
 * @param parent       the place whose law holds wherever this one is silent
 * @param changesOften true where the note is stale after 30 days, not 180
 * @param entries      by time; two never overlap by more than what is uncertain in their dates
 * @param file         the file it was read from
 */
public record Law(String place, String name, Optional<String> parent, boolean changesOften, List<Entry> entries, List<Pending> pending, String file) {

    public Law {
        entries = List.copyOf(entries);
        pending = List.copyOf(pending);
    }

    /** How a place treats kratom, or one form of it. */
    public enum Standing {
        /** Sale or possession is prohibited otherwise than as a controlled substance. */
        BANNED,
        /** Listed as a controlled substance. */
        SCHEDULED,
        /** Lawful under conditions. */
        REGULATED,
        /** No rule found. */
        UNREGULATED,
        /** Not known here. */
        UNKNOWN,
        /** Sources disagree. */
        CONFLICTING;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the law as noted forbids it. */
        public boolean forbids() {
            return this == BANNED || this == SCHEDULED;
        }
    }

    /** What a product is, as laws tell products apart. */
    public enum Form {
        LEAF("leaf"), LEAF_CAPSULE("leaf capsule"), EXTRACT("extract"), SEVEN_OH_PRODUCT("7-oh product"), SYNTHETIC_PRODUCT("synthetic product");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether a label or a test is required. */
    public enum Duty {
        REQUIRED, ON_REQUEST, NONE, NOT_APPLICABLE, UNKNOWN;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public enum Confidence {
        HIGH, MEDIUM, LOW;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands behind {@link Entry#address}. */
    public enum AddressKind {
        PRIMARY_TEXT, REPORT, NOT_FOUND;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A date that may be known only to the month, the year or as one of a range. */
    public record When(LocalDate earliest, LocalDate latest, String written) {}

    /** Who says so, where and how it came here. */
    public record Basis(String source, String locator, Status status) {}

    /** One of several statements that do not agree. */
    public record Conflict(String says, String source, String locator) {}

    /**
     * What held from one day to another.
     *
     * @param from          empty where the first day is not known; it then speaks for its as-of date and later
     * @param to            first day on which it no longer holds
     * @param forms         forms treated otherwise than {@code standing} says
     * @param label         empty where the parent's holds; so are minimum age and testing
     * @param labelElements ids of {@link LabelElements}
     * @param sevenOh       the rules on 7-OH in plain words; {@code rules} are the same for a machine
     * @param asOf          day up to which it was looked at; empty where the source has no date, and then it is always stale
     * @param unconfirmed   names of the fields here that no source was found for
     * @param line          of the file
     */
    public record Entry(Optional<When> from, Optional<When> to, Standing standing, Map<Form, Standing> forms, OptionalInt minimumAge,
                        Optional<Duty> label, List<String> labelElements, Optional<Duty> testing, String sevenOh, String summary,
                        String citation, String address, AddressKind addressKind, Optional<LocalDate> asOf, Confidence confidence,
                        Set<String> unconfirmed, List<Basis> sources, List<Conflict> conflicts, List<LawRule> rules, long line) {
        public Entry {
            forms = Collections.unmodifiableMap(forms.isEmpty() ? new EnumMap<>(Form.class) : new EnumMap<>(forms));
            labelElements = List.copyOf(labelElements);
            unconfirmed = Collections.unmodifiableSet(new java.util.TreeSet<>(unconfirmed));
            sources = List.copyOf(sources);
            conflicts = List.copyOf(conflicts);
            rules = List.copyOf(rules);
        }

        /** Whether nothing in it was confirmed by any source. */
        public boolean unsupported() {
            return sources.stream().allMatch(basis -> basis.status() == Status.UNCONFIRMED);
        }
    }

    /** A change that is under way. @param on the day it would hold, where one is set */
    public record Pending(String what, Optional<When> on, String source, String locator, LocalDate asOf) {}
}
