package ketum.engine.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** A loop over the lanes of a block; the form that all functions of a {@link Kernel} share. One for each piece. */
class BlockFrame implements Frame {

    /** (time, states, parameters, results, work, lanes) */
    static final MethodTypeDesc FORM = MethodTypeDesc.of(ConstantDescs.CD_void, PieceEmitter.ROW, PieceEmitter.ROW, PieceEmitter.ROW,
            PieceEmitter.ROW, PieceEmitter.ROW, ConstantDescs.CD_int);

    private static final int TIME = 0;
    private static final int STATES = 1;
    private static final int PARAMETERS = 2;
    static final int RESULTS = 3;
    private static final int WORK = 4;
    private static final int LANE_COUNT = 5;
    static final int LANE = 6;

    private Label loop;
    private Label end;

    @Override
    public final MethodTypeDesc form() {
        return FORM;
    }

    @Override
    public final int firstFree() {
        return LANE + 1;
    }

    @Override
    public final void open(CodeBuilder code, int width) {
        loop = code.newLabel();
        end = code.newLabel();
        code.iconst_0().istore(LANE);
        code.labelBinding(loop).iload(LANE).iload(LANE_COUNT).if_icmpge(end);
    }

    @Override
    public final void close(CodeBuilder code, int width) {
        code.iinc(LANE, width).goto_(loop).labelBinding(end).return_();
    }

    @Override
    public final void parameter(CodeBuilder code, int row) {
        address(code, PARAMETERS, row);
    }

    @Override
    public final void work(CodeBuilder code, int row) {
        address(code, WORK, row);
    }

    @Override
    public void result(CodeBuilder code, int row) {
        address(code, RESULTS, row);
    }

    @Override
    public final void leaf(CodeBuilder code, Node node) {
        switch (node.operation()) {
            case TIME -> address(code, TIME, node.index());
            case STATE -> address(code, STATES, node.index());
            case PARAMETER -> address(code, PARAMETERS, node.index());
            default -> throw new IllegalArgumentException(node.operation().name());
        }
    }

    private static void address(CodeBuilder code, int array, int row) {
        code.aload(array).iload(LANE);
        if (row > 0) {
            code.loadConstant(row * Kernel.LANES).iadd();
        }
    }
}
