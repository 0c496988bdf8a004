package ketum.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.model.Imports;
import ketum.engine.model.Model;
import ketum.engine.model.ModelException;

/** Model text: read, cut to what all its variables need, and compiled. */
final class ModelTarget {

    private static final int MOST_COMPILED = 40;

    private static final String SOURCE = "fuzzed.ant";

    private static final Map<String, String> BESIDE = Map.of(
            "absorption.ant", "model absorption(ka)\n  unit time_unit = 3600 second\n  unit per_hour = 1 / (3600 second)\n  G = 1 mole; ka = 1 per_hour\n  G' = -ka * G\nend\n",
            "broken.ant", "model broken\n  x = \nend\n",
            "circle.ant", "import \"fuzzed.ant\"\n");

    static final Target TARGET = new Target("model", "model text (Antimony), and its compiler", 300, 4096, 1 << 20,
            List.of("examples/models/*.ant", "engine/src/test/resources/**/*.ant", "kratom/src/main/resources/ketum/kratom/model/*.ant"), ModelTarget::read);

    private ModelTarget() {
    }

    private static void read(byte[] input) {
        String text = Promise.text(input);
        Optional<Model> read = parse(text);
        if (read.isEmpty()) {
            return;
        }
        Model model = read.get();
        Promise.hold(parse(text).equals(read), "the same text gave another model the second time");
        List<String> all = new ArrayList<>();
        model.states().forEach(state -> all.add(state.id()));
        model.assignments().forEach(assignment -> all.add(assignment.id()));
        model.parameters().forEach(parameter -> all.add(parameter.id()));
        if (all.isEmpty()) {
            return;
        }
        Promise.hold(model.slice(all).equals(model), "a slice for all variables is another model");
        if (all.size() <= MOST_COMPILED) {
            Simulator.compile(model, all, Options.of(1e-6, 1e-8).withLanes(Options.Lanes.SCALAR));
        }
    }

    private static Optional<Model> parse(String text) {
        try {
            return Optional.of(Model.parse(SOURCE, text, Imports.of(BESIDE)));
        } catch (ModelException refused) {
            Promise.message(refused.getMessage());
            Promise.hold(refused.line() >= 1 && refused.column() >= 1, "a place before the text: " + refused.getMessage());
            Promise.inside(BESIDE.getOrDefault(refused.source(), text), refused.line(), refused.getMessage());
            return Optional.empty();
        }
    }
}
