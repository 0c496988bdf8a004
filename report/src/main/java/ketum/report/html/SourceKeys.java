package ketum.report.html;

import java.util.List;
import ketum.report.markup.Markup;

/** The source keys behind a figure, for clinicians; each links to the list at the end where it is listed. */
final class SourceKeys {
    private SourceKeys() {}

    static void write(Page page, List<String> keys) {
        if (!page.clinician() || keys.isEmpty()) {
            return;
        }
        Markup out = page.out();
        out.open("span", "class", "keys").text(" [");
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            out.text(i == 0 ? "" : ", ");
            if (page.assessment().sources().stream().anyMatch(source -> source.key().equals(key))) {
                out.element("a", key, "href", "#" + anchor(key));
            } else {
                out.text(key);
            }
        }
        out.text("]").close();
    }

    static String anchor(String key) {
        return "source-" + key.replaceAll("[^A-Za-z0-9_.-]", "-");
    }
}
