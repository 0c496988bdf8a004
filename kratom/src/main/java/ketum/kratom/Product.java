package ketum.kratom;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is taken.
 *
 * @param type          kind of product
 * @param name          as the person calls it, may be empty
 * @param content       what is known of its strength
 * @param capsuleGrams  fill of one capsule in g, where stated
 * @param teaLeafGrams  leaf used for a batch of tea in g, where stated
 * @param teaMillilitres volume of that batch in ml, where stated
 */
public record Product(Type type, String name, Content content, OptionalDouble capsuleGrams,
                      OptionalDouble teaLeafGrams, OptionalDouble teaMillilitres) {

    public enum Type {
        LEAF_POWDER("leaf powder"),
        CAPSULES("capsules"),
        TEA("tea"),
        EXTRACT("extract"),
        SHOT("shot"),
        SEVEN_HYDROXY_TABLET("7-OH tablet"),
        PSEUDOINDOXYL_TABLET("pseudoindoxyl tablet"),
        MGM_TABLET("MGM tablet");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        /** As written in input files. */
        public String label() {
            return label;
        }
    }

    /** What is known of the strength. */
    public sealed interface Content {

        /** Nothing but the type: strength is a distribution over products of this type. */
        record ByType() implements Content {}

        /** What the label claims; claims are distrusted by the table's label error. */
        record ByLabel(Map<Alkaloid, Strength> claims) implements Content {
            public ByLabel {
                claims = Map.copyOf(claims);
            }
        }

        /** A certificate of analysis; values carry assay noise. */
        record ByCertificate(String source, Map<Alkaloid, Strength> assays) implements Content {
            public ByCertificate {
                assays = Map.copyOf(assays);
            }
        }
    }

    /**
     * An amount of one alkaloid per unit of product.
     *
     * @param value     amount of alkaloid in mg per unit; for a value below a limit of quantification, that limit
     * @param per       unit of product
     * @param belowLimit true where the certificate says "less than"
     */
    public record Strength(double value, Per per, boolean belowLimit) {

        public enum Per { GRAM, MILLILITRE, UNIT }
    }
}
