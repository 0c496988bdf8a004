package ketum.kratom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;

class ModelTextTest {

    @Test
    void theModelTextIsPlainAntimonyWhoseUnitsBalance() {
        Model model = KratomModel.model();
        assertEquals("h", model.timeUnit());
        assertTrue(model.states().size() >= 26, "states: " + model.states());
    }

    @Test
    void exposureDoesNotDependOnAnythingTheDrugDoes() {
        Model exposure = KratomModel.model().slice(List.of("C_MG", "C_OH"));
        assertEquals(List.of("G_MG", "A_MG", "P_MG", "A_OH"), exposure.states().stream().map(Model.State::id).toList());
    }
}
