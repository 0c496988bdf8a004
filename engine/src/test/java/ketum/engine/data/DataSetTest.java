package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ketum.engine.data.Covariate.Rule;
import ketum.engine.data.DataRecord.Event;
import ketum.engine.data.DataRecord.SteadyState;
import ketum.engine.population.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {

    private static DataSet parse(String text) {
        return DataSet.parse("data.csv", text, Columns.STANDARD);
    }

    private static String refused(String text, Columns columns) {
        return assertThrows(DataException.class, () -> DataSet.parse("data.csv", text, columns)).getMessage();
    }

    /** A line break is written as / in these texts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ID,TIME,AMT,EVID/1,0,-5,1| data.csv, line 2, AMT: found -5; an amount is 0 or more",
        "ID,TIME,AMT,EVID/1,0,5,0| data.csv, line 2, AMT: found 5; EVID is 0, which gives nothing",
        "ID,TIME,RATE,EVID/1,0,5,0| RATE: found 5; EVID is 0, which gives nothing",
        "ID,TIME,DUR,EVID/1,0,5,2| DUR: found 5; EVID is 2, which gives nothing",
        "ID,TIME,II,EVID/1,0,5,3| II: found 5; EVID is 3, which gives nothing",
        "ID,TIME,ADDL,EVID/1,0,5,0| ADDL: found 5; EVID is 0, which gives nothing",
        "ID,TIME,SS,EVID/1,0,1,0| SS: found 1; EVID is 0, which gives nothing",
        "ID,TIME,AMT,EVID/1,0,5,7| data.csv, line 2, EVID: found `7`; accepted are whole numbers from 0 to 4",
        "ID,TIME,AMT,EVID/1,0,5,1.5| EVID: found `1.5`; accepted are whole numbers",
        "ID,TIME,AMT/1,0,1e999| AMT: found `1e999`; accepted are a finite number",
        "ID,TIME,AMT/1,0,0x10| AMT: found `0x10`; accepted are a finite number",
        "ID,TIME,AMT/1,0,5d| AMT: found `5d`; accepted are a finite number",
        "ID,TIME,AMT/1,0,NaN| AMT: found `NaN`; accepted are a finite number",
        "ID,TIME,AMT/1,.,5| TIME: found `.`; accepted are a finite number and a clock time",
        "ID,TIME,AMT/1,25:70,5| TIME: found `25:70`; accepted are a clock time",
        "ID,TIME,AMT/,0,5| ID: a record must say whose it is",
        "ID,TIME,AMT/1,3,5/1,2,.| line 3, TIME: 2 is before 3 on line 2; time must not go back within a subject except at a reset",
        "ID,TIME/1,0/2,0/1,1| line 4, ID: the records of subject `1` stand apart (the last was on line 2)",
        "ID,TIME,AMT,RATE/1,0,5,-3| RATE: found -3; accepted are 0 (at once), a rate above 0, -1",
        "ID,TIME,AMT,RATE,DUR/1,0,5,1,5| DUR: RATE and DUR are both given",
        "ID,TIME,AMT,DUR/1,0,5,-1| DUR: found -1",
        "ID,TIME,AMT,ADDL/1,0,5,3| II: 0, but ADDL asks for 3 further doses",
        "ID,TIME,AMT,ADDL,II/1,0,5,-3,4| ADDL: found `-3`; accepted are whole numbers from 0",
        "ID,TIME,AMT,ADDL,II/1,0,5,3,-4| II: found -4",
        "ID,TIME,AMT,SS/1,0,5,1| II: 0, but SS is 1; say how far apart",
        "ID,TIME,AMT,SS,II/1,0,5,3,8| SS = 3, a starting guess for the steady state, is not needed here",
        "ID,TIME,AMT,RATE,EVID/1,0,0,5,1| AMT: 0, but RATE is given; an infusion needs its amount",
        "ID,TIME,AMT,RATE,SS,II/1,0,0,5,1,8| went on for ever: II and ADDL must be 0",
        "ID,TIME,AMT,RATE,SS/1,0,0,-2,1| has a rate, not a duration",
        "ID,TIME,AMT,CMT/1,0,5,-1| CMT: found `-1`; switching a compartment off is not supported",
        "ID,TIME,AMT,CMT/1,0,5,1.5| CMT: found `1.5`",
        "ID,TIME,DV,MDV/1,0,.,0| DV: missing, and MDV is 0",
        "ID,TIME,DV,MDV/1,0,5,3| MDV: found `3`",
        "ID,TIME,AMT/1,0| line 2: found 2 fields where the header names 3 columns",
        "ID,TIME,AMT/1,0,5,6| line 2: found 4 fields where the header names 3 columns",
        "ID,TIME,AMT/1,0,\"5| line 2: a quotation mark is not closed",
        "ID,TIME,AMT/1,0,\"5\"x| line 2: a quotation mark is not closed, or text follows",
        "TIME,AMT/0,5| line 1, ID: the column is missing; found `TIME,AMT`",
        "ID,AMT/1,5| line 1, TIME: the column is missing",
        "ID,TIME,amt,AMT/1,0,5,5| line 1, AMT: two columns have this name",
        "ID,TIME,/1,0,5| line 1: column 3 has no name",
        "ID,TIME,C/1,0,5| line 1, C: a column of comment marks must be the first",
        "ID,TIME,DATE,DAT1/1,0,1,1| only one of DATE, DAT1, DAT2 and DAT3",
        "ID,TIME,DATE/1,0,30-2-2024| DATE: found `30-2-2024`; accepted are month day year",
        "ID,TIME,DATE/1,0,2-30-2024| DATE: found `2-30-2024`",
        "ID,TIME| there are no records below the header",
        "# nothing| there is no header line",
        "#! WT linear/ID,TIME,WT/1,0,70| line 1: found `#! WT linear`; accepted are a column, a colon",
        "#! WT: linear, locf/ID,TIME,WT/1,0,70| line 1, WT: found `locf`; accepted are one of constant, locf, nocb and linear",
        "#! WT: linear, categorical/ID,TIME,WT/1,0,70| line 1, WT: categorical and linear",
        "#! WT: linear/ID,TIME,AGE/1,0,70| line 1, WT: described, but the header names no such column",
        "#! WT: locf/#! wt: nocb/ID,TIME,WT/1,0,70| line 2, wt: the column is described twice",
        "#! AMT: linear/ID,TIME,AMT/1,0,70| line 1, AMT: a standard column can only be given a unit",
        "#! RATE: mg/ID,TIME,AMT/1,0,70| RATE: a unit can be said of AMT, DV, TIME",
        "#! TIME: d/ID,TIME,AMT/1,8:00,70| TIME: clock times and dates become hours, but the unit is declared as d",
        "#! WT: locf/ID,TIME,WT/1,0,./1,1,70| line 3, WT: missing where subject `1` begins; locf needs a value there",
        "#! WT: nocb/ID,TIME,WT/1,0,70/1,1,.| line 4, WT: missing where subject `1` ends; nocb needs a value there",
        "#! WT: linear/ID,TIME,WT/1,0,70/1,1,.| line 4, WT: missing where subject `1` ends; linear needs a value there",
        "#! WT: constant/ID,TIME,WT/1,0,.| line 3, WT: no record of subject `1` has a value",
        "#! WT: kg/ID,TIME,WT/1,0,70/1,1,71| line 4, WT: found 71 after 70 for subject `1`; how it changes in between is not said: declare locf, nocb or linear",
    })
    void whatIsWrongIsSaidWithItsPlaceAndWhatIsAccepted(String text, String message) {
        String found = refused(text.replace('/', '\n'), Columns.STANDARD);
        assertTrue(found.contains(message), found);
        assertFalse(found.contains("\n") && found.lines().anyMatch(line -> !line.startsWith("data.csv")), found);
    }

    @Test
    void nothingOfTheFileTurnsTheDirectionOfReadingInAMessage() {
        for (String sign : List.of("\u202e", "\u2066", "\u2068", "\u2069")) {
            String found = refused("#! SEX:" + sign + "cf\nID,TIME,SEX\n1,0,1\n", Columns.STANDARD);
            assertTrue(found.contains("found `?cf`"), found);
        }
    }

    @Test
    void severalProblemsAreToldTogetherUpToABound() {
        String three = refused("ID,TIME,AMT\n1,0,x\n1,1,y\n1,2,z\n", Columns.STANDARD);
        assertEquals(3, three.lines().count(), three);
        String many = refused("ID,TIME,AMT\n" + "1,0,x\n".repeat(500), Columns.STANDARD);
        assertEquals(DataException.MOST_PROBLEMS + 1, many.lines().count());
        assertTrue(many.endsWith("the first 20 are shown"), many);
    }

    @Test
    void anUndeclaredColumnIsReportedAndADeclaredOneIsACovariate() {
        String text = "id,Time,amt,wt,AGE,comment\n1,0,5,70,30,none\n1,1,.,71,.,NA\n";
        DataSet data = DataSet.parse("data.csv", text, new Columns(List.of(new Covariate("WT", Rule.LOCF, "kg", false)), Set.of("AGE", "CL"), '#'));
        assertEquals(List.of(new Covariate("WT", Rule.LOCF, "kg", false), Covariate.constant("AGE")), data.covariates());
        assertEquals(List.of(71.0, Double.NaN), data.records().get(1).covariates());
        assertTrue(data.notes().stream().anyMatch(note -> note.startsWith("columns that are not used: comment")), data.notes().toString());
        assertTrue(data.notes().stream().anyMatch(note -> note.startsWith("EVID is not given in 2 of 2 records")), data.notes().toString());
    }

    @Test
    void whatIsNotACovariateMayBeAnyText() {
        assertEquals(0, parse("ID,TIME,NAME,X\n1,0,\"a,b\",\n").covariates().size());
    }

    @Test
    void fileAndCallMustAgree() {
        String text = "#! WT: linear\nID,TIME,WT\n1,0,70\n1,1,71\n";
        assertTrue(refused(text, Columns.STANDARD.with(new Covariate("WT", Rule.LOCF, "", false))).contains("the file says linear and the call says locf"));
        assertEquals(Rule.LINEAR, DataSet.parse("d", text, Columns.STANDARD.with(new Covariate("WT", Rule.LINEAR, "kg", false))).covariates().getFirst().rule());
        assertTrue(refused(text, Columns.STANDARD.with(Covariate.constant("AGE"))).contains("AGE: declared as a covariate, but the header names no such column"));
    }

    @Test
    void aCategoryIsNeverOnALine() {
        assertThrows(IllegalArgumentException.class, () -> new Covariate("SEX", Rule.LINEAR, "", true));
    }

    @Test
    void separatorsAndLineEndsMakeNoDifference() {
        DataSet commas = parse("ID,TIME,AMT,CMT\n1,0,5,gut\n1,1,.,.\n");
        assertEquals(commas, parse("ID\tTIME\tAMT\tCMT\r\n1\t0\t5\tgut\r\n1\t1\t\t\r\n"));
        assertEquals(commas, parse("  ID TIME   AMT CMT\r1 0 5 gut\r1 1 . NA\r"));
        assertEquals(commas, parse("\ufeffID, TIME ,AMT,\"CMT\"\n\n 1 , 0.0 , 5e0 , \"gut\"\n1,+1,,\n"));
    }

    @Test
    void commentsFollowTheSignThatIsAskedFor() {
        String at = "ID,TIME,AMT\nunits,h,mg\n1,0,5\n@ignored\n1,1,.\n";
        assertEquals(2, DataSet.parse("d", at, Columns.STANDARD.ignoring('@')).records().size());
        assertTrue(refused(at, Columns.STANDARD).contains("line 4: found 1 fields"));
        assertEquals(1, DataSet.parse("d", "ID,TIME,AMT\nC1,0,5\n1,0,5\n", Columns.STANDARD.ignoring('C')).records().size());
        assertEquals("C1", parse("ID,TIME,AMT\nC1,0,5\n").records().getFirst().id());
    }

    @Test
    void missingMdvFollowsFromTheRecord() {
        List<DataRecord> records = parse("ID,TIME,AMT,DV\n1,0,5,3\n1,1,.,7\n1,2,.,.\n").records();
        assertEquals(List.of(true, false, true), records.stream().map(DataRecord::missing).toList());
    }

    @Test
    void intervalsMayBeClockTimes() {
        assertEquals(1.5, parse("ID,TIME,AMT,II,ADDL\n1,0,5,1:30,2\n").records().getFirst().interval());
    }

    @Test
    void furtherTimesComeAfterTheRecordsOfTheirTimeAndCarryTheirCovariates() {
        DataSet data = parse("#! WT: linear\n#! LBM: nocb\nID,TIME,EVID,AMT,WT,LBM\n1,0,1,5,70,50\n1,4,0,.,78,52\n2,3,1,5,60,40\n");
        DataSet more = data.withTimes(6, 4, 2, 0);
        assertEquals(List.of(0.0, 0.0, 2.0, 4.0, 4.0, 6.0, 3.0, 4.0, 6.0), more.records().stream().map(DataRecord::time).toList());
        assertEquals(Event.OTHER, more.records().get(1).event());
        assertEquals(List.of(78.0, 52.0), more.records().get(5).covariates());
        assertEquals(more, DataSet.parse("again", more.text(), Columns.STANDARD));
        assertThrows(IllegalArgumentException.class, () -> data.withTimes(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> parse("ID,TIME,EVID\n1,4,0\n1,0,3\n").withTimes(1));
    }

    @Test
    void otherEncodingsAreNamed(@TempDir Path folder) throws IOException {
        String text = "ID,TIME,AMT,Größe\n1,0,5,3\n";
        Path file = folder.resolve("data.csv");
        Files.writeString(file, text);
        assertEquals(1, DataSet.read(file, Columns.STANDARD).records().size());
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertRefusedFile(file, "data.csv, line 1: a character is not in UTF-8");
        Files.write(file, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
        assertRefusedFile(file, "the file is in UTF-16");
        Files.write(file, text.getBytes(Charset.forName("UTF-16BE")));
        assertRefusedFile(file, "");
        Files.write(file, new byte[] {'I', 'D', ',', 'T', 'I', 'M', 'E', '\n', '1', ',', 0, '\n'});
        assertRefusedFile(file, "line 2: a NUL character");
    }

    private static void assertRefusedFile(Path file, String message) {
        String found = assertThrows(DataException.class, () -> DataSet.read(file, Columns.STANDARD)).getMessage();
        assertTrue(found.contains(message), found);
    }

    @Test
    void aBigFileIsReadInMoments() throws IOException {
        StringBuilder text = new StringBuilder("ID,TIME,EVID,AMT,II,ADDL,CMT,DV,WT\n");
        int rows = 0;
        for (int subject = 1; text.length() < 6_000_000; subject++) {
            for (int i = 0; i < 100; i++, rows++) {
                text.append(subject).append(',').append(i * 0.5).append(i % 10 == 0 ? ",1,100,12,1,gut,.,70\n" : ",0,.,.,.,.,3.25,70\n");
            }
        }
        long before = System.nanoTime();
        DataSet data = DataSet.read("big.csv", new StringReader(text.toString()), new Columns(List.of(), Set.of("WT"), '#'));
        double seconds = (System.nanoTime() - before) * 1e-9;
        assertEquals(rows, data.records().size());
        assertTrue(seconds < 20, seconds + " s"); // about 1 s on an idle core; this machine may be shared
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenReadsBackAsTheSame(long seed) {
        CounterRandom random = new CounterRandom(seed);
        for (int round = 0; round < 60; round++) {
            DataSet data = random(random, round);
            DataSet again = DataSet.parse("again", data.text(), Columns.STANDARD);
            assertEquals(data, again, "seed " + seed + ", round " + round);
            assertEquals(data.text(), again.text());
            assertEquals(data.hashCode(), again.hashCode());
        }
    }

    /** Any valid data set. */
    static DataSet random(CounterRandom random, int round) {
        double[] next = {0};
        java.util.function.DoubleSupplier uniform = () -> random.uniform("data", round, (int) next[0]++);
        java.util.function.IntUnaryOperator below = n -> (int) (n * uniform.getAsDouble());
        List<Covariate> covariates = List.of(new Covariate("WT", Rule.LINEAR, "kg", false), new Covariate("SEX", Rule.CONSTANT, "", true),
                new Covariate("CRCL", Rule.NOCB, "mL/min", false), new Covariate("k", Rule.LOCF, "1/h", false));
        List<DataRecord> records = new ArrayList<>();
        int subjects = 1 + below.applyAsInt(4);
        for (int s = 0; s < subjects; s++) {
            String id = below.applyAsInt(3) == 0 ? "P \"" + s + "\", x" : String.valueOf(s);
            double time = 100 * uniform.getAsDouble() - 20;
            int count = 1 + below.applyAsInt(12);
            double sex = below.applyAsInt(2);
            for (int i = 0; i < count; i++) {
                Event event = Event.values()[below.applyAsInt(5)];
                if (event.resets() && below.applyAsInt(4) == 0) {
                    time = 0;
                }
                boolean doses = event.doses();
                boolean infusion = doses && below.applyAsInt(2) == 0;
                int kind = below.applyAsInt(4);
                SteadyState steady = doses ? SteadyState.values()[below.applyAsInt(3)] : SteadyState.NONE;
                double dv = below.applyAsInt(2) == 0 ? Double.NaN : -1e3 * uniform.getAsDouble();
                records.add(new DataRecord(id, time, event, doses ? 1e6 * uniform.getAsDouble() : 0,
                        !infusion ? 0 : kind == 0 ? -1 : kind == 1 ? -2 : kind == 2 ? uniform.getAsDouble() + 1e-9 : 0,
                        infusion && kind == 3 ? uniform.getAsDouble() : 0, doses ? uniform.getAsDouble() + 1e-3 : 0, doses ? below.applyAsInt(5) : 0,
                        steady, doses ? below.applyAsInt(2) == 0 ? "gut" : "3" : "", Double.isNaN(dv) || below.applyAsInt(2) == 0, dv,
                        List.of(uniform.getAsDouble(), below.applyAsInt(2) == 0 && i > 0 ? Double.NaN : sex, 1e-12 * uniform.getAsDouble(),
                                i == 0 || below.applyAsInt(2) == 0 ? (double) below.applyAsInt(100) : Double.NaN)));
                time += below.applyAsInt(3) == 0 ? 0 : 10 * uniform.getAsDouble();
            }
        }
        return DataSet.of("random", covariates, Map.of("TIME", "h", "AMT", "mg"), records);
    }

    /** In the order TIME, AMT, RATE, DUR, II. */
    @ParameterizedTest
    @CsvSource({"TIME,0", "AMT,1", "RATE,2", "DUR,3", "II,4"})
    void aNumberThatIsNoneIsRefusedFromAProgramToo(String field, int at) {
        for (double strange : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] numbers = {0, 5, 0, 0, 0};
            numbers[at] = strange;
            DataRecord record = new DataRecord("1", numbers[0], Event.DOSE, numbers[1], numbers[2], numbers[3], numbers[4], 0, SteadyState.NONE, "", true,
                    Double.NaN, List.of());
            String message = assertThrows(DataException.class, () -> DataSet.of("made", List.of(), Map.of(), List.of(record))).getMessage();
            assertTrue(message.contains("made, line 1, " + field + ": missing or not finite"), message);
        }
    }

    @Test
    void aProgramMayMakeADataSetAndIsHeldToTheSameRules() {
        DataRecord bad = new DataRecord("1", 0, Event.OBSERVATION, 5, 0, 0, 0, 0, SteadyState.NONE, "", true, Double.NaN, List.of());
        assertTrue(assertThrows(DataException.class, () -> DataSet.of("made", List.of(), Map.of(), List.of(bad))).getMessage().contains("made, line 1, AMT"));
        assertThrows(DataException.class, () -> DataSet.of("made", List.of(), Map.of(), List.of()));
        assertThrows(DataException.class, () -> DataSet.of("made", List.of(Covariate.constant("WT")), Map.of(),
                List.of(new DataRecord("1", 0, Event.OTHER, 0, 0, 0, 0, 0, SteadyState.NONE, "", true, Double.NaN, List.of()))));
    }
}
