package ketum.care.questionnaire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ketum.care.law.PlaceFinder;
import ketum.care.law.UnknownPlace;
import ketum.kratom.data.HelpLines;
import ketum.kratom.data.HelpLines.Kind;

/**
 * Whom to call with thoughts of death or self-harm.
 *
 * @param place code of the place; empty where none was named
 * @param lines emergency and crisis lines of the place, or, without a place, the crisis lines of every country; only what was seen at its
 *              source
 * @param on    the day by which their age is told
 */
public record CrisisHelp(Optional<String> place, List<HelpLines.Line> lines, LocalDate on) {

    private static final Set<Kind> KINDS = Set.of(Kind.EMERGENCY, Kind.CRISIS);

    public CrisisHelp {
        lines = List.copyOf(lines);
    }

    public static CrisisHelp anywhere(LocalDate on) {
        return new CrisisHelp(Optional.empty(), HelpLines.standard().all().stream().filter(line -> line.kind() == Kind.CRISIS).toList(), on);
    }

    /**
     * @param written a code or an English name
     * @throws UnknownPlace where no place, or more than one, is called so
     */
    public static CrisisHelp in(String written, LocalDate on) throws UnknownPlace {
        String code = PlaceFinder.place(written).code();
        return new CrisisHelp(Optional.of(code), HelpLines.standard().of(code).stream().filter(line -> KINDS.contains(line.kind())).toList(), on);
    }
}
