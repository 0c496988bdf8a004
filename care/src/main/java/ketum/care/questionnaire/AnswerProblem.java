package ketum.care.questionnaire;

import java.util.List;

/** Answers cannot be added up. The message names each thing that is wrong: where, what was found, what is accepted. */
public final class AnswerProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final boolean crisisNotExcluded;

    AnswerProblem(List<String> problems, boolean crisisNotExcluded) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.crisisNotExcluded = crisisNotExcluded;
    }

    public List<String> problems() {
        return problems;
    }

    /** Whether the answer on thoughts of death may be above zero, as far as it could be read: crisis help must be shown. */
    public boolean crisisNotExcluded() {
        return crisisNotExcluded;
    }
}
