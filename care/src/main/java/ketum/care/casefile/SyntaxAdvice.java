package ketum.care.casefile;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class SyntaxAdvice {

    private SyntaxAdvice() {}

    static void report(MarkedYamlEngineException error, Problems problems) {
        Optional<Mark> mark = error.getProblemMark().or(error::getContextMark);
        int line = mark.map(m -> m.getLine() + 1).orElse(0);
        int column = mark.map(m -> m.getColumn() + 1).orElse(0);
        String opened = error.getContextMark().map(m -> " opened in line " + (m.getLine() + 1)).orElse("");
        String problem = Optional.ofNullable(error.getProblem()).orElse("");
        String context = Optional.ofNullable(error.getContext()).orElse("");
        if (problem.contains("mapping values are not allowed")) {
            problems.add(line, column, "", "a \":\" where none can stand", "one line holds one \"field: value\"",
                    "Put text that contains \": \" into quotes, and check how far the line is moved in.");
        } else if (context.contains("quoted scalar")) {
            problems.add(line, column, "", "an unfinished quotation" + opened, "a quote that is opened must be closed", "Add the missing quote.");
        } else if (context.contains("flow mapping")) {
            problems.add(line, column, "", "a { that is not closed," + opened, "fields inside { } are separated by commas",
                    "Add the missing comma or }.");
        } else if (context.contains("flow sequence")) {
            problems.add(line, column, "", "a [ that is not closed," + opened, "items inside [ ] are separated by commas", "Add the missing comma or ].");
        } else if (context.contains("simple key")) {
            problems.add(line, column, "", "a line without \":\"", "each line has the form \"field: value\"", "Add the missing \":\".");
        } else if (context.contains("block mapping") || context.contains("block collection") || context.contains("block sequence")) {
            problems.add(line, column, "", "a line that is moved in too far or not far enough", "fields that belong together begin at the same column",
                    "Line it up with its neighbours.");
        } else if (problem.contains("cannot start any token")) {
            problems.add(line, column, "", "a value that begins with a special character", "values that begin with @ ` % or the like need quotes",
                    "Put the value into quotes.");
        } else if (problem.contains("alias")) {
            problems.add(line, column, "", "a reference (*) to nothing", "references (*) are not used here", "Write the value out, or put it into quotes.");
        } else {
            problems.add(line, column, "", "text that is not valid YAML", "each line has the form \"field: value\"",
                    "Compare it with one of the examples; text with special characters goes into quotes.");
        }
    }
}
