package ketum.engine.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the bytecode of one piece: a loop over the lanes whose body computes each node into a local variable.
 * Subclasses say what a value is: one number, or a vector.
 */
abstract class PieceEmitter {

    static final ClassDesc ROW = ConstantDescs.CD_double.arrayType();
    /** (time, states, parameters, results, work, lanes) */
    static final MethodTypeDesc FORM = MethodTypeDesc.of(ConstantDescs.CD_void, ROW, ROW, ROW, ROW, ROW, ConstantDescs.CD_int);

    private static final int TIME = 0;
    private static final int STATES = 1;
    private static final int PARAMETERS = 2;
    private static final int RESULTS = 3;
    private static final int WORK = 4;
    private static final int LANE_COUNT = 5;
    private static final int LANE = 6;
    private static final int FIRST_FREE = 7;

    final CodeBuilder code;
    private final Schedule schedule;
    private final Map<Node, Integer> locals = new HashMap<>();
    private int nextLocal = FIRST_FREE;

    PieceEmitter(CodeBuilder code, Schedule schedule) {
        this.code = code;
        this.schedule = schedule;
    }

    /** Lanes that one value covers. */
    abstract int width();

    /** Local variable slots that one value takes. */
    abstract int slotsPerValue();

    /** Pushes a constant in all lanes. */
    abstract void constant(double value);

    /** Pushes the value at lane + row of an array. */
    abstract void read(int array, int row);

    /** Local to array at lane + row. */
    abstract void write(int array, int row, int local);

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
        var loop = code.newLabel();
        var end = code.newLabel();
        code.iconst_0().istore(LANE);
        code.labelBinding(loop).iload(LANE).iload(LANE_COUNT).if_icmpge(end);
        for (Schedule.Item item : piece.items()) {
            switch (item) {
                case Schedule.Compute c -> {
                    compute(c.node());
                    int local = keep(c.node());
                    if (schedule.slot(c.node()) >= 0) {
                        write(WORK, schedule.slot(c.node()), local);
                    }
                }
                case Schedule.Argument a -> write(WORK, a.slot(), inLocal(a.node()));
                case Schedule.Result r -> write(RESULTS, r.row(), inLocal(r.node()));
            }
        }
        code.iinc(LANE, width()).goto_(loop).labelBinding(end).return_();
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
            read(PARAMETERS, derived);
        } else {
            switch (node.operation()) {
                case TIME -> read(TIME, node.index());
                case STATE -> read(STATES, node.index());
                case PARAMETER -> read(PARAMETERS, node.index());
                default -> read(WORK, schedule.slot(node));
            }
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

    final void address(int array, int row) {
        code.aload(array).iload(LANE);
        if (row > 0) {
            code.loadConstant(row * Kernel.LANES).iadd();
        }
    }
}
