package ketum.kratom.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A small strict view of one YAML document: duplicate and unknown keys, aliases and own tags are errors, and every error has its line. */
final class Yaml {
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    /** The deepest value of a data file is at level 8. */
    private static final int DEEPEST = 20;

    private Yaml() {}

    static Mapping mapping(String file, String text) {
        return Mapping.of(file, "document", node(file, text));
    }

    /** The document's root as it was written. */
    static Node node(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).setCodePointLimit(256 * 1024).build();
        try {
            return new Composer(settings, new Bounded(file, new ParserImpl(settings, new StreamReader(settings, text)))).getSingleNode()
                    .orElseThrow(() -> new DataException(file, 1, "document", "", "a mapping of keys to values"));
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(1L);
            throw new DataException(file, line, "document", String.valueOf(e.getProblem()), "one YAML document");
        } catch (YamlEngineException e) {
            throw new DataException(file, 1, "document", String.valueOf(e.getMessage()), "one YAML document");
        } catch (DataException e) {
            throw e;
        } catch (RuntimeException e) {
            // the library's own slips, such as on an escape that the text's end cuts short
            throw new DataException(file, 1, "document", "text that is no YAML, in some line", "one YAML document");
        }
    }

    /** Events of a document that is not too deep (making nodes of them, and walking these, recurses) and has no tags. */
    private static final class Bounded implements Parser {
        private final String file;
        private final Parser events;
        private int depth;

        Bounded(String file, Parser events) {
            this.file = file;
            this.events = events;
        }

        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return events.checkEvent(id);
        }

        @Override
        public Event peekEvent() {
            return events.peekEvent();
        }

        @Override
        public Event next() {
            Event event = events.next();
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                default -> { }
            }
            if (depth > DEEPEST) {
                throw error(event, "values in values, more than " + DEEPEST + " deep", "a document like the others");
            }
            Optional<String> tag = switch (event) {
                case ScalarEvent scalar -> scalar.getTag();
                case CollectionStartEvent collection -> collection.getTag();
                default -> Optional.empty();
            };
            if (tag.isPresent()) {
                // here, because the library fails on a tag that is none, such as one of blanks
                throw error(event, tag.get(), "a value without a tag");
            }
            return event;
        }

        private DataException error(Event event, String found, String accepted) {
            return new DataException(file, event.getStartMark().map(Mark::getLine).orElse(0) + 1L, "document", found, accepted);
        }
    }

    private static long line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1L;
    }

    private static void checkPlain(String file, String field, Node node) {
        if (node.getAnchor().isPresent()) {
            throw new DataException(file, line(node), field, "&" + node.getAnchor().get(), "a value without anchor or alias");
        }
        if (!PLAIN.contains(node.getTag())) {
            throw new DataException(file, line(node), field, node.getTag().toString(), "a value without a tag");
        }
    }

    /** A scalar with the place it was read at. */
    record Scalar(String file, long line, String field, String text) {
        DataException error(String accepted) {
            return new DataException(file, line, field, text, accepted);
        }

        double number() {
            return Numbers.parse(text).orElseThrow(() -> error("a number"));
        }
    }

    /** The keys and values of one mapping; {@link #done()} rejects what nobody asked for. */
    static final class Mapping {
        private final String file;
        private final String field;
        private final long line;
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Set<String> asked = new LinkedHashSet<>();

        private Mapping(String file, String field, long line) {
            this.file = file;
            this.field = field;
            this.line = line;
        }

        static Mapping of(String file, String field, Node node) {
            checkPlain(file, field, node);
            if (!(node instanceof MappingNode map)) {
                throw new DataException(file, Yaml.line(node), field, "no mapping", "keys with values");
            }
            Mapping mapping = new Mapping(file, field, Yaml.line(node));
            for (NodeTuple tuple : map.getValue()) {
                Node keyNode = tuple.getKeyNode();
                checkPlain(file, field, keyNode);
                if (!(keyNode instanceof ScalarNode key)) {
                    throw new DataException(file, Yaml.line(keyNode), field, "a key that is no text", "a plain key");
                }
                if (mapping.nodes.put(key.getValue(), tuple.getValueNode()) != null) {
                    throw new DataException(file, Yaml.line(keyNode), key.getValue(), key.getValue() + " a second time", "each key once");
                }
            }
            return mapping;
        }

        Set<String> keys() {
            return nodes.keySet();
        }

        long line() {
            return line;
        }

        DataException error(String found, String accepted) {
            return new DataException(file, line, field, found, accepted);
        }

        private Optional<Node> node(String key) {
            asked.add(key);
            return Optional.ofNullable(nodes.get(key));
        }

        private Node required(String key) {
            return node(key).orElseThrow(() -> new DataException(file, line, field, "no " + key, "the key " + key));
        }

        private Scalar scalar(String key, Node node) {
            checkPlain(file, key, node);
            if (!(node instanceof ScalarNode scalar)) {
                throw new DataException(file, Yaml.line(node), key, "keys or a list", "a single value");
            }
            return new Scalar(file, Yaml.line(node), key, scalar.getValue());
        }

        Scalar scalar(String key) {
            return scalar(key, required(key));
        }

        Optional<Scalar> optionalScalar(String key) {
            return node(key).map(node -> scalar(key, node));
        }

        String text(String key) {
            Scalar scalar = scalar(key);
            if (scalar.text().isBlank()) {
                throw scalar.error("some text");
            }
            return scalar.text();
        }

        String text(String key, String absent) {
            return optionalScalar(key).map(Scalar::text).orElse(absent);
        }

        double number(String key) {
            return scalar(key).number();
        }

        OptionalDouble optionalNumber(String key) {
            Optional<Scalar> scalar = optionalScalar(key);
            return scalar.isPresent() ? OptionalDouble.of(scalar.get().number()) : OptionalDouble.empty();
        }

        boolean flag(String key, boolean absent) {
            Optional<Scalar> scalar = optionalScalar(key);
            if (scalar.isEmpty()) {
                return absent;
            }
            return switch (scalar.get().text()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw scalar.get().error("true or false");
            };
        }

        Mapping mapping(String key) {
            return of(file, key, required(key));
        }

        Optional<Mapping> optionalMapping(String key) {
            return node(key).map(node -> of(file, key, node));
        }

        List<Mapping> mappings(String key) {
            List<Mapping> items = new ArrayList<>();
            for (Node item : sequence(key)) {
                items.add(of(file, key, item));
            }
            return items;
        }

        List<Scalar> scalars(String key) {
            List<Scalar> items = new ArrayList<>();
            for (Node item : sequence(key)) {
                items.add(scalar(key, item));
            }
            return items;
        }

        private List<Node> sequence(String key) {
            Node node = required(key);
            checkPlain(file, key, node);
            if (!(node instanceof SequenceNode sequence)) {
                throw new DataException(file, Yaml.line(node), key, "no list", "a list");
            }
            return sequence.getValue();
        }

        /** Rejects every key that was never asked for. */
        void done() {
            for (Map.Entry<String, Node> entry : nodes.entrySet()) {
                if (!asked.contains(entry.getKey())) {
                    throw new DataException(file, Yaml.line(entry.getValue()), entry.getKey(), entry.getKey(), String.join(", ", asked));
                }
            }
        }
    }
}
