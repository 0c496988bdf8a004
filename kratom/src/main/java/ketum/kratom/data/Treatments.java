package ketum.kratom.data;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The treatments, one file each in {@code treatments/}, in the order of {@code treatments/index.txt}; read strictly. Immutable. */
public final class Treatments {

    static final String FOLDER = "treatments";
    static final String INDEX = FOLDER + "/index.txt";

    private final List<Treatment> treatments;

    private Treatments(List<Treatment> treatments) {
        this.treatments = List.copyOf(treatments);
    }

    private static final class Holder {
        private static final Treatments STANDARD = new Treatments(Resource.text(INDEX).lines().map(id -> parse(id, file(id), Resource.text(file(id)), Sources.standard())).toList());
    }

    /** The treatments of this version, read once. */
    public static Treatments standard() {
        return Holder.STANDARD;
    }

    static String file(String id) {
        return FOLDER + "/" + id + ".yaml";
    }

    public List<Treatment> all() {
        return treatments;
    }

    public Optional<Treatment> find(String id) {
        return treatments.stream().filter(treatment -> treatment.id().equals(id)).findFirst();
    }

    static Treatment parse(String id, String file, String text, Sources sources) {
        Yaml.Mapping root = Yaml.mapping(file, text);
        Yaml.Scalar written = root.scalar("id");
        if (!written.text().equals(id)) {
            throw written.error("the file's own name, " + id);
        }
        Yaml.Scalar group = root.scalar("group");
        Optional<Treatment.Disagreement> disagreement = root.optionalMapping("disagreement").map(part -> disagreement(part, sources));
        List<String> unknown = new ArrayList<>();
        root.scalars("unknown").forEach(each -> unknown.add(each.text()));
        if (unknown.isEmpty()) {
            throw root.error("nothing unknown", "at least one thing that nobody knows");
        }
        Treatment treatment = new Treatment(id, root.text("name"), Arrays.stream(Treatment.Group.values()).filter(each -> each.label().equals(group.text())).findFirst()
                .orElseThrow(() -> group.error(Arrays.stream(Treatment.Group.values()).map(Treatment.Group::label).collect(Collectors.joining(", ")))),
                Finding.grade(root.scalar("grade")), root.text("evidence"), sentences(root.scalar("person")), sentences(root.scalar("clinician")), Finding.list(root, "known", sources),
                Finding.list(root, "cautions", sources), disagreement, unknown, date(root.scalar("as_of")));
        root.done();
        if (treatment.known().stream().noneMatch(Finding::confirmed)) {
            throw written.error("a treatment of which something confirmed is known");
        }
        return treatment;
    }

    private static Treatment.Disagreement disagreement(Yaml.Mapping part, Sources sources) {
        Treatment.Disagreement disagreement = new Treatment.Disagreement(part.text("question"), sentences(part.scalar("person")), sentences(part.scalar("clinician")), Finding.list(part, "reports", sources));
        part.done();
        if (disagreement.reports().stream().filter(Finding::confirmed).count() < 2) {
            throw part.error(disagreement.reports().size() + " reports", "two or more that are confirmed");
        }
        return disagreement;
    }

    static String sentences(Yaml.Scalar scalar) {
        String text = scalar.text().strip();
        if (text.isEmpty() || !text.endsWith(".")) {
            throw scalar.error("whole sentences");
        }
        return text;
    }

    static LocalDate date(Yaml.Scalar scalar) {
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeParseException e) {
            throw scalar.error("a date such as 2026-11-22");
        }
    }
}
