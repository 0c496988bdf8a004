package ketum.care.product;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ketum.care.law.LawAnswer;
import ketum.care.product.ProductReport.Answer;
import ketum.care.product.ProductReport.LabelLine;
import ketum.care.product.ProductReport.Outcome;
import ketum.care.product.ProductReport.RuleLine;
import ketum.care.product.ProductReport.Verdict;
import ketum.kratom.data.LabelElements;
import ketum.kratom.data.Law;
import ketum.kratom.data.Law.Form;
import ketum.kratom.data.Law.Standing;
import ketum.kratom.data.LawRule;
import ketum.kratom.data.Status;

/** Whether the law of a place, as noted, is against a product: its standing and every rule, each as it is written. */
final class Lawfulness {

    private final Certificate certificate;
    private final Optional<Form> form;
    private final LawAnswer law;

    Lawfulness(Certificate certificate, Optional<Form> form, LawAnswer law) {
        this.certificate = certificate;
        this.form = form;
        this.law = law;
    }

    /** Rules of every level: a nearer place adds to those above it. */
    List<RuleLine> rules() {
        RuleCheck check = new RuleCheck(certificate, form);
        List<RuleLine> lines = new ArrayList<>();
        law.levels().forEach(level -> level.entry().ifPresent(entry -> entry.rules().forEach(rule -> check.line(level.place(), rule).ifPresent(lines::add))));
        return lines;
    }

    List<LabelLine> label() {
        List<LabelLine> lines = new ArrayList<>();
        law.levels().forEach(level -> level.entry().ifPresent(entry -> entry.labelElements().forEach(id -> lines.add(new LabelLine(level.place(), id, LabelElements.standard().get(id),
                certificate.labelStates().map(stated -> stated.contains(id) ? Outcome.PASS : Outcome.FAIL).orElse(Outcome.CANNOT_TELL))))));
        return lines;
    }

    Verdict verdict(List<RuleLine> rules, List<LabelLine> label) {
        List<String> forbidden = new ArrayList<>();
        List<String> ambiguous = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> proposed = new ArrayList<>();
        standing(forbidden, ambiguous, open);
        for (RuleLine line : rules) {
            String said = line.place() + ": " + line.rule().text();
            if (line.rule().binding() == LawRule.Binding.PROPOSED) {
                proposed.add(line.outcome().label() + " under the proposal of " + said);
            } else if (line.rule().status() == Status.UNCONFIRMED) {
                open.add("A rule that nobody confirmed says " + line.outcome().label() + ": " + said);
            } else {
                switch (line.outcome()) {
                    case FAIL -> forbidden.add("Does not meet a rule of " + said);
                    case AMBIGUOUS -> ambiguous.add("Meets a rule or not, as it is read: " + said);
                    case CANNOT_TELL -> open.add("Cannot be told from this certificate: " + said);
                    case PASS -> { }
                }
            }
        }
        Set<String> lacking = new TreeSet<>();
        label.stream().filter(line -> line.outcome() == Outcome.FAIL).forEach(line -> lacking.add(line.says()));
        if (!lacking.isEmpty()) {
            forbidden.add("The label lacks what the place requires: " + String.join("; ", lacking) + ".");
        }
        label.stream().filter(line -> line.outcome() == Outcome.CANNOT_TELL).findFirst().ifPresent(_ -> open.add("The label was not looked at (label_states)."));
        Answer answer = !forbidden.isEmpty() ? Answer.FORBIDDEN : !ambiguous.isEmpty() ? Answer.AMBIGUOUS
                : open.stream().anyMatch(reason -> !reason.startsWith("A rule that nobody confirmed")) ? Answer.CANNOT_TELL : Answer.NO_RULE_AGAINST_IT_FOUND;
        List<String> reasons = new ArrayList<>(forbidden);
        reasons.addAll(ambiguous);
        reasons.addAll(open);
        return new Verdict(answer, reasons, proposed);
    }

    private void standing(List<String> forbidden, List<String> ambiguous, List<String> open) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        Set<Form> forms = form.isPresent() ? EnumSet.of(form.get()) : EnumSet.allOf(Form.class);
        forms.forEach(each -> standings.add(law.forms().get(each).value()));
        String what = form.map(each -> "Products of this kind (" + each.label() + ")").orElse("Kratom");
        String where = form.map(each -> law.forms().get(each).place()).orElse(law.place());
        if (standings.stream().allMatch(Standing::forbids)) {
            forbidden.add(what + " may not be sold in " + where + ": " + standings.iterator().next().label() + ".");
        } else if (standings.stream().anyMatch(Standing::forbids)) {
            open.add("Some products are forbidden in " + where + ", and the certificate does not say what this one is.");
        }
        if (standings.contains(Standing.CONFLICTING)) {
            ambiguous.add("Sources disagree on the law of " + where + ".");
        }
        if (standings.contains(Standing.UNKNOWN)) {
            open.add("The law of " + where + " on that day is not known here.");
        }
        for (LawAnswer.Level level : law.levels()) {
            Optional<Law.Entry> entry = level.entry();
            if (entry.isPresent() && !level.dated()) {
                ambiguous.add("The day on which the rule of " + level.name() + " begins or ends is not known exactly.");
            }
        }
    }
}
