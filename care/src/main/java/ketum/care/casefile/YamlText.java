package ketum.care.casefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * From YAML text to {@link Node}s. Takes the plain core of YAML: fields, lists and text, in block or flow style. Tags, anchors,
 * aliases, duplicate fields, a second document and deep nesting are reported.
 *
 * <p>It reads the parser's events and not its node tree: events show anchors, aliases and tags as they were typed, and nesting is
 * stopped at the limit before anything recurses into it.
 */
final class YamlText {

    /** The deepest field of a person's file is at level 7. */
    static final int DEEPEST = 12;

    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Node> root = Optional.empty();

    private YamlText(Problems problems) {
        this.problems = problems;
    }

    /** The single document of {@code text}; nothing where it is empty or not readable (then reported). */
    static Optional<Node> read(String text, Problems problems) {
        return new YamlText(problems).read(text);
    }

    private Optional<Node> read(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(problems.file()).setCodePointLimit(SourceText.LARGEST_BYTES + 1).build();
        int documents = 0;
        int lastLine = 0;
        if (reportDirective(text)) {
            return Optional.empty();
        }
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                lastLine = line(event);
                if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                    problems.add(line(event), column(event), "", "a second document (after ---)", "a file holds one person", "Put the second one into a file of its own.");
                    return Optional.empty();
                }
                if (!take(event)) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            SyntaxAdvice.report(e, problems);
            return Optional.empty();
        } catch (RuntimeException e) {
            // The parser's own slips on hostile text (a number that overflows, an escape beyond Unicode) are still only a bad file.
            problems.add(Math.max(lastLine, 1), 1, "", "text that is not valid YAML, here or just below", "each line has the form \"field: value\"",
                    "Compare it with one of the examples.");
            return Optional.empty();
        }
        if (root.isEmpty() && !problems.any()) {
            problems.wholeFile("an empty file", "at least person, product, use and place are needed", "Start from examples/daily-leaf.yaml.");
        }
        return root;
    }

    /** Directives only serve tags, and a wrong one would end the parser without a line. */
    private boolean reportDirective(String text) {
        int line = 0;
        for (String each : text.lines().takeWhile(l -> l.isBlank() || l.startsWith("#") || l.startsWith("%")).toList()) {
            line++;
            if (each.startsWith("%")) {
                problems.add(line, 1, "", "the YAML directive " + Quoted.text(each), "directives (%) are not used here", "Remove this line.");
                return true;
            }
        }
        return false;
    }

    /** False where reading cannot go on. */
    private boolean take(Event event) {
        boolean tagged = event instanceof NodeEvent node && rejectReferences(node);
        switch (event.getEventId()) {
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                place(tagged ? new Node.Rejected(line(event), column(event)) : new Node.Text(line(event), column(event), scalar.getValue()));
            }
            case Alias -> place(new Node.Rejected(line(event), column(event)));
            case MappingStart, SequenceStart -> {
                if (open.size() == DEEPEST) {
                    problems.add(line(event), column(event), "", "more than " + DEEPEST + " levels inside one another",
                            "no field needs that", "Compare it with one of the examples.");
                    return false;
                }
                open.push(new Open(line(event), column(event), event.getEventId() == Event.ID.MappingStart, tagged));
            }
            case MappingEnd, SequenceEnd -> place(open.pop().close());
            default -> { }
        }
        return true;
    }

    /** Reports references, anchors and tags; true where there is a tag, whose content then means something else than it seems. */
    private boolean rejectReferences(NodeEvent event) {
        if (event instanceof AliasEvent alias) {
            problems.add(line(event), column(event), path(), "the reference " + Quoted.text("*" + alias.getAlias().getValue()),
                    "references (*) are not used here", "Write the value out.");
            return false;
        }
        event.getAnchor().ifPresent(anchor -> problems.add(line(event), column(event), path(), "the anchor " + Quoted.text("&" + anchor.getValue()),
                "anchors (&) are not used here", "Remove it; for text that begins with & use quotes."));
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
        tag.ifPresent(name -> problems.add(line(event), column(event), path(), "the tag " + Quoted.text(shortTag(name)),
                "tags (!) are not used here", "Remove it; for text that begins with ! use quotes."));
        return tag.isPresent();
    }

    private static String shortTag(String name) {
        return name.startsWith("tag:yaml.org,2002:") ? "!!" + name.substring("tag:yaml.org,2002:".length()) : name;
    }

    private void place(Node node) {
        if (open.isEmpty()) {
            root = Optional.of(node);
            return;
        }
        Open parent = open.peek();
        if (!parent.mapping) {
            parent.items.add(node);
        } else if (!parent.awaitsValue) {
            parent.awaitsValue = true;
            parent.key = Optional.empty();
            switch (node) {
                case Node.Text text -> parent.key = Optional.of(text);
                case Node.Rejected _ -> { }
                case Node.Items list -> problems.add(list.line(), list.column(), path(), "a list as the name of a field", "a field's name is one word", "");
                case Node.Fields fields -> problems.add(fields.line(), fields.column(), path(), "fields as the name of a field", "a field's name is one word", "");
            }
        } else {
            if (parent.key.isPresent()) {
                addField(parent, parent.key.get(), node);
            }
            parent.awaitsValue = false;
            parent.key = Optional.empty();
        }
    }

    private void addField(Open parent, Node.Text key, Node value) {
        Integer first = parent.lineOfField.putIfAbsent(key.value(), key.line());
        if (first == null) {
            parent.entries.add(new Node.Entry(key, value));
        } else {
            problems.add(key.line(), key.column(), path(), Quoted.text(key.value()) + " a second time", "each field may stand once",
                    "It already stands in line " + first + ". Keep one of them.");
        }
    }

    /** Path of the node being read, from the fields and lists around it. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Open> outer = open.descendingIterator(); outer.hasNext(); ) {
            Open level = outer.next();
            if (!level.mapping) {
                path.append('[').append(level.items.size() + 1).append(']');
            } else if (level.key.isPresent()) {
                path.append(path.isEmpty() ? "" : ".").append(Paths.shown(level.key.get().value()));
            }
        }
        return path.toString();
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
    }

    /** A list or a group of fields whose end has not been read. */
    private static final class Open {
        private final int line;
        private final int column;
        private final boolean mapping;
        private final boolean tagged;
        private final List<Node> items = new ArrayList<>();
        private final List<Node.Entry> entries = new ArrayList<>();
        private final Map<String, Integer> lineOfField = new HashMap<>();
        private boolean awaitsValue;
        private Optional<Node.Text> key = Optional.empty();

        Open(int line, int column, boolean mapping, boolean tagged) {
            this.line = line;
            this.column = column;
            this.mapping = mapping;
            this.tagged = tagged;
        }

        Node close() {
            if (tagged) {
                return new Node.Rejected(line, column);
            }
            return mapping ? new Node.Fields(line, column, List.copyOf(entries)) : new Node.Items(line, column, List.copyOf(items));
        }
    }
}
