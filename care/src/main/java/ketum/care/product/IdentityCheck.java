package ketum.care.product;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ketum.care.product.Certificate.Value;
import ketum.care.product.ProductReport.Finding;
import ketum.care.product.ProductReport.Level;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product.Strength;
import ketum.kratom.data.Law.Form;

/** Whether the alkaloids are those of the leaf, whether the label agrees with the assay, and whether the paper belongs to the product. */
final class IdentityCheck {

    /** 7-OH in dried leaf, mg/g, as one paper found it (secondary). */
    private static final Range NATURAL_SEVEN_OH = new Range(0.114, 0.393);
    /** Highest published mitragynine of dried leaf, mg/g (2.7 %, secondary). */
    private static final double MOST_IN_LEAF = 27;
    /** The three other main alkaloids beside mitragynine: 0.73 in the leaf of the K51 study. Below this share something was added or taken out: our own mark, grade D. */
    private static final double FEWEST_MINORS = 0.1;
    private static final List<String> MINORS = List.of("speciogynine", "paynantheine", "speciociliatine");
    private static final long OLD_DAYS = 365;

    private final Certificate certificate;
    private final Amounts amounts;
    private final Optional<Form> form;
    private final LocalDate on;

    IdentityCheck(Certificate certificate, Optional<Form> form, LocalDate on) {
        this.certificate = certificate;
        this.amounts = new Amounts(certificate);
        this.form = form;
        this.on = on;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        sum(findings);
        sevenHydroxy(findings);
        minors(findings);
        method(findings);
        laboratories(findings);
        label(findings);
        paper(findings);
        certificate.results().stream().filter(result -> result.analyte().isEmpty()).findFirst().ifPresent(first -> findings.add(new Finding("unknown-analytes", Level.CANNOT_TELL,
                "Ketum does not know and did not check: " + String.join(", ", certificate.results().stream().filter(result -> result.analyte().isEmpty()).map(Certificate.Result::name).toList()) + ".", "", "D", List.of("ketum"))));
        return findings;
    }

    private boolean grams() {
        return amounts.perGram("mitragynine", false).isPresent() || amounts.perGram("7-hydroxymitragynine", false).isPresent();
    }

    private Optional<Range> each(String analyte) {
        return grams() ? amounts.relative(analyte) : amounts.perPiece(analyte);
    }

    private void sum(List<Finding> findings) {
        Range sum = Range.exactly(0);
        List<String> terms = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String id : RuleCheck.FIVE) {
            Optional<Range> amount = each(id);
            if (amount.isPresent()) {
                sum = sum.plus(amount.get());
                terms.add(RuleCheck.name(id) + " " + amount.get().words());
            } else {
                absent.add(RuleCheck.name(id));
            }
        }
        if (terms.isEmpty()) {
            findings.add(new Finding("alkaloids", Level.CANNOT_TELL, "No kratom alkaloid has a number.", "", "D", List.of("ketum")));
            return;
        }
        String unit = grams() ? amounts.relativeUnit() : "mg a piece";
        findings.add(new Finding("alkaloids", absent.isEmpty() ? Level.FINE : Level.CANNOT_TELL, "Five main alkaloids: " + sum.words() + " " + unit
                + (absent.isEmpty() ? "." : ", without " + String.join(", ", absent) + ", which " + (absent.size() == 1 ? "is" : "are") + " not on the certificate."), String.join(" + ", terms), "A", List.of("law-ok-hb3574")));
    }

    private void sevenHydroxy(List<Finding> findings) {
        Optional<Range> found = amounts.perGram("7-hydroxymitragynine", true);
        if (found.isPresent()) {
            Range seven = found.get();
            String beside = seven.words() + " mg/g dry; dried leaf has been found to hold " + NATURAL_SEVEN_OH.words();
            List<String> sources = List.of("pmc12671409", "brown2025");
            if (seven.low() > NATURAL_SEVEN_OH.high() * (1 + RuleCheck.NOISE)) {
                findings.add(new Finding("seven-oh", Level.PROBLEM, "There is far more 7-OH in it than in leaf: at least " + Range.number(seven.low() / NATURAL_SEVEN_OH.high())
                        + " times as much. That points to 7-OH that was made or added. It is a strong opioid.", beside, "B", sources));
            } else if (seven.high() <= NATURAL_SEVEN_OH.high() * (1 + RuleCheck.NOISE)) {
                findings.add(new Finding("seven-oh", Level.FINE, "No more 7-OH than in leaf.", beside, "B", sources));
            } else {
                findings.add(new Finding("seven-oh", Level.CANNOT_TELL, "Whether it holds more 7-OH than leaf cannot be told.", beside, "B", sources));
            }
        } else {
            Optional<Range> piece = amounts.perPiece("7-hydroxymitragynine");
            findings.add(piece.isPresent() && piece.get().low() > 1
                    ? new Finding("seven-oh", Level.PROBLEM, "One piece holds " + piece.get().words() + " mg of 7-OH. That is no leaf: 2.5 g of leaf hold 1 mg at most.", "1 / 0.393 = 2.5 g of leaf for 1 mg", "B", List.of("pmc12671409"))
                    : new Finding("seven-oh", Level.CANNOT_TELL, "7-OH has no number on the certificate.", "", "D", List.of("ketum")));
        }
        boolean leaf = form.map(known -> known == Form.LEAF || known == Form.LEAF_CAPSULE).orElse(false);
        amounts.perGram("mitragynine", true).filter(range -> leaf && range.low() > MOST_IN_LEAF).ifPresent(range -> findings.add(new Finding("mitragynine", Level.CAUTION,
                "It holds more mitragynine than dried leaf was found to: it may be an extract, or leaf with extract added.", range.words() + " mg/g dry; leaf up to " + Range.number(MOST_IN_LEAF), "B", List.of("leksungnoen2022"))));
    }

    private void minors(List<Finding> findings) {
        Optional<Range> main = each("mitragynine");
        List<Range> found = MINORS.stream().map(this::each).flatMap(Optional::stream).toList();
        if (main.isEmpty() || main.get().high() == 0 || found.size() < MINORS.size()) {
            findings.add(new Finding("minor-alkaloids", Level.CANNOT_TELL, "Whether the smaller alkaloids of the leaf are there cannot be told: not all of them were measured. Without them, leaf cannot be told from a concentrate or a made product.", "", "B", List.of("brown2025")));
            return;
        }
        Range share = found.stream().reduce(Range.exactly(0), Range::plus).over(main.get());
        String arithmetic = "(" + String.join(" + ", found.stream().map(Range::words).toList()) + ") / " + main.get().words() + " = " + share.words() + "; 0.73 in the leaf of the K51 study";
        findings.add(share.high() < FEWEST_MINORS
                ? new Finding("minor-alkaloids", Level.PROBLEM, "The smaller alkaloids of the leaf are nearly missing. That points to a purified concentrate or a made product.", arithmetic, "D", List.of("brown2025", "napdi-k51"))
                : new Finding("minor-alkaloids", Level.FINE, "The smaller alkaloids of the leaf are there.", arithmetic, "B", List.of("napdi-k51")));
    }

    private void method(List<Finding> findings) {
        if (!amounts.tested("7-hydroxymitragynine") && !amounts.tested("mitragynine pseudoindoxyl")) {
            return;
        }
        boolean gas = amounts.results("7-hydroxymitragynine").anyMatch(result -> result.method().toUpperCase(Locale.ROOT).matches(".*\\bGC.*"));
        if (gas && certificate.separatesPseudoindoxyl().isEmpty() || certificate.separatesPseudoindoxyl().map(separates -> !separates).orElse(false)) {
            findings.add(new Finding("method", Level.PROBLEM, "The method cannot tell 7-OH from mitragynine pseudoindoxyl" + (gas ? " (GC-MS: both have the formula C23H30N2O5)" : "")
                    + ". What is reported as 7-OH may be the other, which is in Schedule I in the USA at any amount.", "", "B", List.of("cfsre2025")));
        } else if (certificate.separatesPseudoindoxyl().isEmpty()) {
            findings.add(new Finding("method", Level.CANNOT_TELL, "The certificate does not say whether the method tells 7-OH from mitragynine pseudoindoxyl. Ask the laboratory.", "", "B", List.of("cfsre2025")));
        }
    }

    private void laboratories(List<Finding> findings) {
        for (Alkaloid alkaloid : Alkaloid.values()) {
            List<Range> each = amounts.results(alkaloid.id()).filter(result -> result.value() instanceof Value.Mass mass && mass.per() == Certificate.Per.GRAM)
                    .map(result -> ((Value.Mass) result.value()).milligrams()).toList();
            for (int i = 1; i < each.size(); i++) {
                Range ratio = each.get(i).over(each.getFirst());
                double apart = NOISE_OF_TWO;
                if (ratio.low() > 1 + apart || ratio.high() < 1 - apart) {
                    findings.add(new Finding("laboratories." + alkaloid.id(), Level.CAUTION, "Laboratories disagree on " + RuleCheck.name(alkaloid.id()) + " by more than assay noise.",
                            each.getFirst().words() + " and " + each.get(i).words() + " mg/g; two assays of 7 % RSD lie within 20 % of one another", "B", List.of("fda-lib4578")));
                }
            }
        }
        if (certificate.accreditation().isEmpty()) {
            findings.add(new Finding("accreditation", Level.CAUTION, "The certificate names no accreditation (ISO 17025) of the laboratory.", "", "D", List.of("ketum")));
        }
    }

    /** 2 x sqrt(2) x 7 %. */
    private static final double NOISE_OF_TWO = 0.2;

    private void label(List<Finding> findings) {
        for (Alkaloid alkaloid : Alkaloid.values()) {
            Strength claim = certificate.claims().get(alkaloid);
            if (claim == null) {
                continue;
            }
            Optional<Range> assay = switch (claim.per()) {
                case GRAM -> amounts.perGram(alkaloid.id(), false);
                case MILLILITRE -> amounts.perMillilitre(alkaloid.id());
                case UNIT -> amounts.perPiece(alkaloid.id());
            };
            String name = RuleCheck.name(alkaloid.id());
            if (assay.isEmpty() || claim.value() == 0) {
                findings.add(new Finding("label." + alkaloid.id(), Level.CANNOT_TELL, "The label's " + name + " cannot be compared: the certificate has no number in the same unit.", "", "D", List.of("ketum")));
                continue;
            }
            Range ratio = assay.get().times(1 / claim.value());
            boolean agrees = ratio.low() <= 1 + RuleCheck.NOISE && ratio.high() >= 1 - RuleCheck.NOISE;
            String per = switch (claim.per()) {
                case GRAM -> "mg/g";
                case MILLILITRE -> "mg/ml";
                case UNIT -> "mg a piece";
            };
            findings.add(new Finding("label." + alkaloid.id(), agrees ? Level.FINE : Level.PROBLEM, "Label and assay of " + name + (agrees ? " agree within assay noise." : " do not agree: the assay found "
                    + (ratio.low() > 1 ? "more" : "less") + " than the label says."), "assay " + assay.get().words() + " / label " + Range.number(claim.value()) + " " + per + " = " + ratio.words() + "; noise 4 to 7 % RSD, so 0.86 to 1.14", "B", List.of("fda-lib4578")));
        }
    }

    private void paper(List<Finding> findings) {
        certificate.expires().filter(day -> on.isAfter(day)).ifPresent(day -> findings.add(new Finding("expired", Level.PROBLEM, "The certificate or lot expired on " + day + ".", "", "A", List.of("ketum"))));
        if (certificate.date().isEmpty()) {
            findings.add(new Finding("date", Level.CAUTION, "The certificate has no date.", "", "D", List.of("ketum")));
        } else if (ChronoUnit.DAYS.between(certificate.date().get(), on) > OLD_DAYS) {
            findings.add(new Finding("date", Level.CAUTION, "The analysis is " + ChronoUnit.DAYS.between(certificate.date().get(), on) + " days old. Leaf changes in storage, and lots differ.", "", "D", List.of("ketum")));
        } else if (certificate.date().get().isAfter(on)) {
            findings.add(new Finding("date", Level.CAUTION, "The analysis is of " + certificate.date().get() + ", after the day asked about.", "", "A", List.of("ketum")));
        }
        if (certificate.lot().isEmpty()) {
            findings.add(new Finding("lot", Level.CAUTION, "The certificate names no lot, so it may belong to another product.", "", "D", List.of("ketum")));
        } else if (certificate.labelLot().isEmpty()) {
            findings.add(new Finding("lot", Level.CANNOT_TELL, "Compare lot " + certificate.lot() + " with the lot on your package (label_lot): they must be the same.", "", "D", List.of("ketum")));
        } else if (!certificate.labelLot().equalsIgnoreCase(certificate.lot())) {
            findings.add(new Finding("lot", Level.PROBLEM, "The certificate is of lot " + certificate.lot() + ", the package is of lot " + certificate.labelLot() + ": it says nothing about this package.", "", "A", List.of("ketum")));
        }
    }
}
