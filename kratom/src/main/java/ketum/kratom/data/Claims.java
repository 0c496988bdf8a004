package ketum.kratom.data;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about kratom, one file per claim in {@code claims/}, in the order of {@code claims/index.txt}; read strictly. Immutable. */
public final class Claims {

    static final String INDEX = "claims/index.txt";

    private final Map<String, Claim> byId;

    private Claims(Map<String, Claim> byId) {
        this.byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    private static final class Holder {
        private static final Claims STANDARD = load();
    }

    /** The claims of this version, read once. */
    public static Claims standard() {
        return Holder.STANDARD;
    }

    private static Claims load() {
        Sources sources = Sources.standard();
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (String id : Resource.text(INDEX).lines().toList()) {
            String file = "claims/" + id + ".yaml";
            claims.put(id, parse(id, file, Resource.text(file), sources));
        }
        return new Claims(claims);
    }

    /**
     * One claim alone, for those who should not wait for all of them.
     *
     * @throws IllegalArgumentException where there is no such claim
     */
    public static Claim one(String id) {
        String file = "claims/" + id + ".yaml";
        return parse(id, file, Resource.text(file), Sources.standard());
    }

    public Collection<Claim> all() {
        return byId.values();
    }

    public Optional<Claim> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Reads and checks one file.
     *
     * @param id   what the file is named after
     * @param file for messages
     * @throws DataException for the first thing that is not acceptable
     */
    public static Claim parse(String id, String file, String text, Sources sources) {
        Yaml.Mapping root = Yaml.mapping(file, text);
        Yaml.Scalar written = root.scalar("id");
        if (!written.text().equals(id)) {
            throw written.error("the file's own name, " + id);
        }
        Yaml.Scalar verdict = root.scalar("verdict");
        Yaml.Scalar grade = root.scalar("grade");
        if (!grade.text().matches("[A-D]")) {
            throw grade.error("A, B, C or D");
        }
        List<Claim.Evidence> support = evidence(root, "for", sources);
        List<Claim.Evidence> against = evidence(root, "against", sources);
        Claim claim = new Claim(id, root.text("topic"), sentence(root.scalar("title")), verdict(verdict), grade.text().charAt(0),
                sentence(root.scalar("answer")), support, against, date(root.scalar("as_of")));
        root.done();
        boolean missing = switch (claim.verdict()) {
            case SUPPORTED -> support.isEmpty();
            case CONTRADICTED -> against.isEmpty() || against.stream().allMatch(finding -> finding.status() == Status.UNCONFIRMED);
            case PARTLY -> support.isEmpty() && against.isEmpty();
            case UNKNOWN -> false;
        };
        if (missing) {
            throw verdict.error("a verdict that the findings carry, or unknown");
        }
        return claim;
    }

    private static Claim.Verdict verdict(Yaml.Scalar scalar) {
        return Arrays.stream(Claim.Verdict.values()).filter(verdict -> verdict.label().equals(scalar.text())).findFirst()
                .orElseThrow(() -> scalar.error(Arrays.stream(Claim.Verdict.values()).map(Claim.Verdict::label)
                        .collect(Collectors.joining(", "))));
    }

    private static String sentence(Yaml.Scalar scalar) {
        String text = scalar.text().strip();
        if (text.isEmpty() || !text.endsWith(".") || !Character.isUpperCase(text.charAt(0)) && !Character.isDigit(text.charAt(0))) {
            throw scalar.error("whole sentences");
        }
        return text;
    }

    private static LocalDate date(Yaml.Scalar scalar) {
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeParseException e) {
            throw scalar.error("a date such as 2026-11-22");
        }
    }

    private static List<Claim.Evidence> evidence(Yaml.Mapping root, String side, Sources sources) {
        List<Claim.Evidence> result = new ArrayList<>();
        if (root.keys().contains(side)) {
            for (Yaml.Mapping item : root.mappings(side)) {
                Yaml.Scalar source = item.scalar("source");
                if (sources.find(source.text()).isEmpty()) {
                    throw source.error("a key of " + Sources.FILE);
                }
                Yaml.Scalar status = item.scalar("status");
                result.add(new Claim.Evidence(source.text(), item.text("finding"), item.text("locator"),
                        Status.of(status.text().toLowerCase(Locale.ROOT)).orElseThrow(() -> status.error(Status.accepted()))));
                item.done();
            }
        }
        return result;
    }
}
