package ketum.care.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import ketum.care.law.LawAnswer;
import ketum.care.product.ProductReport.Daily;
import ketum.care.product.ProductReport.Finding;
import ketum.care.product.ProductReport.LabelLine;
import ketum.care.product.ProductReport.LimitLine;
import ketum.care.product.ProductReport.RuleLine;
import ketum.care.product.ProductReport.Verdict;
import ketum.kratom.Product.Type;
import ketum.kratom.data.Law.Form;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;

/** Checks a certificate of analysis. Fast: reads one table and nothing of the model. */
public final class ProductCheck {

    private ProductCheck() {
    }

    /**
     * @param on    the day asked about
     * @param daily the stated daily intake; nothing is worked out for any other
     * @param law   the law of the place, where one was named
     */
    public static ProductReport run(Certificate certificate, LocalDate on, Optional<Certificate.Amount> daily, Optional<LawAnswer> law) {
        Optional<Form> form = certificate.type().map(ProductCheck::form);
        Amounts amounts = new Amounts(certificate);
        Optional<Daily> intake = daily.map(amount -> new Daily(amount, amounts.grams(amount)));
        ContaminantCheck contaminants = new ContaminantCheck(certificate, form, intake);
        List<LimitLine> limits = contaminants.lines();
        List<Finding> findings = new ArrayList<>(new IdentityCheck(certificate, form, on).findings());
        findings.addAll(ContaminantCheck.findings(limits));
        findings.sort(Comparator.comparing(Finding::level));
        Optional<Lawfulness> lawfulness = law.map(answer -> new Lawfulness(certificate, form, answer));
        List<RuleLine> rules = lawfulness.map(Lawfulness::rules).orElse(List.of());
        List<LabelLine> label = lawfulness.map(Lawfulness::label).orElse(List.of());
        Optional<Verdict> verdict = lawfulness.map(each -> each.verdict(rules, label));
        return new ProductReport(certificate, form, on, intake, findings, limits, contaminants.missing(), law, verdict, rules, label, sources(findings, limits, law));
    }

    /** What laws call a product of this type. */
    public static Form form(Type type) {
        return switch (type) {
            case LEAF_POWDER, TEA -> Form.LEAF;
            case CAPSULES -> Form.LEAF_CAPSULE;
            case EXTRACT, SHOT -> Form.EXTRACT;
            case SEVEN_HYDROXY_TABLET -> Form.SEVEN_OH_PRODUCT;
            case PSEUDOINDOXYL_TABLET, MGM_TABLET -> Form.SYNTHETIC_PRODUCT;
        };
    }

    private static List<Source> sources(List<Finding> findings, List<LimitLine> limits, Optional<LawAnswer> law) {
        TreeSet<String> keys = new TreeSet<>();
        findings.forEach(finding -> keys.addAll(finding.sources()));
        limits.forEach(limit -> keys.add(limit.source()));
        law.ifPresent(answer -> answer.sources().forEach(source -> keys.add(source.key())));
        return keys.stream().map(Sources.standard()::get).toList();
    }
}
