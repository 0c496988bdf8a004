package ketum.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What the statements say about one variable, which may have names in several instances of models.
 *
 * <p>A model may say a thing once. What a model says about a variable of its part counts instead of what the part says.
 */
final class Variable {

    enum Kind { STATE, ASSIGNMENT, PARAMETER }

    private String id;
    private int depth;
    private Token first;
    /** The variable that this one has become the same as. */
    private Variable same;
    private Formula initial;
    private Formula rate;
    private Formula assignment;
    private final List<Formula> units = new ArrayList<>();
    /** Values that others stand in place of; their units still count. */
    private final List<Formula> replaced = new ArrayList<>();
    private Token asConstant;
    private Token asVariable;
    private boolean changed;
    private int place;

    Variable(String id, int depth, Token first) {
        this.id = id;
        this.depth = depth;
        this.first = first;
    }

    /** This variable, or the one that it is the same as. */
    Variable same() {
        Variable last = this;
        while (last.same != null) {
            last = last.same;
        }
        if (same != null) {
            same = last; // so that long chains stay quick
        }
        return last;
    }

    boolean merged() {
        return same != null;
    }

    String id() {
        return id;
    }

    /** Where the name occurs first on the left of a statement. */
    Token first() {
        return first;
    }

    /** Where the rule, or else the value, is given. */
    Token where() {
        return rate != null ? rate.at() : assignment != null ? assignment.at() : initial != null ? initial.at() : first;
    }

    Kind kind() {
        return rate != null ? Kind.STATE : assignment != null ? Kind.ASSIGNMENT : Kind.PARAMETER;
    }

    Formula initial() {
        return initial;
    }

    /** Rate or assignment; null where there is neither. */
    Formula rule() {
        return rate != null ? rate : assignment;
    }

    List<Formula> units() {
        return units;
    }

    List<Formula> replaced() {
        return replaced;
    }

    Token asConstant() {
        return asConstant;
    }

    Token asVariable() {
        return asVariable;
    }

    /** Some event assigns to it. */
    boolean changed() {
        return changed;
    }

    /** Place of its rate rule among the lines of the model with its parts put in. */
    int place() {
        return place;
    }

    void initial(Formula value) {
        requireOnce(initial, value, "a value");
        requireNoValueAndAssignment(assignment, value);
        replace(initial);
        initial = value;
    }

    void assignment(Formula formula) {
        requireOnce(rule(), formula, "a rule");
        if (initial != null && initial.scope() == formula.scope()) {
            requireNoValueAndAssignment(initial, formula);
        }
        requireNoOther(rate, formula, "rate");
        replace(initial);
        initial = null;
        assignment = formula;
    }

    void rate(Formula formula, int atPlace) {
        requireOnce(rule(), formula, "a rule");
        requireNoOther(assignment, formula, "assignment");
        rate = formula;
        place = atPlace;
    }

    void unit(Formula unit) {
        for (Formula earlier : units) {
            if (earlier.scope() == unit.scope()) {
                requireOnce(earlier, unit, "a unit");
            }
        }
        units.add(unit);
    }

    void asConstant(Token at) {
        asConstant = at;
    }

    void asVariable(Token at) {
        asVariable = at;
    }

    void changedByEvent() {
        changed = true;
    }

    /**
     * Makes this variable the same as another. As in libAntimony, what is said about the other counts first, and its id remains,
     * except that the id of a variable nearer to the main model remains in any case.
     */
    void become(Variable other, Token at) {
        if (other == this) {
            return;
        }
        if (assignment != null && (other.initial != null || other.rate != null) || rate != null && other.assignment != null) {
            Formula one = rule();
            throw Place.problem(at, "`" + id + "` and `" + other.id + "` cannot be the same: one follows a rule (" + Place.of(one.at(), at)
                    + "), the other has a value or rule of another kind (" + Place.of(other.where(), at) + ")");
        }
        requireOneSays(initial, other.initial, "a value", at);
        requireOneSays(rule(), other.rule(), "a rule", at);
        if (initial != null) {
            if (other.initial == null && other.assignment == null) {
                other.initial = initial;
            } else {
                other.replace(initial);
            }
        }
        if (assignment != null && other.assignment == null) {
            other.assignment = assignment;
        }
        if (rate != null && other.rate == null) {
            other.rate = rate;
            other.place = place;
        }
        other.units.addAll(units);
        other.replaced.addAll(replaced);
        other.asConstant = other.asConstant != null ? other.asConstant : asConstant;
        other.asVariable = other.asVariable != null ? other.asVariable : asVariable;
        other.changed |= changed;
        if (depth < other.depth) {
            other.id = id;
            other.depth = depth;
            other.first = first;
        }
        same = other;
    }

    private void replace(Formula value) {
        if (value != null) {
            replaced.add(value);
        }
    }

    private void requireOnce(Formula earlier, Formula now, String what) {
        if (earlier != null && earlier.scope() == now.scope()) {
            throw Place.problem(now.at(), "`" + now.path().getText() + "` is given " + what + " twice; the first is in "
                    + Place.of(earlier.at(), now.at()));
        }
    }

    private static void requireOneSays(Formula one, Formula other, String what, Token at) {
        if (one != null && other != null && one.scope() == other.scope()) {
            throw Place.problem(at, "`" + one.path().getText() + "` and `" + other.path().getText() + "` are the same here and are given "
                    + what + " twice, in " + Place.of(one.at(), at) + " and in " + Place.of(other.at(), at));
        }
    }

    private void requireNoValueAndAssignment(Formula earlier, Formula now) {
        if (earlier != null) {
            throw Place.problem(now.at(), "`" + now.path().getText() + "` has both a start value (=) and an assignment rule (:=, or =, in "
                    + Place.of(earlier.at(), now.at()) + "); keep one");
        }
    }

    private void requireNoOther(Formula earlier, Formula now, String kind) {
        if (earlier != null) {
            throw Place.problem(now.at(), "`" + now.path().getText() + "` already has a rule of another kind, a rule of " + kind + ", in "
                    + Place.of(earlier.at(), now.at()));
        }
    }
}
