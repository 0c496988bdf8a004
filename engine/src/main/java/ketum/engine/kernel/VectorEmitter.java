package ketum.engine.kernel;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Writes code that computes {@link VectorShape#WIDTH} lanes at a time. Names the incubator module's classes by
 * description only, so this class loads where the module is absent.
 */
final class VectorEmitter extends PieceEmitter {

    private static final ClassDesc DOUBLE_VECTOR = ClassDesc.of("jdk.incubator.vector.DoubleVector");
    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
    private static final ClassDesc COMPARISON = ClassDesc.of("jdk.incubator.vector.VectorOperators$Comparison");
    private static final ClassDesc SHAPE = ClassDesc.of("ketum.engine.kernel.VectorShape");
    private static final MethodTypeDesc OF_ONE = MethodTypeDesc.of(DOUBLE_VECTOR);
    private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(DOUBLE_VECTOR, VECTOR);

    VectorEmitter(CodeBuilder code, Schedule schedule, Frame frame) {
        super(code, schedule, frame);
    }

    @Override
    int width() {
        return VectorShape.WIDTH;
    }

    @Override
    int slotsPerValue() {
        return 1;
    }

    @Override
    void constant(double value) {
        number(() -> code.loadConstant(value));
    }

    @Override
    void number(Runnable push) {
        species();
        push.run();
        code.invokestatic(DOUBLE_VECTOR, "broadcast", MethodTypeDesc.of(DOUBLE_VECTOR, SPECIES, CD_double));
    }

    private void species() {
        code.getstatic(SHAPE, "SPECIES", SPECIES);
    }

    @Override
    void read(Runnable address) {
        species();
        address.run();
        code.invokestatic(DOUBLE_VECTOR, "fromArray",
                MethodTypeDesc.of(DOUBLE_VECTOR, SPECIES, CD_double.arrayType(), CD_int));
    }

    @Override
    void write(Runnable address, int local) {
        code.aload(local);
        address.run();
        code.invokevirtual(DOUBLE_VECTOR, "intoArray", MethodTypeDesc.of(CD_void, CD_double.arrayType(), CD_int));
    }

    @Override
    void loadLocal(int local) {
        code.aload(local);
    }

    @Override
    void storeLocal(int local) {
        code.astore(local);
    }

    @Override
    void arithmetic(Operation operation) {
        switch (operation) {
            case NEGATE -> code.invokevirtual(DOUBLE_VECTOR, "neg", OF_ONE);
            case ABSOLUTE -> code.invokevirtual(DOUBLE_VECTOR, "abs", OF_ONE);
            case FUSED -> code.invokevirtual(DOUBLE_VECTOR, "fma", MethodTypeDesc.of(DOUBLE_VECTOR, VECTOR, VECTOR));
            case ROOT -> code.invokevirtual(DOUBLE_VECTOR, "sqrt", OF_ONE);
            case ADD -> code.invokevirtual(DOUBLE_VECTOR, "add", OF_TWO);
            case SUBTRACT -> code.invokevirtual(DOUBLE_VECTOR, "sub", OF_TWO);
            case MULTIPLY -> code.invokevirtual(DOUBLE_VECTOR, "mul", OF_TWO);
            case DIVIDE -> code.invokevirtual(DOUBLE_VECTOR, "div", OF_TWO);
            case MINIMUM -> code.invokevirtual(DOUBLE_VECTOR, "min", OF_TWO);
            case MAXIMUM -> code.invokevirtual(DOUBLE_VECTOR, "max", OF_TWO);
            default -> throw new IllegalArgumentException(operation.name());
        }
    }

    @Override
    void beforeComparison(Operation operation) {
        // compare(operator, other) wants the operator between its operands
        String name = switch (operation) {
            case LESS -> "LT";
            case LESS_OR_EQUAL -> "LE";
            case GREATER -> "GT";
            case GREATER_OR_EQUAL -> "GE";
            case EQUAL -> "EQ";
            case NOT_EQUAL -> "NE";
            default -> throw new IllegalArgumentException(operation.name());
        };
        code.getstatic(OPERATORS, name, COMPARISON);
    }

    @Override
    void compare(Operation operation) {
        code.invokevirtual(DOUBLE_VECTOR, "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
    }

    @Override
    void logic(Operation operation) {
        switch (operation) {
            case AND -> code.invokevirtual(MASK, "and", MethodTypeDesc.of(MASK, MASK));
            case OR -> code.invokevirtual(MASK, "or", MethodTypeDesc.of(MASK, MASK));
            case NOT -> code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
            default -> throw new IllegalArgumentException(operation.name());
        }
    }

    @Override
    void select(Runnable whenTrue, Runnable otherwise, Runnable condition) {
        otherwise.run();
        whenTrue.run();
        condition.run();
        code.invokevirtual(DOUBLE_VECTOR, "blend", MethodTypeDesc.of(DOUBLE_VECTOR, VECTOR, MASK));
    }
}
