package ketum.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ketum.engine.model.antlr.AntimonyParser.ChangeContext;
import ketum.engine.model.antlr.AntimonyParser.EventContext;
import ketum.engine.model.antlr.AntimonyParser.OptionContext;
import ketum.engine.model.antlr.AntimonyParser.PathContext;
import org.antlr.v4.runtime.Token;

/** Reads what an event waits for and what it does; checks units. */
final class EventReader {

    private final ExpressionReader expressions;
    private final UnitCheck check;
    private final Map<String, Unit> units;
    private final Unit time;

    EventReader(ExpressionReader expressions, UnitCheck check, Map<String, Unit> units, Unit time) {
        this.expressions = expressions;
        this.check = check;
        this.units = units;
        this.time = time;
    }

    Model.Event read(Statements.Event event) {
        EventContext text = event.text();
        Scope scope = event.scope();
        boolean delayed = text.AFTER() != null;
        Token where = text.AT().getSymbol();
        Expression trigger = expressions.condition(text.expression(delayed ? 1 : 0), scope);
        check.balanced(where, () -> check.unit(trigger));
        Optional<Expression> delay = delayed ? Optional.of(expressions.value(text.expression(0), scope)) : Optional.empty();
        delay.ifPresent(after -> check.balanced(where, () -> check.require(time, "the delay of an event", after)));
        Map<String, OptionContext> options = options(text);
        Optional<Expression> priority = Optional.ofNullable(options.get("priority")).map(option -> expressions.value(option.expression(), scope));
        priority.ifPresent(rank -> check.balanced(where, () -> check.require(Unit.DIMENSIONLESS, "the priority of an event", rank)));
        return new Model.Event(event.id(), trigger, delay, priority, flag(options, "t0"), flag(options, "persistent"),
                flag(options, "fromtrigger"), changes(text, scope), where.getLine());
    }

    private ArrayList<Model.Change> changes(EventContext text, Scope scope) {
        var changes = new ArrayList<Model.Change>();
        var seen = new HashMap<Variable, ChangeContext>();
        for (ChangeContext change : text.change()) {
            Variable variable = scope.defined(change.path());
            String name = change.path().getText();
            if (seen.put(variable, change) != null) {
                throw Place.problem(change, "the event changes `" + name + "` twice; it does all its changes at once");
            }
            if (variable.kind() == Variable.Kind.ASSIGNMENT) {
                throw Place.problem(change, "`" + name + "` follows its assignment rule at every instant, so an event cannot change it; "
                        + "change what the rule uses");
            }
            if (variable.asConstant() != null) {
                throw Place.problem(variable.asConstant(), "`" + variable.id() + "` is declared const, but an event changes it");
            }
            Expression value = expressions.value(change.expression(), scope);
            check.balanced(change.getStart(), () -> check.require(units.get(variable.id()), "the new value of `" + name + "`", value));
            changes.add(new Model.Change(variable.id(), value));
        }
        return changes;
    }

    private static Map<String, OptionContext> options(EventContext text) {
        var options = new HashMap<String, OptionContext>();
        for (OptionContext option : text.option()) {
            String name = option.NAME().getText().toLowerCase(java.util.Locale.ROOT);
            if (!name.matches("priority|t0|persistent|fromtrigger")) {
                throw Place.problem(option.NAME().getSymbol(), "an event has no option `" + option.NAME().getText()
                        + "`; it has priority, t0, persistent and fromTrigger");
            }
            if (options.put(name, option) != null) {
                throw Place.problem(option.NAME().getSymbol(), "the option `" + option.NAME().getText() + "` is given twice");
            }
        }
        return options;
    }

    /** An option that is true unless it says otherwise. */
    private static boolean flag(Map<String, OptionContext> options, String name) {
        OptionContext option = options.get(name);
        if (option == null) {
            return true;
        }
        PathContext word = ExpressionReader.path(option.expression());
        String text = word == null ? "" : word.getText().toLowerCase(java.util.Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw Place.problem(option, "the option `" + option.NAME().getText() + "` is either true or false");
        }
        return text.equals("true");
    }
}
