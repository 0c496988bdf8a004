package ketum.engine.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a function's nodes are computed, cut into pieces that each become one method.
 *
 * <p>All exp (and all ln) whose arguments are known at the same stage are called together on neighbouring work rows: that
 * hides their latency and keeps vectors from crossing the boundary of a method, where the virtual machine would put
 * them on the heap. A value that a later piece needs goes through a work row too.
 */
final class Schedule {

    /**
     * HotSpot's first compiler gives up on a method of some 140 vector operations ("out of virtual registers") and leaves it
     * twenty times slower for good; a node comes to at most three operations, mostly to two.
     */
    static final int PIECE_LIMIT = 50;

    sealed interface Stage {}

    /** Calls exp or ln on {@code slots} work rows from {@code first}. */
    record Elementaries(Operation operation, int first, int slots) implements Stage {}

    /** A method of straight-line code. */
    record Piece(List<Item> items) implements Stage {}

    sealed interface Item {
        Node node();
    }

    record Compute(Node node) implements Item {}

    /** Puts a value into a work row. */
    record Argument(Node node, int slot) implements Item {}

    /** Puts a value into a row of results. */
    record Result(Node node, int row) implements Item {}

    private final Map<Node, Integer> derived;
    private final Map<Node, Integer> levels = new LinkedHashMap<>();
    private final Map<Node, Integer> slots = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();
    private int workRows;

    /**
     * @param roots   one per row of results
     * @param derived nodes that are found in a parameter row
     */
    Schedule(List<Node> roots, Map<Node, Integer> derived) {
        this.derived = derived;
        roots.forEach(this::level);
        int top = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<List<Item>> byLevel = new ArrayList<>();
        for (int level = 0; level <= top; level++) {
            byLevel.add(new ArrayList<>());
        }
        levels.forEach((node, level) -> {
            if (!given(node) && !node.operation().elementary() && !node.operation().condition()) {
                byLevel.get(level).add(new Compute(node));
            }
        });
        List<List<Elementaries>> calls = new ArrayList<>();
        for (int level = 0; level <= top; level++) {
            calls.add(new ArrayList<>());
            for (Operation operation : List.of(Operation.EXP, Operation.LN)) {
                int first = workRows;
                for (Map.Entry<Node, Integer> entry : levels.entrySet()) {
                    if (entry.getValue() == level && entry.getKey().operation() == operation && !given(entry.getKey())) {
                        byLevel.get(level - 1).add(new Argument(entry.getKey().operand(0), workRows));
                        slots.put(entry.getKey(), workRows++);
                    }
                }
                if (workRows > first) {
                    calls.get(level).add(new Elementaries(operation, first, workRows - first));
                }
            }
        }
        for (int row = 0; row < roots.size(); row++) {
            byLevel.get(levels.get(roots.get(row))).add(new Result(roots.get(row), row));
        }
        for (int level = 0; level <= top; level++) {
            stages.addAll(calls.get(level));
            List<Item> items = byLevel.get(level);
            for (int from = 0; from < items.size(); from += PIECE_LIMIT) {
                stages.add(new Piece(List.copyOf(items.subList(from, Math.min(items.size(), from + PIECE_LIMIT)))));
            }
        }
        spill();
    }

    List<Stage> stages() {
        return stages;
    }

    int workRows() {
        return workRows;
    }

    /** Parameter row of a derived node, or -1. */
    int parameterRow(Node node) {
        return derived.getOrDefault(node, -1);
    }

    /** Work row through which a value passes between pieces, or -1. */
    int slot(Node node) {
        return slots.getOrDefault(node, -1);
    }

    private boolean given(Node node) {
        return node.operation().leaf() || derived.containsKey(node);
    }

    /** Number of exp and ln calls that must come before this node; visits operands first. */
    private int level(Node node) {
        Integer known = levels.get(node);
        if (known != null) {
            return known;
        }
        int level = 0;
        if (!given(node)) {
            for (Node operand : node.operands()) {
                level = Math.max(level, level(operand));
            }
            if (node.operation().elementary()) {
                level++;
            }
        }
        levels.put(node, level);
        return level;
    }

    private void spill() {
        Map<Node, Stage> home = new HashMap<>();
        for (Stage stage : stages) {
            if (stage instanceof Piece piece) {
                for (Item item : piece.items()) {
                    if (item instanceof Compute) {
                        home.put(item.node(), piece);
                        item.node().operands().forEach(operand -> use(operand, piece, home));
                    } else {
                        use(item.node(), piece, home);
                    }
                }
            }
        }
    }

    private void use(Node node, Stage user, Map<Node, Stage> home) {
        if (node.operation().condition()) {
            node.operands().forEach(operand -> use(operand, user, home));
        } else if (home.containsKey(node) && home.get(node) != user && !slots.containsKey(node)) {
            slots.put(node, workRows++);
        }
    }
}
