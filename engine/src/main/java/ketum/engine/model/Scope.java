package ketum.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ketum.engine.model.antlr.AntimonyParser.PathContext;
import org.antlr.v4.runtime.Token;

/** One instance of a model and what its names mean: the main model, or a part of it. */
final class Scope implements ExpressionReader.Names {

    private record Part(Token at, Scope scope) {}

    private final Definition definition;
    private final String prefix;
    private final int depth;
    /** Told every variable that is new. */
    private final List<Variable> all;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Token> events = new LinkedHashMap<>();
    private int unnamedEvents;

    private Scope(Definition definition, String prefix, int depth, List<Variable> all) {
        this.definition = definition;
        this.prefix = prefix;
        this.depth = depth;
        this.all = all;
        definition.interfaceNames().forEach(this::variable);
    }

    static Scope main(Definition definition) {
        return new Scope(definition, "", 0, new ArrayList<>());
    }

    /** A part of this instance. */
    Scope part(Token name, Definition of) {
        if (parts.containsKey(name.getText())) {
            throw Place.problem(name, "`" + name.getText() + "` is already the name of a submodel, in "
                    + Place.of(parts.get(name.getText()).at, name));
        }
        var scope = new Scope(of, prefix + name.getText() + "__", depth + 1, all);
        parts.put(name.getText(), new Part(name, scope));
        return scope;
    }

    /** The id of an event of this instance, named or not; libAntimony calls the unnamed ones _E0, _E1, ... */
    String event(Token name) {
        if (name != null && events.putIfAbsent(name.getText(), name) != null) {
            throw Place.problem(name, "there is already an event `" + name.getText() + "`, in "
                    + Place.of(events.get(name.getText()), name));
        }
        return prefix + (name != null ? name.getText() : "_E" + unnamedEvents++);
    }

    Definition definition() {
        return definition;
    }

    /** 0 for the main model, one more for each part in a part. */
    int depth() {
        return depth;
    }

    String prefix() {
        return prefix;
    }

    List<Variable> all() {
        return all;
    }

    /** What the name of a variable in this instance stands for; the name becomes known. */
    Variable variable(Token name) {
        Variable known = variables.get(name.getText());
        if (known == null) {
            known = new Variable(prefix + name.getText(), depth, name);
            variables.put(name.getText(), known);
            all.add(known);
        }
        return known.same();
    }

    /** What a statement speaks of: a name of this instance, which becomes known, or a known one of a part, as {@code A.x}. */
    Variable defined(PathContext path) {
        if (path.NAME().size() == 1) {
            return variable(path.getStart());
        }
        Scope scope = owner(path);
        Token last = path.NAME().getLast().getSymbol();
        Variable variable = scope.variables.get(last.getText());
        if (variable == null) {
            throw Place.problem(path, "model `" + scope.definition.name() + "` has no `" + last.getText() + "` for `" + path.getText()
                    + "` to mean");
        }
        return variable.same();
    }

    private Scope owner(PathContext path) {
        Scope scope = this;
        for (int i = 0; i + 1 < path.NAME().size(); i++) {
            Token name = path.NAME(i).getSymbol();
            Part part = scope.parts.get(name.getText());
            if (part == null) {
                throw Place.problem(path, "`" + path.getText() + "` would be a member of a submodel or annotation, but there is no submodel `"
                        + name.getText() + "` in model `" + scope.definition.name() + "`");
            }
            if (scope == this && part.at.getStartIndex() > name.getStartIndex()) {
                throw Place.problem(name, "submodel `" + name.getText() + "` is used before it is made, in line " + part.at.getLine());
            }
            scope = part.scope;
        }
        return scope;
    }

    @Override
    public Expression named(PathContext path) {
        if (path.NAME().size() > 1) {
            return new Expression.Symbol(defined(path).id());
        }
        String name = path.getText();
        Variable variable = variables.get(name);
        if (variable == null) {
            throw Place.problem(path, definition.units().isUnit(name) ? "`" + name + "` is a unit; a formula needs a variable"
                    : parts.containsKey(name) ? "`" + name + "` is a submodel; a formula needs a variable of it, as " + name + ".x"
                    : "`" + name + "` is not defined");
        }
        return new Expression.Symbol(variable.same().id());
    }

    @Override
    public int order() {
        return definition.order();
    }

    /** Makes sure that no name means two things, now that all of them are known. */
    void requireOwnNames(Library library) {
        for (Variable variable : variables.values()) {
            requireOwnName(variable.first(), library);
        }
        for (Part part : parts.values()) {
            requireOwnName(part.at, library);
            if (variables.containsKey(part.at.getText())) {
                throw Place.problem(part.at, "`" + part.at.getText() + "` is the name of a submodel and of a variable");
            }
        }
        for (Token event : events.values()) {
            requireOwnName(event, library);
            if (variables.containsKey(event.getText()) || parts.containsKey(event.getText())) {
                throw Place.problem(event, "`" + event.getText() + "` is the name of an event and of something else");
            }
        }
    }

    private void requireOwnName(Token name, Library library) {
        Vocabulary.requireFree(name);
        String text = name.getText();
        String taken = text.equals(definition.name()) ? "the model" : library.before(order(), text) != null ? "a model"
                : definition.units().isUnit(text) ? "a unit" : library.expressions().isFunction(text, order()) ? "a function" : null;
        if (taken != null) {
            throw Place.problem(name, "`" + text + "` is already the name of " + taken);
        }
    }
}
