package ketum.engine.data;

import java.util.HashMap;
import java.util.Map;
import ketum.engine.data.DataRecord.SteadyState;

/** What a record must be to mean something, and how records of a subject follow each other. Holds the place in the file. */
final class RecordRules {

    private final Problems problems;
    private final Map<String, Integer> lastLineBySubject = new HashMap<>();
    private DataRecord before;
    private int lineBefore;

    RecordRules(Problems problems) {
        this.problems = problems;
    }

    void check(DataRecord record, int line) {
        follows(record, line);
        numbers(record, line);
        if (record.event().doses()) {
            dose(record, line);
        } else {
            nothingGiven(record, line);
        }
        before = record;
        lineBefore = line;
        lastLineBySubject.put(record.id(), line);
    }

    private void follows(DataRecord record, int line) {
        if (record.id().isBlank() || !record.id().equals(record.id().strip()) || Fields.missing(record.id())
                || record.id().chars().anyMatch(Character::isISOControl)) {
            problems.add(line, "ID", "a record must say whose it is; found " + Problems.quote(record.id()));
            return;
        }
        boolean same = before != null && before.id().equals(record.id());
        if (!same && lastLineBySubject.containsKey(record.id())) {
            problems.add(line, "ID", "the records of subject " + Problems.quote(record.id()) + " stand apart (the last was on line "
                    + lastLineBySubject.get(record.id()) + "); put them together, or give the later ones another ID");
        } else if (same && record.time() < before.time() && !record.event().resets()) {
            problems.add(line, "TIME", DataSetWriter.number(record.time()) + " is before " + DataSetWriter.number(before.time())
                    + " on line " + lineBefore + "; time must not go back within a subject except at a reset (EVID 3 or 4)");
        }
    }

    private void numbers(DataRecord record, int line) {
        finite(line, "TIME", record.time());
        finite(line, "AMT", record.amount());
        finite(line, "RATE", record.rate());
        finite(line, "DUR", record.duration());
        finite(line, "II", record.interval());
        if (Double.isInfinite(record.dv())) {
            problems.add(line, "DV", "is not finite");
        }
        if (!record.missing() && Double.isNaN(record.dv())) {
            problems.add(line, "DV", "missing, and MDV is 0; MDV must be 1 where there is no observation");
        }
        if (record.compartment().startsWith("-")) {
            problems.add(line, "CMT", "found " + Problems.quote(record.compartment())
                    + "; switching a compartment off is not supported, use a state's number from 1, or its name");
        }
    }

    private void finite(int line, String field, double value) {
        if (!Double.isFinite(value)) {
            problems.add(line, field, "missing or not finite");
        }
    }

    private void nothingGiven(DataRecord record, int line) {
        String event = "EVID is " + record.event().ordinal() + ", which gives nothing, so this must be 0 or missing";
        none(line, "AMT", record.amount(), event);
        none(line, "RATE", record.rate(), event);
        none(line, "DUR", record.duration(), event);
        none(line, "II", record.interval(), event);
        none(line, "ADDL", record.additional(), event);
        none(line, "SS", record.steadyState().ordinal(), event);
    }

    private void none(int line, String field, double value, String why) {
        if (value != 0) {
            problems.add(line, field, "found " + DataSetWriter.number(value) + "; " + why);
        }
    }

    private void dose(DataRecord record, int line) {
        double rate = record.rate();
        boolean modelled = rate == DataRecord.MODELLED_RATE || rate == DataRecord.MODELLED_DURATION;
        if (record.amount() < 0) {
            problems.add(line, "AMT", "found " + DataSetWriter.number(record.amount()) + "; an amount is 0 or more");
        }
        if (rate < 0 && !modelled) {
            problems.add(line, "RATE", "found " + DataSetWriter.number(rate) + "; accepted are 0 (at once), a rate above 0, "
                    + "-1 (the model gives the rate) and -2 (the model gives the duration)");
        }
        if (record.duration() < 0) {
            problems.add(line, "DUR", "found " + DataSetWriter.number(record.duration()) + "; a duration is 0 or more");
        }
        if (record.duration() > 0 && rate != 0) {
            problems.add(line, "DUR", "RATE and DUR are both given; one follows from the other, leave one of them 0");
        }
        if (record.interval() < 0) {
            problems.add(line, "II", "found " + DataSetWriter.number(record.interval()) + "; an interval is 0 or more");
        }
        if (record.additional() < 0) {
            problems.add(line, "ADDL", "found " + record.additional() + "; the number of further doses is 0 or more "
                    + "(NONMEM's steady state by a negative ADDL is written SS = 1 here)");
        }
        if (record.additional() > 0 && record.interval() == 0) {
            problems.add(line, "II", "0, but ADDL asks for " + record.additional() + " further doses; say how far apart");
        }
        boolean nothing = record.amount() == 0;
        boolean infusion = rate > 0 || modelled || record.duration() > 0;
        if (record.steadyState() == SteadyState.NONE) {
            if (nothing && rate > 0) {
                problems.add(line, "AMT", "0, but RATE is given; an infusion needs its amount "
                        + "(AMT 0 with RATE means a rate that went on for ever, and needs SS)");
            }
        } else if (!nothing && record.interval() == 0) {
            problems.add(line, "II", "0, but SS is " + record.steadyState().ordinal() + "; say how far apart the doses were");
        } else if (nothing && infusion && (record.interval() > 0 || record.additional() > 0)) {
            problems.add(line, "AMT", "0 with RATE and SS is an infusion that went on for ever: II and ADDL must be 0");
        } else if (nothing && (rate == DataRecord.MODELLED_DURATION || record.duration() > 0)) {
            problems.add(line, "RATE", "an infusion that went on for ever has a rate, not a duration");
        }
    }
}
