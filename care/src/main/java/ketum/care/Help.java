package ketum.care;

import java.time.LocalDate;
import java.util.List;
import ketum.care.Assessment.HelpLine;
import ketum.kratom.data.HelpLines;

/** Help lines of a place, as the report carries them. */
final class Help {

    private Help() {
    }

    /** @param on day of the report, by which the age of a line is told */
    static List<HelpLine> lines(String place, LocalDate on) {
        return HelpLines.standard().of(place).stream()
                .map(line -> new HelpLine(line.country(), HelpLine.Kind.valueOf(line.kind().name()), line.name(), line.number(), line.what(), line.source(), line.checked().toString(), line.stale(on)))
                .toList();
    }
}
