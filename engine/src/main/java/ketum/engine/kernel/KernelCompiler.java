package ketum.engine.kernel;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ketum.engine.model.Model;

/** Turns the expression graph of a model into a class, loads it and makes one instance. */
final class KernelCompiler {

    private static final ClassDesc OWNER = ClassDesc.of("ketum.engine.kernel.GeneratedKernel");
    private static final ClassDesc SCALAR_ELEMENTARY = ClassDesc.of("ketum.engine.kernel.Elementary");
    private static final ClassDesc VECTOR_ELEMENTARY = ClassDesc.of("ketum.engine.kernel.VectorElementary");
    private static final MethodTypeDesc ELEMENTARY_FORM = MethodTypeDesc.of(ConstantDescs.CD_void, PieceEmitter.ROW,
            ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int);
    private static final MethodTypeDesc NO_ARGUMENTS = MethodTypeDesc.of(ConstantDescs.CD_void);

    /**
     * A function to compile.
     *
     * @param roots   one node per row of results
     * @param derived nodes that are found in a parameter row
     * @param frame   of a piece
     */
    record Function(String name, List<Node> roots, Map<Node, Integer> derived, Supplier<Frame> frame) {

        Function(String name, List<Node> roots, Map<Node, Integer> derived) {
            this(name, roots, derived, BlockFrame::new);
        }
    }

    private final boolean vectors;
    private int workRows;

    KernelCompiler(boolean vectors) {
        this.vectors = vectors;
    }

    /**
     * Compiles functions given by one node per row of their results.
     *
     * @param width lanes per vector, 1 for scalar code only
     */
    static CompiledKernel compile(Graph graph, List<Model.State> states, List<Model.Parameter> parameters, List<Node> initial,
                                  List<Node> rates, List<Node> outputs, EventCompiler events, int width) {
        Map<Node, Integer> derived = new LinkedHashMap<>();
        Set<Node> seen = new HashSet<>();
        rates.forEach(node -> collectDerived(node, parameters.size(), derived, seen));
        outputs.forEach(node -> collectDerived(node, parameters.size(), derived, seen));
        List<Function> functions = List.of(
                new Function("prepare", List.copyOf(derived.keySet()), Map.of()),
                new Function("initial", initial, Map.of()),
                new Function("rates", rates, derived),
                new Function("outputs", outputs, derived));
        KernelCompiler scalar = new KernelCompiler(false);
        Kernel kernel = scalar.load(Kernel.class, functions);
        Optional<Kernel> vector = width == LaneWidth.SCALAR ? Optional.empty()
                : Optional.of(new KernelCompiler(true).load(Kernel.class, functions));
        Optional<CompiledEvents> compiledEvents = events.compile(rates, derived, width);
        // an event is looked for at the ends of steps, which are too far apart in a series for one that comes and goes
        Optional<CompiledSeries> series = compiledEvents.isPresent() ? Optional.empty()
                : SeriesCompiler.compile(graph, rates, derived, parameters.size(), width);
        return new CompiledKernel(kernel, vector, width,
                new KernelShape(states.size(), parameters.size(), derived.size(), outputs.size(), scalar.workRows), states, parameters,
                compiledEvents, new StiffCompiler(graph, rates, derived, parameters.size(), width), series);
    }

    /** Compiles the functions of an interface, each given by one node per row of its results. */
    <T> T load(Class<T> face, List<Function> functions) {
        byte[] bytes = ClassFile.of().build(OWNER, type -> {
            type.withInterfaceSymbols(ClassDesc.of(face.getName()));
            type.withMethodBody(ConstantDescs.INIT_NAME, NO_ARGUMENTS, ClassFile.ACC_PUBLIC, code -> code
                    .aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, NO_ARGUMENTS).return_());
            functions.forEach(function -> function(type, function));
        });
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return face.cast(lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class)).invoke());
        } catch (Throwable e) {
            throw new IllegalStateException("the compiled model could not be loaded", e);
        }
    }

    /**
     * Gives every largest part that depends on parameters alone a parameter row of its own.
     *
     * @param seen nodes that were followed before: in a factorisation there are far more paths than nodes
     */
    static void collectDerived(Node node, int parameters, Map<Node, Integer> derived, Set<Node> seen) {
        if (node.operation().leaf() || derived.containsKey(node) || !seen.add(node)) {
            return;
        }
        if (!node.varies() && !node.operation().condition()) {
            derived.put(node, parameters + derived.size());
            return;
        }
        node.operands().forEach(operand -> collectDerived(operand, parameters, derived, seen));
    }

    private void function(ClassBuilder type, Function function) {
        Schedule schedule = new Schedule(function.roots(), function.derived());
        workRows = Math.max(workRows, schedule.workRows());
        List<Schedule.Piece> pieces = schedule.stages().stream()
                .filter(Schedule.Piece.class::isInstance).map(Schedule.Piece.class::cast).toList();
        String name = function.name();
        MethodTypeDesc form = function.frame().get().form();
        type.withMethodBody(name, form, ClassFile.ACC_PUBLIC, code -> {
            int piece = 0; // counted here: the builder may run this twice
            for (Schedule.Stage stage : schedule.stages()) {
                switch (stage) {
                    case Schedule.Elementaries e -> code.aload(5).loadConstant(e.first()).loadConstant(e.slots()).iload(6)
                            .invokestatic(vectors ? VECTOR_ELEMENTARY : SCALAR_ELEMENTARY,
                                    e.operation() == Operation.EXP ? "exp" : "ln", ELEMENTARY_FORM);
                    case Schedule.Piece p -> {
                        for (int argument = 0; argument < form.parameterCount(); argument++) {
                            code.loadLocal(TypeKind.from(form.parameterType(argument)), argument + 1);
                        }
                        code.invokestatic(OWNER, name + piece++, form);
                    }
                }
            }
            code.return_();
        });
        for (int i = 0; i < pieces.size(); i++) {
            Schedule.Piece piece = pieces.get(i);
            type.withMethodBody(name + i, form, ClassFile.ACC_STATIC,
                    code -> emitter(code, schedule, function.frame().get()).emit(piece));
        }
    }

    int workRows() {
        return workRows;
    }

    private PieceEmitter emitter(CodeBuilder code, Schedule schedule, Frame frame) {
        return vectors ? new VectorEmitter(code, schedule, frame) : new ScalarEmitter(code, schedule, frame);
    }
}
