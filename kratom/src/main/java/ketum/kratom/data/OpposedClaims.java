package ketum.kratom.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Claims that one text cannot hold both, from {@code claims/opposed.csv}. Immutable. */
public final class OpposedClaims {

    static final String FILE = "claims/opposed.csv";

    /** @param why what clashes, in a sentence */
    public record Pair(String first, String second, String why) {}

    private OpposedClaims() {
    }

    private static final class Holder {
        private static final List<Pair> STANDARD = parse(FILE, Resource.text(FILE), Claims.standard().all().stream().map(Claim::id).toList());
    }

    public static List<Pair> standard() {
        return Holder.STANDARD;
    }

    static List<Pair> parse(String file, String text, Collection<String> claims) {
        List<Pair> pairs = new ArrayList<>();
        for (Csv.Line line : Csv.read(file, text, List.of("first", "second", "why"))) {
            for (String column : List.of("first", "second")) {
                if (!claims.contains(line.required(column))) {
                    throw line.error(column, "an id of " + Claims.INDEX);
                }
            }
            pairs.add(new Pair(line.get("first"), line.get("second"), line.required("why")));
        }
        return List.copyOf(pairs);
    }
}
