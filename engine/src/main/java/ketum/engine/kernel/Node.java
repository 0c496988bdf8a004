package ketum.engine.kernel;

import java.util.List;

/**
 * One operation of an expression graph; equal operations on equal operands are one node.
 *
 * @param id       position in the order of creation, so that operands have lower numbers
 * @param operands none for a leaf
 * @param value    of a constant
 * @param index    row of a state, a parameter, or (beyond 0) beside the time
 * @param varies   whether time or a state has an influence
 */
record Node(int id, Operation operation, List<Node> operands, double value, int index, boolean varies) {

    Node operand(int i) {
        return operands.get(i);
    }

    boolean constant() {
        return operation == Operation.CONSTANT;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
