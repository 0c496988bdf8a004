package ketum.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ketum.care.law.PlaceFinder;
import ketum.care.law.UnknownPlace;
import ketum.kratom.data.Finding;
import ketum.kratom.data.HelpLines;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;
import ketum.kratom.data.Treatment;
import ketum.kratom.data.Treatments;
import ketum.kratom.data.WarningSigns;

/**
 * Whom to call and what can help, for anyone: nothing about a person enters, and nothing is scored or computed; the contract between
 * {@code care} and {@code report}.
 *
 * @param place      the place asked about; empty where none was named
 * @param on         the day asked about, by which the age of help lines is told
 * @param signs      signs for which to get help, emergencies first
 * @param naloxone   what to do for someone who cannot be woken
 * @param lines      help lines of the place that were seen at their source; empty where there are none, or no place
 * @param heldBack   how many more are on file for the place that nobody has confirmed, and that are not shown
 * @param beforeStopping reasons to see a doctor before stopping, as the report on a case words them
 * @param treatments in the order in which they are offered
 * @param sources    all sources that are named
 */
public record Referral(Optional<Whereabouts> place, LocalDate on, List<WarningSigns.Sign> signs, Treatment naloxone, List<HelpLines.Line> lines, int heldBack,
                       List<Assessment.Urgent> beforeStopping, List<Treatment> treatments, List<Source> sources) {

    /** Lines of {@link Advice} that each hold someone back from stopping alone; those of dangers first. */
    static final List<String> BEFORE_STOPPING = List.of("pregnant", "antagonist", "opioid_dependence", "alcohol_dependence", "benzodiazepine_dependence", "concentrate", "under_18",
            "breast_feeding", "heavy_use", "failed_taper");

    public Referral {
        signs = List.copyOf(signs);
        lines = List.copyOf(lines);
        beforeStopping = List.copyOf(beforeStopping);
        treatments = List.copyOf(treatments);
        sources = List.copyOf(sources);
    }

    /**
     * @param code ISO 3166 code; @param name English name
     * @param note what else the name could mean; empty for nothing
     */
    public record Whereabouts(String code, String name, String note) {}

    /** Without a place: no number at all, since the wrong one costs time. */
    public static Referral anywhere(LocalDate on) {
        return of(Optional.empty(), on);
    }

    /**
     * @param written a code or an English name
     * @throws UnknownPlace where no place, or more than one, is called so
     */
    public static Referral in(String written, LocalDate on) throws UnknownPlace {
        PlaceFinder.Found found = PlaceFinder.place(written);
        return of(Optional.of(new Whereabouts(found.code(), found.name().isEmpty() ? found.code() : found.name(), found.note())), on);
    }

    private static Referral of(Optional<Whereabouts> place, LocalDate on) {
        List<HelpLines.Line> lines = place.map(each -> HelpLines.standard().of(each.code())).orElse(List.of());
        int heldBack = place.map(each -> HelpLines.standard().heldBack(each.code()).size()).orElse(0);
        List<Treatment> offered = Treatments.standard().all().stream().filter(treatment -> treatment.group() != Treatment.Group.RESCUE).toList();
        Treatment naloxone = Treatments.standard().all().stream().filter(treatment -> treatment.group() == Treatment.Group.RESCUE).findFirst().orElseThrow();
        List<Assessment.Urgent> before = BEFORE_STOPPING.stream().map(id -> Advice.line(id).urgent()).toList();
        return new Referral(place, on, WarningSigns.standard(), naloxone, lines, heldBack, before, offered, sources(lines, naloxone, offered, before));
    }

    private static List<Source> sources(List<HelpLines.Line> lines, Treatment naloxone, List<Treatment> offered, List<Assessment.Urgent> before) {
        Set<String> keys = new TreeSet<>();
        WarningSigns.standard().forEach(sign -> keys.add(sign.source()));
        lines.forEach(line -> keys.add(line.source()));
        before.forEach(line -> keys.addAll(line.sources()));
        List<Treatment> all = new ArrayList<>(offered);
        all.add(naloxone);
        all.forEach(treatment -> treatment.findings().filter(Finding::confirmed).forEach(finding -> keys.add(finding.source())));
        return keys.stream().map(Sources.standard()::get).toList();
    }
}
