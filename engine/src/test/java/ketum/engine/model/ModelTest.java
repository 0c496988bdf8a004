package ketum.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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
}
