package ketum.kratom.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What one source says, in a sentence of ours.
 *
 * @param text    the finding, with its figures
 * @param source  key in {@link Sources}
 * @param locator where in the source
 * @param status  how it came here; {@link Status#UNCONFIRMED} is never to be shown as fact
 * @param grade   A measured or reported in people taking kratom; B in people with another opioid, or by self-report; C animal or in vitro;
 *                D assumption or community lore
 */
public record Finding(String text, String source, String locator, Status status, char grade) {

    /** Whether it may be shown. */
    public boolean confirmed() {
        return status != Status.UNCONFIRMED;
    }

    static Finding of(Yaml.Mapping item, Sources sources) {
        Yaml.Scalar source = item.scalar("source");
        if (sources.find(source.text()).isEmpty()) {
            throw source.error("a key of " + Sources.FILE);
        }
        Yaml.Scalar status = item.scalar("status");
        Finding finding = new Finding(item.text("finding"), source.text(), item.text("locator"), Status.of(status.text()).orElseThrow(() -> status.error(Status.accepted())), grade(item.scalar("grade")));
        item.done();
        return finding;
    }

    /** A list that must be there, and may be empty. */
    static List<Finding> list(Yaml.Mapping root, String key, Sources sources) {
        List<Finding> findings = new ArrayList<>();
        for (Yaml.Mapping item : root.mappings(key)) {
            findings.add(of(item, sources));
        }
        return List.copyOf(findings);
    }

    static char grade(Yaml.Scalar grade) {
        if (!grade.text().matches("[A-D]")) {
            throw grade.error("A, B, C or D");
        }
        return grade.text().charAt(0);
    }
}
