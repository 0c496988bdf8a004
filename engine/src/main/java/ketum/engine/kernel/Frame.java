package ketum.engine.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntConsumer;

/** Where the rows of a piece's arrays stand, and what surrounds the body of the piece. Each address leaves an array and an index on the stack. */
interface Frame {

    /** The form of the piece's method. */
    MethodTypeDesc form();

    /** First local variable that the body may use. */
    int firstFree();

    /** What comes before the body; {@code width} lanes go into one value. */
    void open(CodeBuilder code, int width);

    void close(CodeBuilder code, int width);

    void parameter(CodeBuilder code, int row);

    void work(CodeBuilder code, int row);

    void result(CodeBuilder code, int row);

    /** Of a leaf other than a constant and {@link Operation#ORDER}. */
    void leaf(CodeBuilder code, Node node);

    /** Pushes a number that depends on the order alone, as a double. */
    default void order(CodeBuilder code, int index) {
        throw new UnsupportedOperationException("no order here");
    }

    /** Writes a loop over the orders between 0 and the present one around a body that is given the loop's local variable. */
    default void loopOverLowerOrders(CodeBuilder code, int local, IntConsumer body) {
        throw new UnsupportedOperationException("no order here");
    }

    /** Address of the rising factor of a sum within that loop. */
    default void first(CodeBuilder code, Node sum, int local) {
        throw new UnsupportedOperationException("no order here");
    }

    /** Address of the falling factor. */
    default void second(CodeBuilder code, Node sum, int local) {
        throw new UnsupportedOperationException("no order here");
    }
}
