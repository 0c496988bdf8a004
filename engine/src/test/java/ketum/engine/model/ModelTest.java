package ketum.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {

    private static final String ORAL = """
            model one_compartment_oral
              // units
              unit time_unit = 3600 second
              unit h = 3600 second
              unit nmol = 1e-9 mole
              unit per_h = 1/h
              unit nM = nmol/litre
              ka = 1.2 per_h;  V = 30 litre; k = 0.1 per_h
              G = 0 nmol; A = 0 nmol
              C has nM
              G' = -ka*G
              A' = ka*G - k*A
              C := A/V
            end
            """;

    @Test
    void oneCompartmentModelIsReadWithItsUnits() {
        Model model = Model.parse("oral.ant", ORAL);
        assertEquals("one_compartment_oral", model.name());
        assertEquals("h", model.timeUnit());
        assertEquals("[ka 1/h 1.2, V L 30.0, k 1/h 0.1]",
                model.parameters().stream().map(p -> p.id() + " " + p.unit() + " " + p.value()).toList().toString());
        assertEquals("[G nmol 0 -ka*G 11, A nmol 0 ka*G - k*A 12]", model.states().stream().map(s -> s.id() + " " + s.unit() + " "
                + Infix.of(s.initial()) + " " + Infix.of(s.rate()) + " " + s.line()).toList().toString());
        assertEquals("[C nmol/L A/V 13]", model.assignments().stream().map(a -> a.id() + " " + a.unit() + " "
                + Infix.of(a.expression()) + " " + a.line()).toList().toString());
    }

    private static final String PARTS = """
            function twice(x); 2*x; end
            model parts
              unit time_unit = 3600 second; unit per_h = 1/(3600 second)
              k = 1 per_h; start = 2 dimensionless; unused = 3 dimensionless; limit = 4 dimensionless
              X = 2*base; X has dimensionless; Y = 1 dimensionless; Z = 1 dimensionless
              X' = -k*X
              Y' = k*flow
              Z' = k*piecewise(Z, X > limit, Y)
              base := twice(start); base has dimensionless
              flow := Y + signal; flow has dimensionless
              signal := 1 + time*k; signal has dimensionless
            end
            """;

    @Test
    void sliceKeepsWhatAnOutputDependsOn() {
        Model model = Model.parse("parts", PARTS);
        assertEquals("[X] [k, start] []", ids(model.slice(List.of("X"))));
        assertEquals("[Y] [k] [signal, flow]", ids(model.slice(List.of("Y"))));
        assertEquals("[X, Y, Z] [k, start, limit] [signal, flow]", ids(model.slice(List.of("Z"))));
        assertEquals("[] [unused] []", ids(model.slice(List.of("unused"))));
        assertEquals("[] [k, start] [base, signal]", ids(model.slice(List.of("signal", "base"))));
        assertEquals(model, model.slice(List.of("X", "Y", "Z", "base", "unused", "limit")));
    }

    @Test
    void sliceTurnsDownAnUnknownOutput() {
        Model model = Model.parse("parts", PARTS);
        var problem = assertThrows(IllegalArgumentException.class, () -> model.slice(List.of("X", "W")));
        assertEquals("model parts has no state, assignment or parameter `W`", problem.getMessage());
    }

    @Test
    void sameTextGivesAnEqualModel() {
        assertEquals(Model.parse("a", PARTS), Model.parse("b", PARTS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model m; a = ; end          | m:1:10: an empty formula (the clearing of a rule of a submodel) is not supported; write what `a` equals
            model m; a = (1 + ; end     | m:1:19: unexpected `;`; expected a number, a name or an opening bracket
            model m; end end            | m:1:14: unexpected `end`; a file holds imports, functions and models: model NAME ... end
            model m; b = 1 2; end       | m:1:16: unexpected `2`; expected `;` or end of line
            model 3; end                | m:1:7: unexpected `3`; expected `*` or a name
            model m; a is "x" b; end    | m:1:19: unexpected `b`; expected `;` or end of line
            model m; a = q & r; end     | m:1:16: unexpected `&`; outside comments and quoted text only the characters of Antimony are allowed
            """)
    void syntaxErrorTellsLineColumnAndWhatIsAccepted(String text, String message) {
        assertEquals(message, assertThrows(ModelException.class, () -> Model.parse("m", text)).getMessage());
    }

    @Test
    void linesCountThroughCommentsContinuationsAndLineEndsOfAnySystem() {
        String text = "model m // one\r\n/* two\nthree */ unit time_unit = second\ra = \\\n nothing\n end";
        var problem = assertThrows(ModelException.class, () -> Model.parse("m", text));
        assertTrue(problem.getMessage().contains("`nothing`"), problem.getMessage());
        assertEquals(5, problem.line(), problem.getMessage());
    }

    private static String ids(Model model) {
        return model.states().stream().map(Model.State::id).toList() + " " + model.parameters().stream().map(Model.Parameter::id).toList()
                + " " + model.assignments().stream().map(Model.Assignment::id).toList();
    }
}
