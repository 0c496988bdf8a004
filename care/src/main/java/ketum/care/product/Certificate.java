package ketum.care.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Strength;
import ketum.kratom.Product.Type;
import ketum.kratom.data.Analytes.Analyte;

/**
 * A laboratory's certificate of analysis with what is known about the product besides, as read from a file and not yet judged.
 *
 * @param expires              last day the certificate or lot is good for
 * @param type                 kind of product, where stated
 * @param pieceGrams           mass of one capsule or tablet
 * @param serving              what the label calls one serving
 * @param servingsPerPackage   servings in one package
 * @param packageAmount        what is in one package
 * @param moisturePercent      water in the product as analysed
 * @param basis                what results refer to where they do not say
 * @param separatesPseudoindoxyl whether the method tells 7-hydroxymitragynine from mitragynine pseudoindoxyl; empty where not stated
 * @param claims               what the label says of strength
 * @param labelStates          ids of label elements that are on the label; empty where nobody looked
 * @param sha256               of the laboratory's document, empty where not stated
 */
public record Certificate(String product, String lot, String laboratory, String accreditation, Optional<LocalDate> date, Optional<LocalDate> expires, String matrix,
                          Optional<Type> type, OptionalDouble pieceGrams, Optional<Amount> serving, OptionalDouble servingsPerPackage, Optional<Amount> packageAmount,
                          OptionalDouble moisturePercent, Basis basis, Optional<Boolean> separatesPseudoindoxyl, Map<Alkaloid, Strength> claims, String labelLot,
                          Optional<List<String>> labelStates, String sha256, List<Result> results) {

    public Certificate {
        claims = Map.copyOf(claims);
        labelStates = labelStates.map(List::copyOf);
        results = List.copyOf(results);
    }

    public enum Basis { DRY, AS_IS, NOT_STATED }

    public enum Unit { GRAM, MILLILITRE, PIECE }

    /** So many g, ml or pieces. */
    public record Amount(double number, Unit unit) {}

    /** What a result is counted for. */
    public enum Per { GRAM, MILLILITRE, PIECE, SERVING, PACKAGE }

    /** What the laboratory found. */
    public sealed interface Value {
        /** mg for each g, ml, piece, serving or package. */
        record Mass(Range milligrams, Per per) implements Value {}

        /** Colony-forming units in each g. */
        record Count(Range perGram) implements Value {}

        /** Looked for and not found. @param limit in mg for each {@code per}, or CFU in each g; empty where not stated */
        record NotDetected(OptionalDouble limit, Per per) implements Value {}

        /** Not found in so many g; empty where the laboratory does not say in how much. */
        record Absent(OptionalDouble grams) implements Value {}

        /** Found, no number. */
        record Present() implements Value {}
    }

    /**
     * One line of the certificate.
     *
     * @param name       as written
     * @param analyte    empty where Ketum does not know it; it is then not checked
     * @param laboratory where it is another than the certificate's
     */
    public record Result(String name, Optional<Analyte> analyte, Value value, Basis basis, String method, String laboratory, int line) {}

    /** Laboratory, product and lot, for sources. */
    public String title() {
        return laboratory + (product.isEmpty() ? "" : ", " + product) + (lot.isEmpty() ? "" : ", lot " + lot);
    }
}
