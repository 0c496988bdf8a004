package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ketum.engine.Options;
import ketum.engine.data.DataSimulation.Settings;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSimulationTest {

    private static final Options EXACT = Options.of(1e-10, 1e-10).withThreads(2);

    private static final Model ORAL = SteadyStateTest.model("""
            ka = 1 per_h; k = 0.1 per_h; V = 10 L
            gut = 0 mg; gut' = -ka*gut
            central = 0 mg; central' = ka*gut - k*central
            C := central/V; C has mg_per_L
            """);

    private static DataSimulation simulation(Model model, String data, String... outputs) {
        return DataSimulation.of(model, DataSet.parse("data.csv", data, Columns.of(model)), new Settings(EXACT, List.of(outputs)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ID,TIME,AMT/1,0,5| data.csv, line 2, CMT: missing: the dose must say where it goes; accepted are the numbers or names of the model's states: 1 gut, 2 central",
        "ID,TIME,AMT,CMT/1,0,5,liver| data.csv, line 2, CMT: found `liver`; accepted are",
        "ID,TIME,AMT,CMT/1,0,5,3| data.csv, line 2, CMT: found `3`; accepted are",
        "ID,TIME,AMT,CMT,RATE/1,0,5,gut,-2| line 2, RATE: -2 means that the model gives the duration: it needs a parameter or assignment gut_duration",
        "ID,TIME,AMT,CMT,RATE/1,0,5,gut,-1| line 2, RATE: -1 means that the model gives the rate: it needs a parameter or assignment gut_rate",
        "#! TIME: d/ID,TIME,AMT,CMT/1,0,5,1| TIME: is in d, but the model's time is in h; convert the column or the model",
        "#! AMT: ug/ID,TIME,AMT,CMT/1,0,5,1| line 3, AMT: is in ug, but the model's state gut is in mg; convert",
        "#! V: mL/ID,TIME,AMT,CMT,V/1,0,5,1,10| V: is in mL, but the model's parameter is in L; convert",
        "#! C: locf/ID,TIME,AMT,CMT,C/1,0,5,1,10| data.csv, line 1",
        "ID,TIME,AMT,CMT,II,ADDL/1,0,5,gut,1e-9,2000000000/1,100,.,.,.,.| line 2, ADDL: with II = 1.0E-9 makes more than",
    })
    void whatTheModelDoesNotHaveIsSaid(String text, String message) {
        String found = assertThrows(DataException.class, () -> simulation(ORAL, text.replace('/', '\n'), "C")).getMessage();
        assertTrue(found.contains(message), found);
    }

    @Test
    void aColumnCannotSetWhatTheModelComputes() {
        DataSet data = DataSet.parse("d", "#! conc: locf\nID,TIME,conc\n1,0,3\n", Columns.STANDARD);
        Model model = SteadyStateTest.model("a = 1 mg; conc := 2*a; conc has mg; x = 0 mg; one = 1 per_h; x' = one*conc");
        assertTrue(assertThrows(DataException.class, () -> DataSimulation.of(model, data, new Settings(EXACT, List.of("x")))).getMessage()
                .contains("conc: the model computes this itself"));
    }

    @Test
    void whatSpeaksOfDosesMustNotDependOnStates() {
        Model model = SteadyStateTest.model("a = 1 h; unit per_mg = 1/mg; b = 1 per_mg; k = 1 per_h; x = 0 mg; x' = -k*x; x_lag := a*b*x; x_lag has h");
        assertTrue(assertThrows(DataException.class, () -> simulation(model, "ID,TIME,AMT\n1,0,5\n", "x")).getMessage()
                .contains("x_lag of the model depends on a state"));
        Model wrongUnit = SteadyStateTest.model("k = 1 per_h; x = 0 mg; x' = -k*x; x_lag = 5 mg");
        assertTrue(assertThrows(DataException.class, () -> simulation(wrongUnit, "ID,TIME,AMT\n1,0,5\n", "x")).getMessage()
                .contains("x_lag of the model has the unit mg; it must have h"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, x_lag is -1.0; a lag is a number from 0 up", "0, -1, 1, x_bioavailability is -1.0", "0, 1, -2, x_duration is -2.0"})
    void whatTheModelSaysWronglyOfADoseFailsItsSubjectAlone(double lag, double fraction, double duration, String text) {
        Model model = SteadyStateTest.model("""
                k = 1 per_h; x = 0 mg; x' = -k*x; x_lag = 0 h; x_bioavailability = 1 dimensionless; x_duration = 1 h
                """);
        RecordTable table = simulation(model, "ID,TIME,AMT,RATE,x_lag,x_bioavailability,x_duration\n1,0,5,-2," + lag + "," + fraction + "," + duration
                + "\n2,0,5,-2,0,1,1\n2,1,.,.,.,.,.\n", "x").run();
        assertEquals(1, table.failures().size());
        assertEquals("1", table.failures().getFirst().id());
        assertEquals(2, table.failures().getFirst().line());
        assertTrue(table.failures().getFirst().text().contains(text), table.failures().getFirst().text());
        assertTrue(Double.isNaN(table.value(0, 0)));
        assertEquals(5 * (1 - StrictMath.exp(-1)), table.value(0, 2), 1e-8);
    }

    /** Oracle: each person's own exponential. Rows stand replicate by replicate; progress ends at the last. */
    @Test
    void individualsHaveTheirOwnParameters() {
        Model model = SteadyStateTest.model("k = 1 per_h; x = 0 mg; x' = -k*x");
        double[] k = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        List<Integer> progress = new ArrayList<>();
        RecordTable table = simulation(model, "ID,TIME,AMT\nA,0,5\nA,3,.\nB,0,7\nB,2,.\n", "x").run(new Individuals(3, Map.of("k", k)), progress::add);
        assertEquals(12, table.rows());
        for (int replicate = 0; replicate < 3; replicate++) {
            assertEquals(5 * StrictMath.exp(-3 * k[2 * replicate]), table.value(0, 4 * replicate + 1), 1e-9);
            assertEquals(7 * StrictMath.exp(-2 * k[2 * replicate + 1]), table.value(0, 4 * replicate + 3), 1e-9);
            assertEquals(replicate, table.replicate(4 * replicate + 3));
            assertEquals("B", table.record(4 * replicate + 3).id());
        }
        assertEquals(6, progress.getLast());
        DataSimulation again = simulation(model, "#! k: locf\nID,TIME,AMT,k\n1,0,5,1\n", "x");
        assertThrows(IllegalArgumentException.class, () -> again.run(new Individuals(1, Map.of("k", new double[1])), _ -> { }));
        assertThrows(IllegalArgumentException.class, () -> again.run(new Individuals(1, Map.of("q", new double[1])), _ -> { }));
        assertThrows(IllegalArgumentException.class, () -> new Individuals(0, Map.of()));
    }

    /** Oracle: one person at a time. More than are simulated at once, with resets that start the clock anew. */
    @Test
    void manySubjectsAreEachAsIfAlone() {
        StringBuilder rows = new StringBuilder("ID,TIME,EVID,AMT,CMT\n");
        for (int i = 0; i < 5000; i++) {
            rows.append(i).append(",0,1,").append(i + 1).append(",gut\n").append(i).append(",2,0,.,.\n");
            if (i % 1000 == 999) {
                rows.append(i).append(",1,4,7,central\n").append(i).append(",3,0,.,.\n");
            }
        }
        RecordTable table = simulation(ORAL, rows.toString(), "central").run();
        double oral = (StrictMath.exp(-0.2) - StrictMath.exp(-2)) / 0.9;
        int late = 0;
        for (int row = 0; row < table.rows(); row++) {
            int id = Integer.parseInt(table.record(row).id());
            if (table.record(row).time() == 2) {
                assertEquals((id + 1) * oral, table.value(0, row), 1e-7 * (id + 1));
            } else if (table.record(row).time() == 3) {
                assertEquals(7 * StrictMath.exp(-0.2), table.value(0, row), 1e-8);
                late++;
            }
        }
        assertEquals(5, late);
    }

    /** Oracle: the start value is a multiple of the covariate at the moment, also where a reset falls between its records. */
    @Test
    void startValuesTakeTheCovariateOfTheMoment() {
        Model model = SteadyStateTest.model("""
                unit kg = 1e3 gram; WT = 70 kg; unit mg_per_kg = mg/kg; each = 2 mg_per_kg; k = 0.1 per_h
                x = each*WT; x has mg; x' = -k*x
                """);
        RecordTable linear = simulation(model, "#! WT: linear, kg\nID,TIME,EVID,WT\n1,10,0,50\n1,14,3,.\n1,15,0,.\n1,20,0,70\n", "x").run();
        assertEquals(100, linear.value(0, 0), 1e-9);
        assertEquals(100 * StrictMath.exp(-0.4), linear.before(0, 1), 1e-8);
        assertEquals(116, linear.value(0, 1), 1e-9);
        assertEquals(116 * StrictMath.exp(-0.1), linear.value(0, 2), 1e-8);
        RecordTable carried = simulation(model, "#! WT: locf, kg\nID,TIME,EVID,WT\n1,10,0,50\n1,14,3,60\n1,15,0,.\n", "x").run();
        assertEquals(120, carried.value(0, 1), 1e-9);
    }

    /** Oracle: the covariate itself as an output, at its records. */
    @Test
    void outputsMayBeCovariates() {
        Model model = SteadyStateTest.model("unit kg = 1e3 gram; WT = 70 kg; unit per_kg = 1/kg; u = 1 per_kg; k = 1 per_h; x = 1 mg; x' = -k*x*(u*WT)");
        for (String rule : List.of("linear", "locf", "nocb")) {
            RecordTable table = simulation(model, "#! WT: " + rule + "\nID,TIME,WT\n1,0,1\n1,2,5\n1,2,6\n1,4,2\n", "WT", "x").run();
            for (int row = 0; row < 4; row++) {
                assertEquals(table.record(row).covariates().getFirst(), table.value(0, row), 1e-12, rule + " row " + row);
            }
            double passed = switch (rule) {
                case "linear" -> 6 + 8;
                case "locf" -> 2 + 12;
                default -> 10 + 4;
            };
            assertEquals(StrictMath.exp(-passed), table.value(1, 3), 1e-9, rule);
        }
    }

    @Test
    void whatIsNotUsedIsNoted() {
        RecordTable table = simulation(ORAL, "#! AGE: locf\nID,TIME,AMT,CMT,AGE,X\n1,0,5,gut,30,1\n", "C").run();
        assertTrue(table.notes().stream().anyMatch(note -> note.contains("not used: AGE")), table.notes().toString());
        assertTrue(table.notes().stream().anyMatch(note -> note.contains("columns that are not used: X")), table.notes().toString());
    }

    /** A dose into a state that no output depends on has nothing to do, and is no error. */
    @Test
    void dosesThatNoOutputSeesAreLeftOut() {
        RecordTable table = simulation(ORAL, "ID,TIME,AMT,CMT,SS,II\n1,0,5,central,1,8\n1,1,5,gut,1,8\n1,2,.,.,.,.\n", "gut").run();
        assertEquals(List.of(), table.failures());
        assertEquals(5 / (1 - StrictMath.exp(-8)), table.value(0, 1), 1e-8);
    }
}
