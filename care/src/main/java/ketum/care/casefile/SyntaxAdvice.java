package ketum.care.casefile;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class SyntaxAdvice {

    private SyntaxAdvice() {}

    /** Something open that was never closed is reported where it was opened: the parser notices it only much later. */
    static void report(MarkedYamlEngineException error, Problems problems) {
        String problem = Optional.ofNullable(error.getProblem()).orElse("");
        String context = Optional.ofNullable(error.getContext()).orElse("");
        Optional<Mark> noticed = error.getProblemMark().or(error::getContextMark);
        Optional<Mark> opened = error.getContextMark().or(error::getProblemMark);
        if (problem.contains("mapping values are not allowed")) {
            add(problems, noticed, "a \":\" where none can stand", "one line holds one \"field: value\"",
                    "Put text that contains \": \" into quotes, and check how far the line is moved in.");
        } else if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            add(problems, opened, "a quote that is not closed", "a quote that is opened must be closed", "Add the missing quote.");
        } else if (context.contains("quoted scalar")) {
            add(problems, noticed, "something that cannot stand inside quotes", "text in quotes is taken as it is, apart from \\", "Write \\\\ for \\, or use single quotes.");
        } else if (context.contains("flow mapping")) {
            add(problems, opened, "a { } group that is not finished" + seen(opened, noticed), "fields inside { } are separated by commas", "Add the missing comma or }.");
        } else if (context.contains("flow sequence")) {
            add(problems, opened, "a [ ] list that is not finished" + seen(opened, noticed), "items inside [ ] are separated by commas", "Add the missing comma or ].");
        } else if (context.contains("simple key")) {
            add(problems, opened, "a line without \":\"", "each line has the form \"field: value\"", "Add the missing \":\".");
        } else if (context.contains("block mapping") || context.contains("block collection") || context.contains("block sequence")) {
            add(problems, noticed, "a line that is moved in too far or not far enough", "fields that belong together begin at the same column",
                    "Line it up with its neighbours.");
        } else if (problem.contains("cannot start any token")) {
            add(problems, noticed, "a value that begins with a special character", "values that begin with @ ` % or the like need quotes", "Put the value into quotes.");
        } else {
            add(problems, noticed, "text that is not valid YAML", "each line has the form \"field: value\"",
                    "Compare it with one of the examples; text with special characters goes into quotes.");
        }
    }

    private static String seen(Optional<Mark> opened, Optional<Mark> noticed) {
        return opened.isPresent() && noticed.isPresent() && noticed.get().getLine() > opened.get().getLine() ? " (noticed in line " + (noticed.get().getLine() + 1) + ")" : "";
    }

    private static void add(Problems problems, Optional<Mark> mark, String found, String accepted, String advice) {
        problems.add(mark.map(m -> m.getLine() + 1).orElse(1), mark.map(m -> m.getColumn() + 1).orElse(1), "", found, accepted, advice);
    }
}
