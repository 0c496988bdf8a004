package ketum.care.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import ketum.care.law.LawAnswer;
import ketum.kratom.data.Law;
import ketum.kratom.data.LawRule;
import ketum.kratom.data.Source;
import ketum.kratom.data.Status;

/**
 * What a certificate says about a product; the contract between {@code care} and {@code report}.
 *
 * @param form        as laws tell products apart; empty where the certificate does not say what the product is
 * @param daily       the stated daily intake, empty where none was stated
 * @param findings    what stands out, worst first
 * @param limits      each limit beside what the certificate says
 * @param missing     tests that are not on the certificate
 * @param law         where a place was named
 * @param verdict     whether the law as noted is against it there and then
 */
public record ProductReport(Certificate certificate, Optional<Law.Form> form, LocalDate on, Optional<Daily> daily, List<Finding> findings, List<LimitLine> limits,
                            List<String> missing, Optional<LawAnswer> law, Optional<Verdict> verdict, List<RuleLine> rules, List<LabelLine> label, List<Source> sources) {

    public ProductReport {
        findings = List.copyOf(findings);
        limits = List.copyOf(limits);
        missing = List.copyOf(missing);
        rules = List.copyOf(rules);
        label = List.copyOf(label);
        sources = List.copyOf(sources);
    }

    /** A stated intake. @param grams of product a day, empty where pieces of unknown mass were stated */
    public record Daily(Certificate.Amount amount, OptionalDouble grams) {}

    public enum Level { PROBLEM, CAUTION, CANNOT_TELL, FINE }

    /**
     * @param id         stable name
     * @param text       one plain sentence
     * @param arithmetic how it was worked out, empty where nothing was
     * @param grade      A to D as everywhere
     * @param sources    keys
     */
    public record Finding(String id, Level level, String text, String arithmetic, String grade, List<String> sources) {
        public Finding {
            sources = List.copyOf(sources);
        }
    }

    public enum Outcome {
        PASS, FAIL, AMBIGUOUS, CANNOT_TELL;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * One limit beside the certificate.
     *
     * @param set        whose limit, in plain words
     * @param limit      in {@code unit}
     * @param found      in {@code unit} (a day, for daily limits, at the stated intake); empty where the certificate or the intake does not say
     * @param share      of the limit, empty as {@code found}
     * @param reachedAt  g a day at which it is reached; empty for limits that are none a day
     * @param status     how the limit came here: unconfirmed ones are not shown as fact
     */
    public record LimitLine(String analyte, String panel, String set, Outcome outcome, double limit, String unit, Optional<Range> found, Optional<Range> share,
                            Optional<Range> reachedAt, String arithmetic, Status status, String source, String locator) {}

    /** One reading of a rule. */
    public record ReadingLine(String assuming, Outcome outcome, List<String> arithmetic) {}

    /**
     * One rule of a place worked out.
     *
     * @param place   whose rule
     * @param close   true where the limit lies within the assay's noise of what was measured
     */
    public record RuleLine(String place, LawRule rule, Outcome outcome, boolean close, List<ReadingLine> readings) {}

    /** A label element that the place requires. */
    public record LabelLine(String place, String id, String says, Outcome outcome) {}

    public enum Answer { FORBIDDEN, AMBIGUOUS, CANNOT_TELL, NO_RULE_AGAINST_IT_FOUND;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** @param reasons why, the weightiest first; @param proposed what rules that are only proposed would say */
    public record Verdict(Answer answer, List<String> reasons, List<String> proposed) {
        public Verdict {
            reasons = List.copyOf(reasons);
            proposed = List.copyOf(proposed);
        }
    }
}
