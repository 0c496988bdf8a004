package ketum.kratom.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;

/**
 * Constants of one laboratory's assay at the mu receptor. Values of different laboratories differ tenfold and are never mixed; what carries
 * over is the ratio of a ligand's constant to that of 7-hydroxymitragynine.
 *
 * @param anchor   dissociation constant (or half-effect concentration in a functional assay) of 7-hydroxymitragynine, nmol/L
 * @param ratioMg  mitragynine's constant over the anchor
 * @param ratioSc  speciociliatine's constant over the anchor, where this family measured it
 */
record AssayFamily(String id, double anchor, double ratioMg, OptionalDouble ratioSc) {

    private static final String ANCHOR = ".mu.7-hydroxymitragynine";

    /** All families that measured both mitragynine and 7-hydroxymitragynine, by anchor. */
    static List<AssayFamily> of(Table receptors) {
        List<AssayFamily> families = new ArrayList<>();
        for (String id : receptors.ids()) {
            if (!id.endsWith(ANCHOR)) {
                continue;
            }
            String family = id.substring(0, id.length() - ANCHOR.length());
            for (String quantity : List.of("Ki", "EC50")) {
                Optional<Row> anchor = receptors.find(id, quantity);
                Optional<Row> mg = receptors.find(family + ".mu.mitragynine", quantity);
                if (anchor.isPresent() && mg.isPresent()) {
                    double base = anchor.get().value();
                    Optional<Row> sc = receptors.find(family + ".mu.speciociliatine", quantity);
                    families.add(new AssayFamily(family, base, mg.get().value() / base,
                            sc.map(row -> OptionalDouble.of(row.value() / base)).orElseGet(OptionalDouble::empty)));
                    break;
                }
            }
        }
        families.sort(Comparator.comparingDouble(AssayFamily::anchor));
        return List.copyOf(families);
    }
}
