package ketum.engine.kernel;

import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Writes code that computes one lane at a time with ordinary arithmetic. */
final class ScalarEmitter extends PieceEmitter {

    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final MethodTypeDesc OF_ONE = MethodTypeDesc.of(CD_double, CD_double);
    private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);

    ScalarEmitter(CodeBuilder code, Schedule schedule, Frame frame) {
        super(code, schedule, frame);
    }

    @Override
    int width() {
        return 1;
    }

    @Override
    int slotsPerValue() {
        return 2;
    }

    @Override
    void constant(double value) {
        code.loadConstant(value);
    }

    @Override
    void number(Runnable push) {
        push.run();
    }

    @Override
    void read(Runnable address) {
        address.run();
        code.daload();
    }

    @Override
    void write(Runnable address, int local) {
        address.run();
        code.dload(local).dastore();
    }

    @Override
    void loadLocal(int local) {
        code.dload(local);
    }

    @Override
    void storeLocal(int local) {
        code.dstore(local);
    }

    @Override
    void arithmetic(Operation operation) {
        switch (operation) {
            case NEGATE -> code.dneg();
            case ADD -> code.dadd();
            case SUBTRACT -> code.dsub();
            case MULTIPLY -> code.dmul();
            case DIVIDE -> code.ddiv();
            case MINIMUM -> code.invokestatic(MATH, "min", OF_TWO);
            case MAXIMUM -> code.invokestatic(MATH, "max", OF_TWO);
            case ABSOLUTE -> code.invokestatic(MATH, "abs", OF_ONE);
            case FUSED -> code.invokestatic(MATH, "fma", MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double));
            case ROOT -> code.invokestatic(MATH, "sqrt", OF_ONE);
            default -> throw new IllegalArgumentException(operation.name());
        }
    }

    @Override
    void beforeComparison(Operation operation) {
        // nothing stands between the operands
    }

    @Override
    void compare(Operation operation) {
        var holds = code.newLabel();
        var end = code.newLabel();
        // the variant of dcmp that makes every comparison with NaN false, and "not equal" true
        switch (operation) {
            case LESS -> code.dcmpg().iflt(holds);
            case LESS_OR_EQUAL -> code.dcmpg().ifle(holds);
            case GREATER -> code.dcmpl().ifgt(holds);
            case GREATER_OR_EQUAL -> code.dcmpl().ifge(holds);
            case EQUAL -> code.dcmpl().ifeq(holds);
            case NOT_EQUAL -> code.dcmpl().ifne(holds);
            default -> throw new IllegalArgumentException(operation.name());
        }
        code.iconst_0().goto_(end).labelBinding(holds).iconst_1().labelBinding(end);
    }

    @Override
    void logic(Operation operation) {
        switch (operation) {
            case AND -> code.iand();
            case OR -> code.ior();
            case NOT -> code.iconst_1().ixor();
            default -> throw new IllegalArgumentException(operation.name());
        }
    }

    @Override
    void select(Runnable whenTrue, Runnable otherwise, Runnable condition) {
        var no = code.newLabel();
        var end = code.newLabel();
        condition.run();
        code.ifeq(no);
        whenTrue.run();
        code.goto_(end).labelBinding(no);
        otherwise.run();
        code.labelBinding(end);
    }
}
