package ketum.engine.data;

import java.util.List;
import ketum.engine.data.Covariate.Rule;

/** Whether each covariate is given where its rule needs it. */
final class CovariateRules {

    private CovariateRules() {
    }

    static void check(List<Covariate> covariates, List<DataRecord> records, int[] lines, Problems problems) {
        for (int c = 0; c < covariates.size(); c++) {
            for (int from = 0; from < records.size() && !problems.full();) {
                int end = from + 1;
                while (end < records.size() && records.get(end).id().equals(records.get(from).id())) {
                    end++;
                }
                subject(covariates.get(c), c, records, lines, from, end, problems);
                from = end;
            }
        }
        for (int i = 0; i < records.size() && !problems.full(); i++) {
            DataRecord record = records.get(i);
            if (record.covariates().size() != covariates.size()) {
                problems.add(lines[i], "", record.covariates().size() + " covariates where " + covariates.size() + " are declared");
            }
        }
    }

    private static void subject(Covariate covariate, int c, List<DataRecord> records, int[] lines, int from, int end, Problems problems) {
        String name = covariate.name();
        String who = "subject " + Problems.quote(records.get(from).id());
        double first = Double.NaN;
        for (int i = from; i < end; i++) {
            if (records.get(i).covariates().size() <= c) {
                return;
            }
            double value = records.get(i).covariates().get(c);
            if (Double.isInfinite(value)) {
                problems.add(lines[i], name, "is not finite");
            } else if (covariate.rule() == Rule.CONSTANT && !Double.isNaN(value)) {
                if (!Double.isNaN(first) && value != first) {
                    problems.add(lines[i], name, "found " + DataSetWriter.number(value) + " after " + DataSetWriter.number(first) + " for " + who
                            + "; how it changes in between is not said: declare locf, nocb or linear, e.g. by the line #! " + name + ": locf");
                    return;
                }
                first = value;
            }
        }
        if (covariate.rule() == Rule.CONSTANT) {
            if (Double.isNaN(first)) {
                problems.add(lines[from], name, "no record of " + who + " has a value");
            }
            return;
        }
        boolean needsFirst = covariate.rule() != Rule.NOCB;
        boolean needsLast = covariate.rule() != Rule.LOCF;
        for (int start = from; start < end;) {
            int last = stretch(records, start, end) - 1;
            // carried forward, a value also lives through a reset
            if (needsFirst && Double.isNaN(records.get(start).covariates().get(c)) && (start == from || covariate.rule() == Rule.LINEAR)) {
                problems.add(lines[start], name, "missing where " + who + " begins; "
                        + Directives.word(covariate.rule()) + " needs a value there");
            }
            if (needsLast && Double.isNaN(records.get(last).covariates().get(c))) {
                problems.add(lines[last], name, "missing where " + who + " ends; " + Directives.word(covariate.rule()) + " needs a value there");
            }
            start = last + 1;
        }
    }

    /** Index after the last record from {@code start} on over which a subject's time does not go back. */
    static int stretch(List<DataRecord> records, int start, int end) {
        int next = start + 1;
        while (next < end && records.get(next).time() >= records.get(next - 1).time()) {
            next++;
        }
        return next;
    }
}
