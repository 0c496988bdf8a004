package ketum.care;

import java.util.List;
import ketum.care.Assessment.HelpLine;
import ketum.kratom.data.HelpLines;

/** Help lines of a place, as the report carries them. */
final class Help {

    private Help() {
    }

    static List<HelpLine> lines(String place) {
        return HelpLines.standard().of(place).stream()
                .map(line -> new HelpLine(line.country(), HelpLine.Kind.valueOf(line.kind().name()), line.name(), line.number(), line.what(), line.source(), line.checked().toString()))
                .toList();
    }
}
