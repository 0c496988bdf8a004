package ketum.engine.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import ketum.engine.model.antlr.AntimonyParser.AtomContext;
import ketum.engine.model.antlr.AntimonyParser.BracketsContext;
import ketum.engine.model.antlr.AntimonyParser.ExponentContext;
import ketum.engine.model.antlr.AntimonyParser.ExpressionContext;
import ketum.engine.model.antlr.AntimonyParser.NameContext;
import ketum.engine.model.antlr.AntimonyParser.NumberContext;
import ketum.engine.model.antlr.AntimonyParser.PowerContext;
import ketum.engine.model.antlr.AntimonyParser.ProductContext;
import ketum.engine.model.antlr.AntimonyParser.SignedContext;
import ketum.engine.model.antlr.AntimonyParser.SumContext;
import ketum.engine.model.antlr.AntimonyParser.UnitDefinitionContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The unit definitions of one model of a file; they may use each other in any order, but not in a circle. */
final class UnitReader {

    private static final int MOST_REFERENCES = 100;

    private final ExpressionReader numbers;
    private final int order;
    private final Map<String, UnitDefinitionContext> definitions = new LinkedHashMap<>();
    private final Map<String, Unit> known = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    /** @param order of the model, which tells the functions before it */
    UnitReader(ExpressionReader numbers, int order) {
        this.numbers = numbers;
        this.order = order;
    }

    void define(UnitDefinitionContext definition) {
        Token name = definition.NAME().getSymbol();
        Vocabulary.requireFree(name);
        if (numbers.isFunction(name.getText(), order)) {
            throw Place.problem(name, "`" + name.getText() + "` is already the name of a function");
        }
        if (definition.expression() == null) {
            throw Place.problem(name, "unit `" + name.getText() + "` has no definition; write unit " + name.getText() + " = ...");
        }
        if (definitions.put(name.getText(), definition) != null) {
            throw Place.problem(name, "unit `" + name.getText() + "` is defined twice");
        }
    }

    boolean isUnit(String name) {
        return definitions.containsKey(name);
    }

    Unit defined(String name) {
        return known.get(name);
    }

    Token whereDefined(String name) {
        return definitions.get(name).NAME().getSymbol();
    }

    /** Names of the defined units. */
    Set<String> names() {
        return definitions.keySet();
    }

    void resolveAll() {
        definitions.values().forEach(definition -> named(definition.NAME().getSymbol()));
    }

    /** The unit with this name, defined in the model or a base unit of SBML. */
    Unit named(Token name) {
        String text = name.getText();
        if (known.containsKey(text)) {
            return known.get(text);
        }
        UnitDefinitionContext definition = definitions.get(text);
        if (definition == null) {
            Unit base = Atoms.base(text);
            if (base == null) {
                throw Place.problem(name, "unit `" + text + "` is not defined; add a line such as unit " + text + " = 1e-9 mole");
            }
            return base;
        }
        if (!open.add(text) || open.size() > MOST_REFERENCES) {
            throw Place.problem(name, open.size() > MOST_REFERENCES
                    ? "unit definitions refer to each other more than " + MOST_REFERENCES + " deep"
                    : "unit `" + text + "` is defined by itself: " + String.join(" -> ", open) + " -> " + text);
        }
        Unit unit = read(definition.expression());
        open.remove(text);
        known.put(text, unit);
        return unit;
    }

    /** A product, quotient or power of units, with numbers in front. */
    Unit read(ExpressionContext context) {
        Unit unit;
        try {
            unit = expression(context);
        } catch (ArithmeticException e) {
            throw Place.problem(context, "in this unit the " + e.getMessage());
        }
        if (!(unit.scale() > 0) || Double.isInfinite(unit.scale()) || unit.scale() < Double.MIN_NORMAL) {
            throw Place.problem(context, "the scale of a unit must be a positive number that a double can hold");
        }
        return unit;
    }

    private Unit expression(ExpressionContext context) {
        if (context.relation().size() != 1 || context.relation(0).sum().size() != 1) {
            throw notAUnit(context);
        }
        SumContext sum = context.relation(0).sum(0);
        if (sum.product().size() != 1) {
            throw notAUnit(context);
        }
        ProductContext product = sum.product(0);
        Unit unit = signed(product.signed(0));
        for (int i = 1; i < product.signed().size(); i++) {
            Unit next = signed(product.signed(i));
            unit = product.getChild(2 * i - 1).getText().equals("*") ? unit.times(next) : unit.per(next);
        }
        return unit;
    }

    private Unit signed(SignedContext context) {
        if (context.power() == null) {
            throw notAUnit(context);
        }
        PowerContext power = context.power();
        Unit base = atom(power.atom());
        if (power.exponent().isEmpty()) {
            return base;
        }
        ExponentContext exponent = power.exponent(0);
        if (power.exponent().size() > 1 || !(exponent.atom() instanceof NumberContext number) || number.NAME() != null) {
            throw Place.problem(exponent, "the exponent of a unit must be one whole number");
        }
        double value = numbers.literal(number);
        if (value != StrictMath.rint(value) || value > 64) {
            throw Place.problem(exponent, "the exponent of a unit must be a whole number up to 64");
        }
        return base.power(exponent.MINUS() == null ? (int) value : -(int) value);
    }

    private Unit atom(AtomContext context) {
        return switch (context) {
            case NumberContext number -> (number.NAME() == null ? Unit.DIMENSIONLESS : named(number.NAME().getSymbol()))
                    .times(numbers.literal(number));
            case NameContext name when name.path().NAME().size() == 1 -> named(name.path().getStart());
            case BracketsContext brackets -> expression(brackets.expression());
            default -> throw notAUnit(context);
        };
    }

    private ModelException notAUnit(ParserRuleContext where) {
        return Place.problem(where, "a unit is made of units and numbers with *, / and ^ only");
    }
}
