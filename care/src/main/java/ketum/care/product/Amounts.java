package ketum.care.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.care.product.Certificate.Amount;
import ketum.care.product.Certificate.Basis;
import ketum.care.product.Certificate.Per;
import ketum.care.product.Certificate.Result;
import ketum.care.product.Certificate.Unit;
import ketum.care.product.Certificate.Value;

/** How much of an analyte is in a g, piece, serving or package, as ranges over laboratories and over what the certificate leaves open. */
final class Amounts {

    /** Water in a product whose certificate does not say, as a share of its mass: an assumption of ours, grade D. */
    static final Range MOISTURE = new Range(0, 0.15);
    /** Nothing is more than pure: mg in 1 g. */
    static final double PURE = 1000;

    private final Certificate certificate;

    Amounts(Certificate certificate) {
        this.certificate = certificate;
    }

    /** Whether the certificate has a line on it, whatever it says. */
    boolean tested(String analyte) {
        return results(analyte).findAny().isPresent();
    }

    java.util.stream.Stream<Result> results(String analyte) {
        return certificate.results().stream().filter(result -> result.analyte().map(known -> known.id().equals(analyte)).orElse(false));
    }

    /** mg in each g as sold or dry; empty where the certificate does not say or the mass of a piece is not known. */
    Optional<Range> perGram(String analyte, boolean dry) {
        List<Range> found = new ArrayList<>();
        for (Result result : results(analyte).toList()) {
            mass(result).filter(mass -> mass.per() == Per.GRAM).ifPresent(mass -> found.add(mass.milligrams().times(factor(result.basis(), dry))));
        }
        if (found.isEmpty()) {
            for (Result result : results(analyte).toList()) {
                mass(result).ifPresent(mass -> gramsOf(mass.per()).ifPresent(grams -> found.add(mass.milligrams().times(1 / grams).times(factor(Basis.AS_IS, dry)))));
            }
        }
        return found.stream().reduce(Range::with);
    }

    /** What all results per g refer to, where it is one thing; empty where they differ. */
    Optional<Basis> commonBasis() {
        List<Basis> bases = certificate.results().stream().filter(result -> mass(result).map(mass -> mass.per() == Per.GRAM).orElse(false)).map(Result::basis).distinct().toList();
        return bases.size() == 1 ? Optional.of(bases.getFirst()) : Optional.empty();
    }

    /** mg in each g to be set beside other alkaloids: water is left out of account where all results count it alike. */
    Optional<Range> relative(String analyte) {
        if (commonBasis().isEmpty()) {
            return perGram(analyte, true);
        }
        Optional<Range> stated = of(analyte, Per.GRAM);
        return stated.isPresent() ? stated : perGram(analyte, false);
    }

    /** What {@link #relative} counts, in words. */
    String relativeUnit() {
        return commonBasis().map(basis -> switch (basis) {
            case DRY -> "mg/g dry";
            case AS_IS -> "mg/g as sold";
            case NOT_STATED -> "mg/g";
        }).orElse("mg/g dry");
    }

    /** What turns a result into dry mass or into mass as sold. */
    private Range factor(Basis basis, boolean dry) {
        Range solid = certificate.moisturePercent().isPresent() ? Range.exactly(1 - certificate.moisturePercent().getAsDouble() / 100) : new Range(1 - MOISTURE.high(), 1 - MOISTURE.low());
        return switch (basis) {
            case DRY -> dry ? Range.exactly(1) : solid;
            case AS_IS -> dry ? new Range(1 / solid.high(), 1 / solid.low()) : Range.exactly(1);
            case NOT_STATED -> dry ? new Range(1, 1 / solid.low()) : new Range(solid.low(), 1);
        };
    }

    /** Whether moisture had to be assumed to say how much is in dry mass or in mass as sold. */
    boolean assumesMoisture(String analyte, boolean dry) {
        return certificate.moisturePercent().isEmpty() && results(analyte).anyMatch(result -> result.basis() == Basis.NOT_STATED || (result.basis() == Basis.DRY) != dry);
    }

    /** mg in each ml, where so stated. */
    Optional<Range> perMillilitre(String analyte) {
        return of(analyte, Per.MILLILITRE);
    }

    /** mg in one capsule, tablet or bottle. */
    Optional<Range> perPiece(String analyte) {
        Optional<Range> stated = of(analyte, Per.PIECE);
        return stated.isPresent() || certificate.pieceGrams().isEmpty() ? stated : perGram(analyte, false).map(each -> each.times(certificate.pieceGrams().getAsDouble()));
    }

    Optional<Range> perServing(String analyte) {
        Optional<Range> stated = of(analyte, Per.SERVING);
        return stated.isPresent() ? stated : certificate.serving().flatMap(serving -> in(analyte, serving));
    }

    Optional<Range> perPackage(String analyte) {
        Optional<Range> stated = of(analyte, Per.PACKAGE);
        if (stated.isPresent()) {
            return stated;
        }
        Optional<Range> whole = certificate.packageAmount().flatMap(amount -> in(analyte, amount));
        return whole.isPresent() || certificate.servingsPerPackage().isEmpty() ? whole : perServing(analyte).map(each -> each.times(certificate.servingsPerPackage().getAsDouble()));
    }

    /** mg in so much of the product. */
    Optional<Range> in(String analyte, Amount amount) {
        return (switch (amount.unit()) {
            case GRAM -> perGram(analyte, false);
            case MILLILITRE -> perMillilitre(analyte);
            case PIECE -> perPiece(analyte);
        }).map(each -> each.times(amount.number()));
    }

    /** g of product in so much of it. */
    OptionalDouble grams(Amount amount) {
        return switch (amount.unit()) {
            case GRAM -> OptionalDouble.of(amount.number());
            case PIECE -> certificate.pieceGrams().isPresent() ? OptionalDouble.of(amount.number() * certificate.pieceGrams().getAsDouble()) : OptionalDouble.empty();
            case MILLILITRE -> OptionalDouble.empty();
        };
    }

    private Optional<Double> gramsOf(Per per) {
        Optional<Amount> amount = switch (per) {
            case GRAM -> Optional.of(new Amount(1, Unit.GRAM));
            case PIECE -> Optional.of(new Amount(1, Unit.PIECE));
            case SERVING -> certificate.serving();
            case PACKAGE -> certificate.packageAmount();
            case MILLILITRE -> Optional.empty();
        };
        OptionalDouble grams = amount.map(this::grams).orElse(OptionalDouble.empty());
        return grams.isPresent() ? Optional.of(grams.getAsDouble()) : Optional.empty();
    }

    private Optional<Range> of(String analyte, Per per) {
        return results(analyte).map(Amounts::mass).flatMap(Optional::stream).filter(mass -> mass.per() == per).map(Value.Mass::milligrams).reduce(Range::with);
    }

    /** A result as mg: what was looked for and not found lies below the limit, if that is stated. */
    private static Optional<Value.Mass> mass(Result result) {
        return switch (result.value()) {
            case Value.Mass mass -> Optional.of(mass);
            case Value.NotDetected(OptionalDouble limit, Per per) when limit.isPresent() -> Optional.of(new Value.Mass(new Range(0, limit.getAsDouble()), per));
            case Value.NotDetected _, Value.Count _, Value.Absent _, Value.Present _ -> Optional.empty();
        };
    }
}
