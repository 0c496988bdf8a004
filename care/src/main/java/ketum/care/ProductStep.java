package ketum.care;

import java.util.ArrayList;
import java.util.List;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.ProductFinding;
import ketum.care.Assessment.Quantity;
import ketum.care.Case.ProductUse;
import ketum.kratom.Alkaloid;
import ketum.kratom.Product;

/** What is in the product: mg of each alkaloid a dose and a day, with how it was known. */
final class ProductStep {

    private final Cohorts cohorts;
    private final Case input;

    ProductStep(Cohorts cohorts, Case input) {
        this.cohorts = cohorts;
        this.input = input;
    }

    ProductFinding finding() {
        Grade grade = grade();
        List<Quantity> perDose = new ArrayList<>();
        List<Quantity> perDay = new ArrayList<>();
        Summary summary = new Summary(cohorts);
        for (Alkaloid alkaloid : Alkaloid.values()) {
            double[] dose = new double[cohorts.subjects()];
            double[] day = new double[cohorts.subjects()];
            for (int subject = 0; subject < dose.length; subject++) {
                for (int p = 0; p < input.products().size(); p++) {
                    ProductUse use = input.products().get(p);
                    double mg = cohorts.milligramsPerUnit(subject, p, alkaloid) * use.use().amount();
                    dose[subject] = Math.max(dose[subject], mg);
                    day[subject] += mg * use.use().perDay();
                }
            }
            perDose.add(summary.quantity(alkaloid.id() + ".per_dose", alkaloid.id() + " in the largest dose", "mg", dose, grade));
            perDay.add(summary.quantity(alkaloid.id() + ".per_day", alkaloid.id() + " a day", "mg", day, grade));
        }
        return new ProductFinding(perDose, perDay, person(), clinician(), grade);
    }

    private Product.Content weakest() {
        Product.Content weakest = input.products().getFirst().product().content();
        for (ProductUse use : input.products()) {
            if (rank(use.product().content()) < rank(weakest)) {
                weakest = use.product().content();
            }
        }
        return weakest;
    }

    private static int rank(Product.Content content) {
        return switch (content) {
            case Product.Content.ByType _ -> 0;
            case Product.Content.ByLabel _ -> 1;
            case Product.Content.ByCertificate _ -> 2;
        };
    }

    private Grade grade() {
        return switch (weakest()) {
            case Product.Content.ByType _ -> Grades.CONTENT_BY_TYPE;
            case Product.Content.ByLabel _ -> Grades.CONTENT_BY_LABEL;
            case Product.Content.ByCertificate _ -> Grades.CONTENT_BY_CERTIFICATE;
        };
    }

    private String person() {
        return switch (weakest()) {
            case Product.Content.ByType _ -> "Nobody has tested your bag, so its strength is not known. Bags of the same kind differ by four times or more.";
            case Product.Content.ByLabel _ -> "We used the label, but labels are often wrong.";
            case Product.Content.ByCertificate _ -> "We used the laboratory test you gave.";
        };
    }

    private String clinician() {
        return switch (weakest()) {
            case Product.Content.ByType _ -> "Content by product type: log-normal over published assays; spread is between products and is carried as people differ.";
            case Product.Content.ByLabel _ -> "Content by label with the label error of the product kind; minor alkaloids by their ratio to mitragynine.";
            case Product.Content.ByCertificate _ -> "Content by certificate of analysis with 6 % assay noise; alkaloids not on it by their ratio to mitragynine.";
        };
    }
}
