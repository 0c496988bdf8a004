package ketum.care.casefile;

import java.util.List;
import java.util.stream.Collectors;

/** The fields of a certificate of analysis. */
final class CertificateFields {

    static final String UNITS = "mg/g, %, ppm, mg/ml or mg/unit";

    static final List<Field> TOP = List.of(
            new Field("", "product", "not stated", "up to 200 characters", "green powder"),
            new Field("", "lot", "not stated", "up to 200 characters", "A12"),
            new Field("", "laboratory", "required", "up to 200 characters", "name of the laboratory"),
            new Field("", "date", "not stated", "a date, not in the future", "2026-09-01"),
            new Field("", "matrix", "not stated", "up to 200 characters: what was analysed", "dried leaf"),
            new Field("", "results", "required", "a list of up to 500 results", "[{analyte: mitragynine, value: 15.2, unit: mg/g}]"),
            new Field("", "accreditation", "not stated", "up to 200 characters: the laboratory's ISO 17025 number", "L-1234"),
            new Field("", "expires", "not stated", "a date", "2027-09-01"),
            new Field("", "type", "from matrix, or not known", "a product type", "capsules"),
            new Field("", "unit_mass", "not stated", "the mass of one capsule or tablet, from 0.01 to 50 g", "0.6 g"),
            new Field("", "serving", "not stated", "what the label calls a serving, in g, ml or pieces", "2 g"),
            new Field("", "servings_per_package", "not stated", "a number above 0", "30"),
            new Field("", "package", "not stated", "what is in one package, in g, ml or pieces", "60 capsules"),
            new Field("", "moisture", "not stated", "water in the product in %, from 0 to 90", "8 %"),
            new Field("", "basis", "not stated", "dry or as is, for results that do not say", "dry"),
            new Field("", "separates_pseudoindoxyl", "unknown", "yes, no or unknown (does the method tell 7-OH from mitragynine pseudoindoxyl?)", "yes"),
            new Field("", "label", "not stated", "what the label says of strength, as in a case file", "{mitragynine: 30 mg/capsule}"),
            new Field("", "label_lot", "not stated", "the lot on the package", "A12"),
            new Field("", "label_states", "not looked at", "a list of label elements", "[habit-forming, processor]"),
            new Field("", "sha256", "not stated", "SHA-256 of the laboratory's document, 64 digits 0-9 and a-f", "0".repeat(64)));

    static final List<Field> RESULT = List.of(
            new Field("results[]", "analyte", "required", "the name of what was measured", "mitragynine"),
            new Field("results[]", "value", "required", "a number of 0 or more, or not detected", "15.2"),
            new Field("results[]", "unit", "required", UNITS + "; any unit for other analytes", "mg/g"),
            new Field("results[]", "qualifier", "the value was measured", "\"<\" where the result is below value", "\"<\""),
            new Field("results[]", "loq", "not stated", "the limit of quantification, a number above 0 in the same unit", "0.124"),
            new Field("results[]", "lod", "not stated", "the limit of detection, a number above 0 in the same unit", "0.04"),
            new Field("results[]", "basis", "the certificate's", "dry or as is", "dry"),
            new Field("results[]", "method", "not stated", "up to 200 characters", "HPLC-DAD"),
            new Field("results[]", "laboratory", "the certificate's", "up to 200 characters", "another laboratory"));

    private CertificateFields() {}

    static String names(List<Field> fields) {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
