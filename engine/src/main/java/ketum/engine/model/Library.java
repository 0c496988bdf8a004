package ketum.engine.model;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import ketum.engine.model.antlr.AntimonyParser;
import ketum.engine.model.antlr.AntimonyParser.FileContext;
import ketum.engine.model.antlr.AntimonyParser.FunctionContext;
import ketum.engine.model.antlr.AntimonyParser.ImportedFileContext;
import ketum.engine.model.antlr.AntimonyParser.ModelContext;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * The functions and models of a text and of all that it imports, in the order in which they would stand if each imported text were
 * pasted in place of its import.
 *
 * <p>Limits: 1 MiB of text in all, 100 texts, imports 20 deep.
 */
final class Library {

    static final int MOST_TEXTS = 100;
    static final int DEEPEST_IMPORTS = 20;
    private static final int LONGEST_NAME = 200;
    /** No way to say an absolute place, a folder above, another drive or a network address. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_ .-]*(/[A-Za-z0-9_-][A-Za-z0-9_ .-]*)*");

    private final Imports imports;
    private final ExpressionReader expressions = new ExpressionReader();
    private final LinkedHashMap<String, Definition> models = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private int order;
    private int characters;

    private Library(Imports imports) {
        this.imports = imports;
    }

    /** @param file name under which others could import this text */
    static Library read(String name, String file, String text, Imports imports) {
        var library = new Library(imports);
        library.known.add(file);
        library.open.add(file);
        Token end = library.add(name, text);
        if (library.models.isEmpty()) {
            throw Place.problem(end, "there is no model; write model NAME ... end around the statements");
        }
        return library;
    }

    ExpressionReader expressions() {
        return expressions;
    }

    /** The model of this name that stands before a place, or null. */
    Definition before(int place, String name) {
        Definition found = models.get(name);
        return found != null && found.order() < place ? found : null;
    }

    /** The model that the text is about: the one marked with a star, or else the last one. */
    Definition main() {
        Definition main = null;
        boolean ownModels = models.values().stream().anyMatch(model -> !model.imported());
        for (Definition model : models.values()) {
            if (model.starred()) {
                if (main != null && !main.imported() && !model.imported()) {
                    throw Place.problem(model.nameToken(), "two models are marked with * as the main one: `" + main.name() + "` and `"
                            + model.name() + "`");
                }
                main = model;
            }
        }
        if (main != null && main.imported() && ownModels) {
            throw Place.problem(main.nameToken(), "the imported model `" + main.name()
                    + "` is marked with * and would be the main one; take the * away, or mark a model after the import");
        }
        return main != null ? main : models.lastEntry().getValue();
    }

    /** @return the end of the text */
    private Token add(String name, String text) {
        characters += text.length();
        var parser = new AntimonyParser(new CommonTokenStream(new ListTokenSource(Tokens.of(name, text))));
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors());
        FileContext file = parser.file();
        for (ParseTree child : file.children) {
            switch (child) {
                case FunctionContext function -> {
                    requireNoModel(function.NAME(0).getSymbol());
                    expressions.define(function, order++);
                }
                case ModelContext model -> define(model);
                case ImportedFileContext imported -> include(imported.TEXT().getSymbol());
                default -> { }
            }
        }
        return file.getStop();
    }

    private void define(ModelContext model) {
        Token name = model.NAME(0).getSymbol();
        Vocabulary.requireFree(name);
        requireNoModel(name);
        if (expressions.isFunction(name.getText(), order)) {
            throw Place.problem(name, "`" + name.getText() + "` is already the name of a function");
        }
        models.put(name.getText(), Definition.of(order++, open.size() > 1, model, expressions));
    }

    private void requireNoModel(Token name) {
        Definition same = models.get(name.getText());
        if (same != null) {
            throw Place.problem(name, "`" + name.getText() + "` is already the name of a model, in "
                    + Place.of(same.nameToken(), name));
        }
    }

    private void include(Token quoted) {
        String name = quoted.getText().substring(1, quoted.getText().length() - 1);
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw Place.problem(quoted, "an import names a file beside the model or in a folder below it, as in import \"absorption.ant\"; "
                    + Place.shown(quoted) + " is not accepted");
        }
        if (open.contains(name)) {
            throw Place.problem(quoted, "imports in a circle: " + String.join(" -> ", open) + " -> " + name);
        }
        if (!known.add(name)) {
            throw Place.problem(quoted, "`" + name + "` is imported twice, and Antimony would define its models twice; import it once, "
                    + "before all that use it");
        }
        if (known.size() > MOST_TEXTS || open.size() >= DEEPEST_IMPORTS) {
            throw Place.problem(quoted, known.size() > MOST_TEXTS ? "more than " + MOST_TEXTS + " texts"
                    : "imports more than " + DEEPEST_IMPORTS + " deep");
        }
        String text = text(quoted, name);
        open.add(name);
        add(name, text);
        open.remove(name);
    }

    private String text(Token quoted, String name) {
        String text;
        try {
            text = imports.text(name).orElseThrow(() -> Place.problem(quoted, "there is no file `" + name
                    + "` to import; it is looked for in the folder of the model"));
        } catch (IOException e) {
            throw Place.problem(quoted, "`" + name + "` cannot be imported: " + e.getMessage());
        }
        if (text.stripLeading().startsWith("<")) {
            throw Place.problem(quoted, "`" + name + "` is not Antimony text; importing SBML is not supported");
        }
        if (characters + text.length() > Tokens.MOST_BYTES) {
            throw Place.problem(quoted, "the texts are longer than 1 MiB together");
        }
        return text;
    }
}
