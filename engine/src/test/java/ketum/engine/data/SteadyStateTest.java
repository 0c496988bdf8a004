package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ketum.engine.DoseList;
import ketum.engine.Options;
import ketum.engine.Simulator;
import ketum.engine.Cohort;
import ketum.engine.Trajectories;
import ketum.engine.data.DataSimulation.Settings;
import ketum.engine.data.SteadyStateReport.Method;
import ketum.engine.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steady states are where endless doses lead, found without running there. */
class SteadyStateTest {

    private static final String UNITS = """
            unit time_unit = 3600 second; unit h = 3600 second; unit mg = 1e-3 gram; unit per_h = 1/h; unit mg_per_h = mg/h
            unit L = litre; unit L_per_h = L/h; unit mg_per_L = mg/L
            """;

    static Model model(String body) {
        return Model.parse("model.ant", "model m\n" + UNITS + body + "\nend\n");
    }

    private static final Model SLOW = model("""
            k = 0.2 per_h; x = 0 mg; x' = -k*x
            """);

    /** Absorption, saturable elimination, a deep compartment, an effect on its own turnover. */
    private static final Model BENT = model("""
            ka = 1.1 per_h; most = 30 mg_per_h; half = 40 mg; k12 = 0.3 per_h; k21 = 0.02 per_h
            made = 1 per_h; lost = 0.05 per_h; sense = 25 mg
            gut = 0 mg; gut' = -ka*gut
            central = 0 mg; central' = ka*gut - most*central/(half + central) - k12*central + k21*deep
            deep = 0 mg; deep' = k12*central - k21*deep
            level = 20; level has dimensionless; level' = made*(1 - 0.8*central/(sense + central)) - lost*level
            """);

    static RecordTable run(Model model, String data, Options options, String... outputs) {
        return DataSimulation.of(model, DataSet.parse("data.csv", data, Columns.of(model)), new Settings(options, List.of(outputs))).run();
    }

    /** Oracle: D/(1 - e^(-k·interval)). The half-life is up to 2,900 intervals: a long run would take 100,000 of them. */
    @ParameterizedTest
    @CsvSource({"2, 1e-12", "0.2, 1e-11", "0.02, 1e-10", "0.002, 1e-9", "0.0002, 1e-8"})
    void slowEliminationCostsNoMoreRounds(double k, double tolerance) {
        RecordTable table = run(SLOW, "#! k: constant\nID,TIME,EVID,AMT,II,SS,k\n1,0,1,100,1.2,1," + k + "\n", Options.of(1e-9, 1e-9), "x");
        double expected = 100 / -StrictMath.expm1(-k * 1.2);
        assertEquals(expected, table.value(0, 0), 30 * tolerance * expected);
        SteadyStateReport report = table.steadyStates().getFirst();
        assertEquals(Method.NEWTON, report.method());
        assertTrue(report.rounds() <= 4 && report.intervals() == 3, report.toString());
        assertTrue(report.residual() < 1e-7 && report.estimate() < 1e-6, report.toString());
    }

    /** Oracle: a run of 1,000 intervals through the engine's plain doses, over a model with saturation and slow parts. */
    @Test
    void aRunOfAThousandIntervalsEndsThere() {
        List<String> outputs = List.of("gut", "central", "deep", "level");
        Options options = Options.of(1e-10, 1e-10).withThreads(1);
        RecordTable table = run(BENT, "ID,TIME,EVID,AMT,II,SS,CMT\n1,0,1,150,8,1,gut\n1,3,0,.,.,.,.\n1,7.9,0,.,.,.,.\n", options,
                outputs.toArray(String[]::new));
        Simulator simulator = Simulator.compile(BENT, outputs, options);
        double[] times = new double[1001];
        Arrays.setAll(times, i -> 8.0 * i);
        double[] amounts = new double[1001];
        Arrays.fill(amounts, 150);
        Trajectories longRun = simulator.run(new Cohort(1, 0, new double[] {8000, 8003, 8007.9}, Map.of(), Map.of(),
                _ -> new DoseList(times, new int[1001], amounts)));
        for (int output = 0; output < 4; output++) {
            for (int row = 0; row < 3; row++) {
                double expected = longRun.value(output, 0, row);
                assertEquals(expected, table.value(output, row), 2e-7 * Math.max(1, expected), outputs.get(output) + " row " + row);
            }
        }
        assertTrue(table.steadyStates().getFirst().rounds() <= 15, table.steadyStates().toString());
    }

    /** Oracle: nothing moves over one more interval at steady state. */
    @ParameterizedTest
    @ValueSource(strings = {"150,0,8,0", "150,20,8,0", "150,10,8,0", "150,60,8,0", "150,0,8,3", "300,10,8,5"})
    void oneMoreIntervalChangesNothing(String dose) {
        String[] parts = dose.split(",");
        Model lagged = model("""
                ka = 1.1 per_h; most = 50 mg_per_h; half = 40 mg; gut_lag = 0 h
                gut = 0 mg; gut' = -ka*gut
                central = 0 mg; central' = ka*gut - most*central/(half + central)
                """);
        RecordTable table = run(lagged, "ID,TIME,EVID,AMT,RATE,II,ADDL,SS,gut_lag,CMT\n1,0,1," + parts[0] + "," + parts[1] + "," + parts[2]
                + ",40,1," + parts[3] + ",gut\n" + "1,7.5,0,.,.,.,.,.,.,.\n1,15.5,0,.,.,.,.,.,.,.\n1,79.5,0,.,.,.,.,.,.,.\n1,319.5,0,.,.,.,.,.,.,.\n",
                Options.of(1e-10, 1e-10), "central", "gut");
        assertEquals(List.of(), table.failures());
        for (int row = 2; row <= 4; row++) {
            assertEquals(table.value(0, 1), table.value(0, row), 1e-7 * table.value(0, 1), "central, row " + row);
            assertEquals(table.value(1, 1), table.value(1, row), 1e-7 * table.value(0, 1), "gut, row " + row);
        }
    }

    /** More comes in than saturable elimination can take out: there is no steady state, and the answer says so. */
    @ParameterizedTest
    @ValueSource(strings = {"1,0,1,300,0,8,1,gut", "1,0,1,300,100,8,1,gut", "1,0,1,0,40,0,1,central"})
    void whatAccumulatesWithoutEndFailsAlone(String dose) {
        Model saturable = model("""
                ka = 1.1 per_h; most = 30 mg_per_h; half = 40 mg
                gut = 0 mg; gut' = -ka*gut
                central = 0 mg; central' = ka*gut - most*central/(half + central)
                """);
        RecordTable table = run(saturable, "ID,TIME,EVID,AMT,RATE,II,SS,CMT\n" + dose + "\n2,0,1,80,0,8,1,gut\n", Options.of(1e-6, 1e-6), "central");
        RecordTable.Failure failure = table.failures().getFirst();
        assertEquals(1, table.failures().size());
        assertEquals("1", failure.id());
        assertEquals(2, failure.line());
        assertTrue(failure.text().contains("central still changes by") && failure.text().contains("more may go in than can leave"), failure.text());
        assertTrue(Double.isNaN(table.value(0, 0)) && table.value(0, 1) > 0);
        assertEquals(Method.FAILED, table.steadyStates().getFirst().method());
    }

    /** Oracle: the start, since what only collects has no steady state; two in a row, the second fed by the first. */
    @Test
    void whatOnlyCollectsBeginsAtItsStart() {
        Model areas = model("""
                k = 0.5 per_h; x = 0 mg; x' = -k*x
                unit mg_h = mg*h; unit mg_h2 = mg*h^2
                area = 3 mg_h; area' = x
                moment = 5 mg_h2; moment' = area
                """);
        RecordTable table = run(areas, "ID,TIME,EVID,AMT,II,SS,CMT\n1,0,1,50,0,0,x\n1,4,1,100,6,1,x\n1,10,0,.,.,.,.\n", Options.of(1e-10, 1e-10),
                "x", "area", "moment");
        double peak = 100 / (1 - StrictMath.exp(-3));
        assertEquals(peak, table.value(0, 1), 1e-8 * peak);
        assertEquals(3, table.value(1, 1));
        assertEquals(5, table.value(2, 1));
        assertEquals(3 + 200, table.value(1, 2), 1e-6); // over an interval at steady state: dose / k
        assertEquals(List.of("moment", "area"), table.steadyStates().getFirst().excluded());
        assertTrue(table.notes().stream().anyMatch(note -> note.contains("states that only collect")), table.notes().toString());
    }

    /** Oracle: k(1)·free·drug = k(-1)·bound with free + bound = 3 throughout, the drug itself in closed form. */
    @Test
    void conservedSumsKeepTheirStart() {
        Model binding = model("""
                k = 0.2 per_h; unit on_rate = 1/(mg*h); on = 0.05 on_rate; off = 1 per_h
                drug = 0 mg; drug' = -k*drug
                free = 3; free has dimensionless; free' = off*bound - on*drug*free
                bound = 0; bound has dimensionless; bound' = on*drug*free - off*bound
                """);
        RecordTable table = run(binding, "ID,TIME,EVID,AMT,RATE,II,SS,CMT\n1,0,1,20,0,6,1,drug\n2,0,1,0,8,0,1,drug\n", Options.of(1e-10, 1e-10),
                "drug", "free", "bound");
        assertEquals(List.of(), table.failures());
        for (int row = 0; row < 2; row++) {
            assertEquals(3, table.value(1, row) + table.value(2, row), 1e-8);
        }
        assertEquals(20 / (1 - StrictMath.exp(-1.2)), table.value(0, 0), 1e-7);
        assertEquals(2, table.value(2, 1), 1e-9);
    }

    /** A rhythm of the model's own that repeats with the doses: the run to the record ends at the record's time of day. */
    @Test
    void aDailyRhythmIsAtItsPhase() {
        Model rhythm = model("""
                unit hour = 3600 second; day = 24 hour; k = 0.3 per_h
                phase := time/day - 0.0;  phase has dimensionless
                x = 0 mg; x' = -k*x*(1 + piecewise(0.5, (time > 0) && (time < 12), 0))
                twelve = 12 h
                """.replace("(time > 0) && (time < 12)", "(time > zero) && (time < twelve)").replace("unit hour", "zero = 0 h; unit hour"));
        // over each interval of 24 h, from -24 to 0, the rhythm is that of night (only (0, 12) is day): x = D/(1 - e^(-0.3·24))
        RecordTable table = run(rhythm, "ID,TIME,EVID,AMT,II,SS\n1,0,1,100,24,1\n1,12,0,.,.,.\n", Options.of(1e-10, 1e-10), "x");
        double expected = 100 / (1 - StrictMath.exp(-0.3 * 24));
        assertEquals(expected, table.value(0, 0), 1e-7);
        assertEquals(expected * StrictMath.exp(-0.45 * 12), table.value(0, 1), 1e-6);
    }

    @Test
    void superpositionInABentModelIsRemarkedOn() {
        String data = "ID,TIME,EVID,AMT,II,SS,CMT\n1,0,1,100,12,1,gut\n1,4,1,50,12,2,gut\n";
        RecordTable bent = run(BENT, data, Options.of(1e-8, 1e-8), "central");
        assertTrue(bent.notes().stream().anyMatch(note -> note.startsWith("SS = 2 adds amounts")), bent.notes().toString());
        Model straight = model("ka = 1 per_h; k = 0.1 per_h; gut = 0 mg; gut' = -ka*gut; central = 0 mg; central' = ka*gut - k*central");
        RecordTable linear = run(straight, data, Options.of(1e-8, 1e-8), "central");
        assertTrue(linear.notes().stream().noneMatch(note -> note.startsWith("SS = 2 adds amounts")), linear.notes().toString());
    }

    /** A switch-like loop with two stable levels: the one that the start leads to is found, not the unstable one between them. */
    @Test
    void ofTwoStableLevelsTheOneThatDosesLeadTo() {
        Model loop = model("""
                top = 10 mg_per_h; half = 5 mg; k = 1 per_h
                x = 0 mg; x' = top*x^4/(half^4 + x^4) - k*x
                """);
        RecordTable low = run(loop, "ID,TIME,EVID,AMT,RATE,SS\n1,0,1,0,0.5,1\n", Options.of(1e-9, 1e-9), "x");
        double expected = 0.5;
        for (int i = 0; i < 100; i++) {
            expected = 0.5 + 10 * StrictMath.pow(expected, 4) / (625 + StrictMath.pow(expected, 4));
        }
        assertEquals(expected, low.value(0, 0), 1e-9);
    }

    /** The states of one person do not depend on neighbours, order, threads or vectors: compared to the bit. */
    @Test
    void whoElseIsThereChangesNoBit() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            rows.append(i).append(",0,1,").append(20 + 9 * i).append(",8,1,gut\n").append(i).append(",5,0,.,.,.,.\n");
        }
        String header = "ID,TIME,EVID,AMT,II,SS,CMT\n";
        RecordTable all = run(BENT, header + rows, Options.of(1e-8, 1e-8).withThreads(1).withLanes(Options.Lanes.SCALAR), "central", "level");
        RecordTable vectors = run(BENT, header + rows, Options.of(1e-8, 1e-8).withThreads(2).withLanes(Options.Lanes.VECTOR), "central", "level");
        String backwards = String.join("", Arrays.stream(rows.toString().split("(?<=,5,0,\\.,\\.,\\.,\\.\n)")).toList().reversed());
        RecordTable reversed = run(BENT, header + backwards, Options.of(1e-8, 1e-8).withThreads(2), "central", "level");
        for (int output = 0; output < 2; output++) {
            for (int row = 0; row < all.rows(); row++) {
                int mirrored = all.rows() - 2 - 2 * (row / 2) + row % 2;
                assertEquals(all.value(output, row), vectors.value(output, row));
                assertEquals(all.value(output, row), reversed.value(output, mirrored));
            }
        }
        RecordTable alone = run(BENT, header + "13,0,1,137,8,1,gut\n13,5,0,.,.,.,.\n", Options.of(1e-8, 1e-8), "central", "level");
        assertEquals(all.value(0, 27), alone.value(0, 1));
        assertEquals(all.value(1, 26), alone.value(1, 0));
    }

    /** Fast binding to a target: a stiff model. Oracle: nothing moves over one more interval, and the target's balance over an interval. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 300})
    void stiffModelsHaveTheirSteadyStateToo(int amount) {
        Model binding = model("""
                ka = 0.5 per_h; kel = 0.02 per_h; unit on_rate = 1/(mg*h); kon = 200 on_rate; koff = 1 per_h; kint = 0.1 per_h; kdeg = 0.2 per_h
                ksyn = 1 mg_per_h
                depot = 0 mg; depot' = -ka*depot
                drug = 0 mg; drug' = ka*depot - kel*drug - kon*drug*target + koff*complex
                target = 5 mg; target' = ksyn - kdeg*target - kon*drug*target + koff*complex
                complex = 0 mg; complex' = kon*drug*target - koff*complex - kint*complex
                lost = 0 mg; lost' = kdeg*target + kint*complex
                """);
        RecordTable table = run(binding, "ID,TIME,EVID,AMT,II,ADDL,SS,CMT\n1,0,1," + amount + ",48,5,1,depot\n1,20,0,.,.,.,.,.\n1,68,0,.,.,.,.,.\n"
                + "1,116,0,.,.,.,.,.\n", Options.of(1e-8, 1e-9), "drug", "target", "complex", "lost");
        assertEquals(List.of(), table.failures());
        for (int output = 0; output < 3; output++) {
            double size = table.value(0, 1) + table.value(1, 1) + table.value(2, 1);
            assertEquals(table.value(output, 1), table.value(output, 2), 1e-6 * size);
            assertEquals(table.value(output, 1), table.value(output, 3), 1e-6 * size);
        }
        // what is made of the target in 48 h is lost in 48 h
        assertEquals(48, table.value(3, 3) - table.value(3, 2), 1e-4);
        assertEquals(0, table.value(3, 0));
    }

    /** Oracle: by hand, the amount above 100 is taken off at once, so that the peak is 100 and the trough 100·e^(-k·interval). */
    @Test
    void eventsThatActOnStatesAreWithinTheInterval() {
        Model capped = model("k = 0.05 per_h; top = 100 mg; x = 0 mg; x' = -k*x; at (x > top): x = top");
        RecordTable table = run(capped, "ID,TIME,EVID,AMT,II,SS\n1,0,1,60,4,1\n1,3.9,0,.,.,.\n", Options.of(1e-9, 1e-9), "x");
        assertEquals(List.of(), table.failures());
        assertEquals(100 * StrictMath.exp(-0.05 * 3.9), table.value(0, 1), 1e-5);
    }

    @Test
    void eventsThatThePastCannotBeSeenFromAreTurnedDown() {
        Model switching = model("k = 0.2 per_h; fast = 0.4 per_h; top = 80 mg; x = 0 mg; x' = -k*x; at (x > top): k = fast");
        String message = org.junit.jupiter.api.Assertions.assertThrows(DataException.class,
                () -> run(switching, "ID,TIME,EVID,AMT,II,SS\n1,0,1,60,0,0\n1,5,1,60,4,1\n", Options.of(1e-9, 1e-9), "x")).getMessage();
        assertTrue(message.contains("line 3, SS: a steady state cannot be solved for this model") && message.contains("(k)"), message);
    }
}
