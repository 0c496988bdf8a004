package ketum.engine.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.IntConsumer;

/** One order of one group of lanes: {@link SeriesKernel#term}. No loop around the body. */
final class TermFrame implements Frame {

    /** (parameters, table, work, lane, base, order) */
    static final MethodTypeDesc FORM = MethodTypeDesc.of(ConstantDescs.CD_void, PieceEmitter.ROW, PieceEmitter.ROW, PieceEmitter.ROW,
            ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int);

    private static final int PARAMETERS = 0;
    private static final int TABLE = 1;
    private static final int WORK = 2;
    private static final int LANE = 3;
    private static final int BASE = 4;
    private static final int ORDER = 5;
    /** Index of the present order of the first series. */
    private static final int PRESENT = 6;
    /** Sum of the indices of both factors of a product in a sum. */
    private static final int BOTH = 7;
    private static final int FIRST_FREE = 8;

    private final List<SeriesPlan.Entry> entries;
    private final int width;

    TermFrame(List<SeriesPlan.Entry> entries, int width) {
        this.entries = entries;
        this.width = width;
    }

    @Override
    public MethodTypeDesc form() {
        return FORM;
    }

    @Override
    public int firstFree() {
        return FIRST_FREE;
    }

    @Override
    public void open(CodeBuilder code, int lanes) {
        code.iload(BASE).iload(ORDER).loadConstant(width).imul().iadd().istore(PRESENT);
        code.iload(BASE).iload(PRESENT).iadd().istore(BOTH);
    }

    @Override
    public void close(CodeBuilder code, int lanes) {
        code.return_();
    }

    @Override
    public void parameter(CodeBuilder code, int row) {
        code.aload(PARAMETERS).iload(LANE).loadConstant(row * Kernel.LANES).iadd();
    }

    @Override
    public void work(CodeBuilder code, int row) {
        code.aload(WORK).iload(LANE).loadConstant(row * Kernel.LANES).iadd();
    }

    @Override
    public void result(CodeBuilder code, int row) {
        code.aload(TABLE).iload(PRESENT).loadConstant(entries.get(row).place() * width).iadd();
    }

    @Override
    public void leaf(CodeBuilder code, Node node) {
        switch (node.operation()) {
            case PARAMETER -> parameter(code, node.index());
            case ORIGIN -> code.aload(TABLE).iload(BASE).loadConstant(offset(node.index())).iadd();
            case TERM -> code.aload(TABLE).iload(PRESENT).loadConstant(offset(node.index())).iadd();
            default -> throw new IllegalArgumentException(node.operation().name());
        }
    }

    private int offset(int series) {
        return series * SeriesKernel.ROWS * width;
    }

    @Override
    public void order(CodeBuilder code, int index) {
        switch (index) {
            case SeriesPlan.ORDER -> code.iload(ORDER).i2d();
            case SeriesPlan.PER_ORDER -> code.dconst_1().iload(ORDER).i2d().ddiv();
            case SeriesPlan.PER_NEXT -> code.dconst_1().iload(ORDER).iconst_1().iadd().i2d().ddiv();
            case SeriesPlan.FIRST -> {
                Label later = code.newLabel();
                Label end = code.newLabel();
                code.iload(ORDER).iconst_1().if_icmpne(later).dconst_1().goto_(end).labelBinding(later).dconst_0().labelBinding(end);
            }
            default -> throw new IllegalArgumentException("order " + index);
        }
    }

    @Override
    public void loopOverLowerOrders(CodeBuilder code, int local, IntConsumer body) {
        Label loop = code.newLabel();
        Label end = code.newLabel();
        code.iload(BASE).loadConstant(width).iadd().istore(local);
        code.labelBinding(loop).iload(local).iload(PRESENT).if_icmpge(end);
        body.accept(local);
        code.iinc(local, width).goto_(loop).labelBinding(end);
    }

    @Override
    public void first(CodeBuilder code, Node sum, int local) {
        code.aload(TABLE).iload(local).loadConstant(offset(SeriesPlan.firstSeries(sum))).iadd();
    }

    @Override
    public void second(CodeBuilder code, Node sum, int local) {
        code.aload(TABLE).iload(BOTH).iload(local).isub().loadConstant(offset(SeriesPlan.secondSeries(sum))).iadd();
    }
}
