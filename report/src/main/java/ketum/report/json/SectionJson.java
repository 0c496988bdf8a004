package ketum.report.json;

import java.util.List;
import java.util.function.Function;
import ketum.care.Assessment.Section;
import tools.jackson.databind.node.ObjectNode;

/** A section with its status; where there is no result, the reason and sources stand in its place. */
final class SectionJson {
    private SectionJson() {}

    static <T> ObjectNode of(Section<T> section, Function<T, ObjectNode> present) {
        return switch (section) {
            case Section.Present<T>(T value) -> {
                ObjectNode node = Values.object();
                node.put("status", "ok");
                node.setAll(present.apply(value));
                yield node;
            }
            case Section.Insufficient<T>(String reason, List<String> sources) -> absent("insufficient", reason, sources);
            case Section.Withheld<T>(String reason, List<String> sources) -> absent("withheld", reason, sources);
        };
    }

    private static ObjectNode absent(String status, String reason, List<String> sources) {
        ObjectNode node = Values.object();
        node.put("status", status);
        node.put("reason", reason);
        node.set("sources", Values.strings(sources));
        return node;
    }
}
