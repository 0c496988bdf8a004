package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ketum.cli.simulate.ParquetPlugin;
import ketum.cli.simulate.ParquetPluginTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the door promises about files, streams, exit status and messages, on a model whose values are known. */
class SimulateCommandTest {

    private static final String MODEL = """
            model decay
              unit time_unit = 3600 second; unit h = 3600 second; unit per_h = 1/h; unit mg = 1e-3 gram
              k = 0.1 per_h; WT = 70 kg; unit kg = 1e3 gram
              a = 8 mg
              a' = -k*a
              double := 2*a; double has mg
            end
            """;

    @TempDir
    private Path folder;
    private CapturedTerminal captured;
    private Path model;
    private Path data;
    private Path variability;

    @BeforeEach
    void files() throws IOException {
        model = Files.writeString(folder.resolve("decay.ant"), MODEL);
        data = Files.writeString(folder.resolve("d.csv"), """
                ID,TIME,EVID,AMT,CMT
                1,0,1,10,a
                1,5,0,.,.
                2,0,1,20,a
                2,5,0,.,.
                2,6,0,.,.
                """);
        variability = Files.writeString(folder.resolve("v.csv"), "parameter,distribution,spread,correlated_with,correlation\nk,log-normal,0.3,,\n");
    }

    private int simulate(String... arguments) {
        captured = new CapturedTerminal();
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), Stream.concat(Stream.of("simulate", model.toString()), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>(files.map(file -> file.getFileName().toString()).sorted().toList());
            names.removeAll(List.of("d.csv", "decay.ant", "v.csv"));
            return names;
        }
    }

    private static double[] numbers(String line) {
        return Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void observationRecordsBecomeRowsInTheOrderOfTheDataSet() {
        assertEquals(0, simulate("--data", data.toString(), "--output", "a", "--out", "-"), captured.err());
        List<String> lines = captured.out().lines().toList();
        assertEquals("ID,REP,TIME,a", lines.getFirst());
        double[][] rows = lines.stream().skip(1).map(SimulateCommandTest::numbers).toArray(double[][]::new);
        double[][] expected = {{1, 1, 5, 18 * StrictMath.exp(-0.5)}, {2, 1, 5, 28 * StrictMath.exp(-0.5)}, {2, 1, 6, 28 * StrictMath.exp(-0.6)}};
        assertEquals(expected.length, rows.length);
        for (int i = 0; i < rows.length; i++) {
            assertArrayEquals(expected[i], rows[i], 1e-6);
        }
        assertEquals("", captured.err());
    }

    @Test
    void timesReplaceTheObservationsAndBeginWithEachSubjectsFirstRecord() throws IOException {
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT\n1,0,1,10,a\n2,4,1,20,a\n2,4,0,.,.\n2,5,2,.,.\n");
        assertEquals(0, simulate("--data", data.toString(), "--times", "0:6:2", "--output", "a", "--out", "-"), captured.err());
        assertEquals(List.of("1,1,0", "1,1,2", "1,1,4", "1,1,6", "2,1,4", "2,1,6"),
                captured.out().lines().skip(1).map(line -> line.substring(0, line.lastIndexOf(','))).toList());
        assertTrue(captured.out().contains("\n2,1,4,28\n"), "after the dose of that time");
    }

    @Test
    void withoutADataSetTheModelRunsFromItsStart() {
        assertEquals(0, simulate("--times", "10,0", "--set", "k=0.2", "--out", "-"), captured.err());
        List<String> lines = captured.out().lines().toList();
        assertEquals(List.of("ID,REP,TIME,a,double", "1,1,0,8,16"), lines.subList(0, 2));
        assertArrayEquals(new double[] {1, 1, 10, 8 * StrictMath.exp(-2), 16 * StrictMath.exp(-2)}, numbers(lines.get(2)), 1e-6);
    }

    @Test
    void unitsStandBesideTheCsvAsCsvOnTheWebHasThem() throws IOException {
        assertEquals(0, simulate("--data", data.toString(), "--out", folder.resolve("t.csv").toString()), captured.err());
        assertEquals(List.of("t.csv", "t.csv-metadata.json"), filesLeft());
        JsonNode metadata = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("t.csv-metadata.json")));
        assertEquals("http://www.w3.org/ns/csvw", metadata.get("@context").asString());
        assertEquals("t.csv", metadata.get("url").asString());
        List<String> described = new ArrayList<>();
        metadata.get("tableSchema").get("columns").forEach(column -> described.add(column.get("name").asString() + " " + column.get("datatype").asString() + " "
                + (column.has("schema:unitText") ? column.get("schema:unitText").asString() : "-")));
        assertEquals(List.of("ID integer -", "REP integer -", "TIME double h", "a double mg", "double double mg"), described);
        assertTrue(Files.readString(folder.resolve("t.csv")).startsWith("ID,REP,TIME,a,double\n"));
        assertTrue(captured.out().contains("Written: ") && captured.out().contains("2 subjects, 5 to 6 h, 3 rows"), captured.out());
        assertTrue(captured.out().lines().allMatch(line -> line.length() <= 80 || line.startsWith("Written")), captured.out());
    }

    @Test
    void withoutOutNothingIsWrittenAndTheSummarySaysHow() throws IOException {
        assertEquals(0, simulate("--data", data.toString()), captured.err());
        assertTrue(captured.out().contains("--out FILE.csv"), captured.out());
        assertEquals(List.of(), filesLeft());
    }

    @Test
    void tableAndMetadataAreTheSameBytesOnAnyNumberOfThreads() throws IOException {
        String[] tables = new String[4];
        for (int threads = 1; threads <= 4; threads++) {
            assertEquals(0, simulate("--data", data.toString(), "--variability", variability.toString(), "--subjects", "300", "--times", "0:50:1",
                    "--threads", "" + threads, "--out", folder.resolve("t.csv").toString()), captured.err());
            tables[threads - 1] = Files.readString(folder.resolve("t.csv")) + Files.readString(folder.resolve("t.csv-metadata.json"));
            assertEquals(tables[0], tables[threads - 1], threads + " threads");
        }
    }

    @Test
    void moreReplicatesOnlyExtendTheTableAndEachSubjectKeepsItsDraws() throws IOException {
        String[] with = {"--data", data.toString(), "--variability", variability.toString(), "--output", "k,a", "--out", "-", "--subjects"};
        simulate(Stream.concat(Stream.of(with), Stream.of("3")).toArray(String[]::new));
        String few = captured.out();
        assertEquals(0, simulate(Stream.concat(Stream.of(with), Stream.of("2000")).toArray(String[]::new)), captured.err());
        String many = captured.out();
        assertEquals(1 + 3 * 2000, many.lines().count());
        assertTrue(many.startsWith(few));
        List<String> drawn = many.lines().skip(1).filter(line -> line.startsWith("2,")).filter(line -> line.contains(",5,")).toList();
        assertEquals(2000, drawn.stream().map(line -> line.split(",")[3]).distinct().count(), "each draw is another");

        Files.writeString(data, "ID,TIME,EVID,AMT,CMT\n2,0,1,20,a\n2,5,0,.,.\n2,6,0,.,.\n");
        simulate(Stream.concat(Stream.of(with), Stream.of("3")).toArray(String[]::new));
        assertEquals(few.lines().filter(line -> line.startsWith("2,")).toList(), captured.out().lines().skip(1).toList(), "subject 2 alone");
    }

    @Test
    void jsonDescribesTheRunWithItsSummary() throws IOException {
        assertEquals(0, simulate("--data", data.toString(), "--json", "-", "--seed", "5", "--atol", "a=1e-6", "--atol", "1e-7"), captured.err());
        JsonNode run = JsonMapper.builder().build().readTree(captured.out());
        assertEquals("decay.ant d.csv 2 3", run.get("model").get("file").asString() + " " + run.get("data").asString() + " " + run.get("subjects").asInt() + " "
                + run.get("rows").asInt());
        assertTrue(run.get("seed").isNull(), "nothing was drawn");
        assertEquals(1e-6, run.get("absolute_tolerance").get("a").asDouble());
        assertEquals(1e-7, run.get("absolute_tolerance").get("default").asDouble());
        JsonNode summary = run.get("summary").get(0);
        assertEquals("a mg", summary.get("output").asString() + " " + summary.get("unit").asString());
        assertEquals(18 * StrictMath.exp(-0.5), summary.get("largest").get("least").asDouble(), 1e-6);
        assertEquals(28 * StrictMath.exp(-0.6), summary.get("last").get("most").asDouble(), 1e-6);
        assertTrue(run.get("statistics").get("steps").asInt() > 0);
    }

    @Test
    void aSubjectThatFailsIsNamedKeepsEmptyCellsAndSinksNobody() throws IOException {
        Files.writeString(model, """
                model grow
                  unit time_unit = 3600 second; unit per_h = 1/hour; unit hour = 3600 second
                  k = 1 per_h
                  x = 1 dimensionless
                  x' = k*x^2
                end
                """);
        Files.writeString(data, "ID,TIME,EVID,k\nquick,0,0,1\nquick,2,0,1\nslow,0,0,0.1\nslow,2,0,0.1\n");
        assertEquals(3, simulate("--data", data.toString(), "--out", folder.resolve("t.csv").toString()), captured.err());
        List<String> lines = Files.readAllLines(folder.resolve("t.csv"));
        assertEquals(List.of("quick,1,0,", "quick,1,2,", "slow,1,0,1"), lines.subList(1, 4));
        assertEquals(1 / 0.8, numbers(lines.get(4).substring(5))[2], 1e-6);
        assertTrue(captured.err().matches("(?s)ketum: subject quick: stopped at time (1|0\\.99).*step.*state x.*ketum: 1 of 2 subjects could not be integrated.*"), captured.err());
        assertTrue(Files.readString(folder.resolve("t.csv-metadata.json")).contains("\"id\" : \"quick\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --times 0:24                                 | --times: found "0:24"
            --output a                                   | --times 0:24:0.5
            --times 1 --output a,b                       | --output: there is no "b"; decay has a, double, k, WT
            --times 1 --output a,a                       | a is named twice
            --times 1 --set c=1                          | --set: there is no "c"; decay has the parameters k, WT
            --times 1 --set k                            | write a name and a number
            --times 1 --set k=fast                       | "fast" is not a number
            --times 1 --set k=1 --set k=2                | k is given twice
            --times 1 --covariate WT=linear              | --data, which is not given
            --times 1 --subjects 0                       | --subjects 0 is not between 1 and
            --times 1 --subjects 7                       | --subjects 7 needs --variability FILE
            --times 1 --rtol 0                           | --rtol 0.0 is not above 0
            --times 1 --atol -1                          | --atol -1.0 is not above 0
            --times 1 --atol double=1e-9                 | --atol: there is no "double"; decay has the states a
            --times 1 --method quick                     | --method
            --times 1 --out t.txt                        | ends in .csv or .parquet
            --times 1 --out none/t.csv                   | its folder does not exist
            --times 1 --out - --json -                   | only one of --out and --json
            """)
    void aWrongCommandLineIsBadInputAndSaysWhatIsAccepted(String arguments, String message) throws IOException {
        assertEquals(2, simulate(arguments.split(" ")));
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals("", captured.out());
        assertEquals(List.of(), filesLeft());
    }

    @Test
    void aDataSetsProblemsAreShownWithLineAndField() throws IOException {
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT\n1,0,1,ten,a\n1,5,0,.,.\n1,4,0,.,.\n");
        assertEquals(2, simulate("--data", data.toString(), "--out", folder.resolve("t.csv").toString()));
        assertTrue(captured.err().startsWith("ketum: d.csv, line 2, AMT: ") && captured.err().contains("\nd.csv, line 4, TIME: "), captured.err());
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT\n1,0,1,10,b\n1,5,0,.,.\n");
        assertEquals(2, simulate("--data", data.toString()));
        assertTrue(captured.err().contains("line 2, CMT") && captured.err().contains("1 a"), captured.err());
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT\n1,0,1,10,a\n");
        assertEquals(2, simulate("--data", data.toString()));
        assertTrue(captured.err().contains("subject 1 has no observation record"), captured.err());
        assertEquals(2, simulate("--data", folder.resolve("none.csv").toString()));
        assertTrue(captured.err().contains("none.csv: there is no such file"), captured.err());
        assertEquals(List.of(), filesLeft());
    }

    @Test
    void aModelsProblemIsShownWithLineAndColumnAndImportsAreFoundBesideIt() throws IOException {
        Files.writeString(model, MODEL.replace("a' = -k*a", "a' = -k*b"));
        assertEquals(2, simulate("--times", "1"));
        assertTrue(captured.err().contains("decay.ant:5:") && captured.err().contains("`b` is not defined"), captured.err());
        Files.writeString(folder.resolve("part.ant"), MODEL);
        Files.writeString(model, "import \"part.ant\"\n\nmodel outer\n  unit time_unit = 3600 second\n  D: decay();\nend\n");
        assertEquals(0, simulate("--times", "0", "--out", "-"), captured.err());
        assertTrue(captured.out().contains(",8,16"), captured.out());
        Files.delete(folder.resolve("part.ant"));
        Files.delete(model);
        assertEquals(2, simulate("--times", "1"));
        assertTrue(captured.err().contains("decay.ant: there is no such file"), captured.err());
    }

    @Test
    void aVaryingParameterThatTheDataSetGivesIsRefused() throws IOException {
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT,k\n1,0,1,10,a,0.1\n1,5,0,.,.,0.1\n");
        assertEquals(2, simulate("--data", data.toString(), "--variability", variability.toString()));
        assertTrue(captured.err().contains("v.csv:2: k is a column of the data set"), captured.err());
    }

    @Test
    void aParameterIsSetByTheDataSetOrByTheOptionNotByBoth() throws IOException {
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT,k\n1,0,1,10,a,0.1\n1,5,0,.,.,0.1\n");
        assertEquals(2, simulate("--data", data.toString(), "--set", "k=0.2"));
        assertTrue(captured.err().contains("--set: k is a column of the data set"), captured.err());
        assertEquals(0, simulate("--data", data.toString(), "--set", "WT=80", "--output", "WT", "--out", "-"), captured.err());
        assertEquals("1,1,5,80", captured.out().lines().toList().getLast());
    }

    @Test
    void timesAreRefusedWhereASubjectsTimeStartsAnew() throws IOException {
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT\n1,0,1,10,a\n1,5,0,.,.\n1,0,4,20,a\n1,5,0,.,.\n");
        assertEquals(2, simulate("--data", data.toString(), "--times", "0:5:1"));
        assertTrue(captured.err().contains("--times: the time of subject 1 starts anew") && captured.err().contains("IDs of their own"), captured.err());
        assertEquals(0, simulate("--data", data.toString(), "--output", "a", "--out", "-"), captured.err());
        assertEquals(28 * StrictMath.exp(-0.5), numbers(captured.out().lines().toList().getLast())[3], 1e-6);
    }

    @Test
    void aCovariatesRuleIsDeclaredNotGuessed() throws IOException {
        Files.writeString(data, "ID,TIME,EVID,AMT,CMT,WT\n1,0,1,10,a,70\n1,10,0,.,.,80\n");
        assertEquals(2, simulate("--data", data.toString(), "--output", "WT"));
        assertTrue(captured.err().contains("WT"), captured.err());
        String[][] rules = {{"linear", "73"}, {"locf", "70"}, {"nocb", "80"}};
        for (String[] rule : rules) {
            assertEquals(0, simulate("--data", data.toString(), "--covariate", "WT=" + rule[0], "--times", "3", "--output", "WT", "--out", "-"), captured.err());
            assertEquals("1,1,3," + rule[1], captured.out().lines().toList().getLast(), rule[0]);
        }
        assertEquals(2, simulate("--data", data.toString(), "--covariate", "WT=nearest"));
        assertTrue(captured.err().contains("constant, locf, nocb or linear"), captured.err());
    }

    @Test
    void noInputIsEverReplaced() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.csv"), data);
        for (String out : List.of("d.csv", "v.csv", "link.csv")) {
            assertEquals(2, simulate("--data", data.toString(), "--variability", variability.toString(), "--out", folder.resolve(out).toString()), out);
            assertTrue(captured.err().contains("which is read"), captured.err());
        }
        assertEquals(2, simulate("--times", "1", "--json", model.toString()));
        assertEquals(MODEL, Files.readString(model));
    }

    @Test
    void parquetIsWrittenWhereThePluginIsAndExplainedWhereNot() throws IOException {
        String[] arguments = {"--data", data.toString(), "--out", folder.resolve("t.parquet").toString()};
        String before = System.getProperty(ParquetPlugin.FOLDER_PROPERTY);
        try {
            System.setProperty(ParquetPlugin.FOLDER_PROPERTY, folder.resolve("none").toString());
            assertEquals(2, simulate(arguments));
            assertTrue(captured.err().contains("./ketum plugin parquet"), captured.err());
            assertEquals(List.of(), filesLeft());
            System.setProperty(ParquetPlugin.FOLDER_PROPERTY, ParquetPluginTest.pluginFolder().toString());
            assertEquals(0, simulate(arguments), captured.err());
            assertEquals(List.of("t.parquet"), filesLeft());
            assertEquals("PAR1", new String(Files.readAllBytes(folder.resolve("t.parquet")), 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
        } finally {
            if (before == null) {
                System.clearProperty(ParquetPlugin.FOLDER_PROPERTY);
            } else {
                System.setProperty(ParquetPlugin.FOLDER_PROPERTY, before);
            }
        }
    }

    @Test
    void aReaderThatGoesAwayEndsTheRunWithOneLine() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        captured = new CapturedTerminal();
        Terminal terminal = new Terminal(new PrintStream(closed, true), captured.terminal().err(), false, false);
        assertEquals(2, KetumCommand.run(terminal, new FakeAssessor(), "simulate", model.toString(), "--times", "0:1000:1", "--out", "-"));
        assertEquals("ketum: standard output: its reader went away, the rest was not written\n", captured.err());
        assertFalse(captured.err().contains("Exception"));
    }
}
