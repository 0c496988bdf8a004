package ketum.engine.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the bytecode of one piece, whose body computes each node into a local variable. Subclasses say what a value is: one number,
 * or a vector. A {@link Frame} says where rows stand and what surrounds the body, mostly a loop over the lanes.
 */
abstract class PieceEmitter {

    static final ClassDesc ROW = ConstantDescs.CD_double.arrayType();

    /** Sums in one loop; more would not stay in registers. */
    private static final int SUMS_PER_LOOP = 8;

    final CodeBuilder code;
    final Frame frame;
    private final Schedule schedule;
    private final Map<Node, Integer> locals = new HashMap<>();
    private int nextLocal;

    PieceEmitter(CodeBuilder code, Schedule schedule, Frame frame) {
        this.code = code;
        this.schedule = schedule;
        this.frame = frame;
        this.nextLocal = frame.firstFree();
    }

    /** Lanes that one value covers. */
    abstract int width();

    /** Local variable slots that one value takes. */
    abstract int slotsPerValue();

    /** Pushes a constant in all lanes. */
    abstract void constant(double value);

    /** Pushes the number in all lanes that {@code push} leaves on the stack as a double. */
    abstract void number(Runnable push);

    /** Pushes the value in an array at the index that {@code address} leaves on the stack with the array before it. */
    abstract void read(Runnable address);

    /** Local to an array. */
    abstract void write(Runnable address, int local);

    abstract void loadLocal(int local);

    abstract void storeLocal(int local);

    /** Operands on the stack become the result of an operation that is neither a leaf, a condition, nor SELECT. */
    abstract void arithmetic(Operation operation);

    /** Called between the operands of a comparison. */
    abstract void beforeComparison(Operation operation);

    /** Two values on the stack become a truth value. */
    abstract void compare(Operation operation);

    /** Truth values on the stack become one. */
    abstract void logic(Operation operation);

    /** Leaves {@code whenTrue} or {@code otherwise} on the stack, depending on the condition that {@code condition} pushes. */
    abstract void select(Runnable whenTrue, Runnable otherwise, Runnable condition);

    final void emit(Schedule.Piece piece) {
        frame.open(code, width());
        sums(piece);
        for (Schedule.Item item : piece.items()) {
            switch (item) {
                case Schedule.Compute c -> {
                    compute(c.node());
                    int local = keep(c.node());
                    if (schedule.slot(c.node()) >= 0) {
                        write(() -> frame.work(code, schedule.slot(c.node())), local);
                    }
                }
                case Schedule.Argument a -> write(() -> frame.work(code, a.slot()), inLocal(a.node()));
                case Schedule.Result r -> write(() -> frame.result(code, r.row()), inLocal(r.node()));
            }
        }
        frame.close(code, width());
    }

    /** All sums over products of coefficients that a piece needs, several in one loop so that they hide each other's latency. */
    private void sums(Schedule.Piece piece) {
        Set<Node> sums = new LinkedHashSet<>();
        piece.items().forEach(item -> collectSums(item.node(), item instanceof Schedule.Compute, sums));
        List<Node> all = List.copyOf(sums);
        for (int from = 0; from < all.size(); from += SUMS_PER_LOOP) {
            List<Node> some = all.subList(from, Math.min(all.size(), from + SUMS_PER_LOOP));
            for (Node sum : some) {
                constant(0);
                keep(sum);
            }
            frame.loopOverLowerOrders(code, nextLocal++, index -> some.forEach(sum -> {
                read(() -> frame.first(code, sum, index));
                read(() -> frame.second(code, sum, index));
                loadLocal(locals.get(sum));
                arithmetic(Operation.FUSED);
                storeLocal(locals.get(sum));
            }));
        }
    }

    private static void collectSums(Node node, boolean operands, Set<Node> sums) {
        if (operands) {
            node.operands().forEach(operand -> collectSums(operand, operand.operation().condition(), sums));
        } else if (node.operation() == Operation.CONVOLUTION) {
            sums.add(node);
        }
    }

    private void compute(Node node) {
        switch (node.operation()) {
            case SELECT -> {
                // fetched before the branch, so that both ways leave the same locals behind
                prefetch(node);
                select(() -> value(node.operand(1)), () -> value(node.operand(2)), () -> condition(node.operand(0)));
            }
            default -> {
                node.operands().forEach(this::value);
                arithmetic(node.operation());
            }
        }
    }

    private void prefetch(Node node) {
        for (Node operand : node.operands()) {
            if (operand.operation().condition()) {
                prefetch(operand);
            } else if (!operand.constant()) {
                inLocal(operand);
            }
        }
    }

    private void condition(Node node) {
        switch (node.operation()) {
            case AND, OR, NOT -> {
                node.operands().forEach(this::condition);
                logic(node.operation());
            }
            default -> {
                value(node.operand(0));
                beforeComparison(node.operation());
                value(node.operand(1));
                compare(node.operation());
            }
        }
    }

    private void value(Node node) {
        if (node.constant()) {
            constant(node.value());
        } else {
            loadLocal(inLocal(node));
        }
    }

    /** The local that holds a value, fetched from its row on first use. */
    private int inLocal(Node node) {
        Integer known = locals.get(node);
        if (known != null) {
            return known;
        }
        if (node.constant()) {
            constant(node.value());
            return keep(node);
        }
        int derived = schedule.parameterRow(node);
        if (derived >= 0) {
            read(() -> frame.parameter(code, derived));
        } else if (node.operation() == Operation.ORDER) {
            number(() -> frame.order(code, node.index()));
        } else if (node.operation().leaf()) {
            read(() -> frame.leaf(code, node));
        } else {
            read(() -> frame.work(code, schedule.slot(node)));
        }
        return keep(node);
    }

    private int keep(Node node) {
        int local = nextLocal;
        nextLocal += slotsPerValue();
        storeLocal(local);
        locals.put(node, local);
        return local;
    }
}
