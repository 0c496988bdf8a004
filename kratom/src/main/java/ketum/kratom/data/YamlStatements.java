package ketum.kratom.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.kratom.data.Statement.Cited;
import ketum.kratom.data.Statement.Figure;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Statements of a YAML file: every mapping that has a {@code source} or a {@code status}. One with a status and no source of its own rests
 * on the sources of the nearest mapping above that has any (an observation on its study's, a rule on its entry's). Each name in a list
 * {@code unconfirmed} is a statement of that field.
 */
final class YamlStatements {

    private static final List<String> WORDS = List.of("finding", "says", "what", "text", "summary", "title", "statement");

    private static final Set<String> UNNAMED = Set.of("entries", "sources");

    private final SourceIndex index;
    private final String file;
    private final SourceIndex.Sink sink;
    private String id = "";

    /** What a mapping hands down: where it stands, its words, its sources and its day. */
    private record Above(String path, String says, List<Cited> cited, Optional<LocalDate> asOf) {}

    YamlStatements(SourceIndex index, String file, SourceIndex.Sink sink) {
        this.index = index;
        this.file = file;
        this.sink = sink;
    }

    void read(String text) {
        Node root;
        try {
            root = Yaml.node(file, text);
        } catch (DataException e) {
            return;  // the file's own loader says what is wrong with it
        }
        if (root instanceof MappingNode map) {
            Map<String, Node> nodes = children(map);
            id = Stream.of("id", "place", "name").map(key -> scalar(nodes.get(key))).filter(found -> !found.isEmpty()).findFirst().orElse(file.substring(file.lastIndexOf('/') + 1));
            mapping(map, new Above("", "", List.of(), Optional.empty()));
        }
    }

    private void mapping(MappingNode map, Above above) {
        Map<String, Node> nodes = children(map);
        List<Cited> own = new ArrayList<>();
        for (String key : List.of("source", "sources")) {
            scalars(nodes.get(key)).forEach(each -> add(each, own));
        }
        List<Cited> listed = new ArrayList<>(own);
        items(nodes.get("sources")).filter(MappingNode.class::isInstance).map(item -> children((MappingNode) item).get("source")).flatMap(YamlStatements::scalars)
                .filter(each -> index.known(each.getValue())).forEach(each -> listed.add(new Cited(each.getValue(), "sources")));
        List<Cited> cited = listed.isEmpty() ? above.cited() : List.copyOf(listed);
        String words = WORDS.stream().map(nodes::get).filter(ScalarNode.class::isInstance).map(YamlStatements::scalar).findFirst().orElse("");
        String says = words.isEmpty() ? above.says() : words;
        Optional<LocalDate> day = Stream.of("as_of", "checked").map(key -> CsvStatements.day(scalar(nodes.get(key)))).flatMap(Optional::stream).findFirst().or(above::asOf);
        String from = scalar(nodes.get("from"));
        String path = from.isEmpty() ? above.path() : (above.path() + " from " + from).strip();
        Optional<Status> status = Status.of(scalar(nodes.get("status")));
        if (!own.isEmpty() || status.isPresent()) {
            String name = Stream.of("arm", "analyte").map(key -> scalar(nodes.get(key))).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
            Optional<Figure> figure = figure(nodes, path);
            String last = figure.map(Figure::quantity).orElse("");
            String stem = !last.isEmpty() && path.endsWith(last) ? path.substring(0, path.length() - last.length()).strip() : path;
            String where = Stream.of(stem, name).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
            List<Cited> named = new ArrayList<>(cited);
            nodes.forEach((key, node) -> index.keys(scalar(node)).stream().filter(found -> named.stream().noneMatch(each -> each.source().equals(found))).forEach(found -> named.add(new Cited(found, key))));
            sink.add(new Statement(SourceIndex.group(file), file, line(map), where.isEmpty() ? id : id + ", " + where, figure.isPresent() ? scalar(nodes.get("note")) : says, figure, named,
                    scalar(nodes.get("locator")), status, grade(scalar(nodes.get("grade"))), day));
        }
        scalars(nodes.get("unconfirmed")).forEach(field -> sink.add(new Statement(SourceIndex.group(file), file, line(field), path.isEmpty() ? id : id + ", " + path,
                field.getValue() + ": " + scalar(nodes.get(field.getValue())), Optional.empty(), cited, "", Optional.of(Status.UNCONFIRMED), Optional.empty(), day)));
        nodes.forEach((key, node) -> below(node, new Above(inner(path, key), says, cited, day)));
    }

    /** An entry is known by its first day, and a source by what rests on it. */
    private static String inner(String path, String key) {
        return UNNAMED.contains(key) ? path : (path + " " + key).strip();
    }

    private void below(Node node, Above above) {
        switch (node) {
            case MappingNode map -> mapping(map, above);
            case SequenceNode list -> list.getValue().forEach(item -> below(item, above));
            default -> { }
        }
    }

    private void add(ScalarNode key, List<Cited> cited) {
        if (index.known(key.getValue())) {
            cited.add(new Cited(key.getValue(), "source"));
        } else {
            sink.unresolved(new SourceIndex.Unresolved(file, line(key), "source", key.getValue()));
        }
    }

    private static Optional<Figure> figure(Map<String, Node> nodes, String path) {
        String value = Stream.of("value", "observed").map(nodes::get).filter(Objects::nonNull).map(YamlStatements::scalar).findFirst().orElse("");
        if (value.isEmpty() || !nodes.containsKey("unit")) {
            return Optional.empty();
        }
        String quantity = Stream.of("quantity", "statistic").map(key -> scalar(nodes.get(key))).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
        return Optional.of(new Figure(quantity.isEmpty() ? path.substring(path.lastIndexOf(' ') + 1) : quantity, value, scalar(nodes.get("low")), scalar(nodes.get("high")), scalar(nodes.get("unit"))));
    }

    private static Optional<Character> grade(String text) {
        return text.matches("[A-D]") ? Optional.of(text.charAt(0)) : Optional.empty();
    }

    private static Map<String, Node> children(MappingNode map) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            nodes.put(scalar(tuple.getKeyNode()), tuple.getValueNode());
        }
        return nodes;
    }

    private static Stream<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue().stream() : Stream.empty();
    }

    /** A scalar, or the scalars of a list. */
    private static Stream<ScalarNode> scalars(Node node) {
        return Stream.concat(node instanceof ScalarNode scalar ? Stream.of(scalar) : Stream.empty(), items(node).filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast));
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static long line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1L;
    }
}
