package ketum.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What parts of a model turn into; the wanted models are written out by hand. */
class SubmodelTest {

    private static final String DRUG = """
            model drug(A, kmet)
              unit h = 3600 second; unit nmol = 1e-9 mole; unit per_h = 1/h; unit nM = nmol/litre
              ka = 1 per_h; k = 0.1 per_h; V = 30 litre
              kmet has per_h
              G = 100 nmol; G' = -ka*G
              A = 0 nmol;   A' = ka*G - (k + kmet)*A
              C := A/V;     C has nM
            end
            """;

    private static final String TWO_DRUGS = """
            import "drug.ant"
            model pair
              unit time_unit = 3600 second; unit h = 3600 second; unit nmol = 1e-9 mole; unit per_h = 1/h; unit nM = nmol/litre
              induced = 0.05 per_h
              slow: drug(parent, induced)
              fast: drug(, )
            end
            """;

    private static final String PAIR = """
            import "drug.ant"
            model pair
              unit time_unit = 3600 second; unit h = 3600 second; unit nmol = 1e-9 mole; unit per_h = 1/h; unit nM = nmol/litre
              induced = 0.05 per_h
              slow: drug(parent, induced)
              fast: drug(other)
              fast.ka = 3 per_h
              fast.kmet is induced
              fast.V is slow.V
              total := slow.C + fast.C; total has nM
            end
            """;

    @Test
    void twoInstancesShareWhatIsSaidToBeTheSameAndNothingElse() {
        Model model = Model.parse("pair.ant", PAIR, Imports.of(Map.of("drug.ant", DRUG)));
        assertEquals("pair", model.name());
        assertEquals("[induced=0.05, slow__ka=1.0, slow__k=0.1, slow__V=30.0, fast__ka=3.0, fast__k=0.1]",
                model.parameters().stream().map(p -> p.id() + "=" + p.value()).toList().toString());
        assertEquals("[slow__G' = -slow__ka*slow__G, parent' = slow__ka*slow__G - (slow__k + induced)*parent, "
                        + "fast__G' = -fast__ka*fast__G, other' = fast__ka*fast__G - (fast__k + induced)*other]",
                model.states().stream().map(s -> s.id() + "' = " + s.rate().infix()).toList().toString());
        assertEquals("[slow__C := parent/slow__V, fast__C := other/slow__V, total := slow__C + fast__C]",
                model.assignments().stream().map(a -> a.id() + " := " + a.expression().infix()).toList().toString());
    }

    @Test
    void modelOnThePageIsRead() throws IOException {
        Model model = Model.parse("page", DocumentedLanguageTest.block("model pair"), Imports.of(Map.of("drug.ant", DRUG)));
        assertEquals("[slow__C := parent/slow__V, fast__C := other/fast__V, total := slow__C + fast__C]",
                model.assignments().stream().map(a -> a.id() + " := " + a.expression().infix()).toList().toString());
    }

    @Test
    void variablesOfPartsCanBeAskedForWithADot() {
        Model model = Model.parse("pair.ant", PAIR, Imports.of(Map.of("drug.ant", DRUG)));
        assertEquals(model.slice(List.of("slow__C")), model.slice(List.of("slow.C")));
        assertEquals(List.of("slow__G", "parent"), model.slice(List.of("slow.C")).states().stream().map(Model.State::id).toList());
    }

    @Test
    void whatIsWrongInAnImportedTextIsFoundThere() {
        var problem = assertThrows(ModelException.class, () -> Model.parse("pair.ant", PAIR,
                Imports.of(Map.of("drug.ant", DRUG.replace("A/V", "A*V")))));
        assertTrue(problem.getMessage().startsWith("drug.ant:7:3: units do not balance: `slow__C` must be in nmol/L"), problem.getMessage());
    }

    @Test
    void nameLeftOutInBracketsIsASyntaxError() {
        var problem = assertThrows(ModelException.class, () -> Model.parse("pair.ant", TWO_DRUGS, Imports.of(Map.of("drug.ant", DRUG))));
        assertTrue(problem.getMessage().startsWith("pair.ant:6:14: unexpected `,`"), problem.getMessage());
    }

    @Test
    void whatTheSecondOfTwoSynonymsSaysCounts() {
        Model model = Model.parse("m", """
                model one; x = 1 mole; end
                model two; y = 2 mole; end
                model m; unit time_unit = second; A: one(); B: two(); A.x is B.y; end
                """);
        assertEquals("[B__y=2.0]", model.parameters().stream().map(p -> p.id() + "=" + p.value()).toList().toString());
    }

    @Test
    void partHasToStandBeforeItIsUsed() {
        var problem = assertThrows(ModelException.class, () -> Model.parse("m",
                "model n; x = 1 mole; end\nmodel m; unit time_unit = second\n z := S.x; z has mole\n S: n()\nend\n"));
        assertEquals("m:3:7: submodel `S` is used before it is made, in line 4", problem.getMessage());
    }

    @Test
    void sliceKeepsEventsThatTouchWhatIsKeptAndAllThatTheyNeed() {
        Model model = Model.parse("m", """
                model m
                  unit time_unit = second; unit per_s = 1/second
                  A = 1 mole; A' = -k*A; B = 1 mole; B' = -k*B; C = 0 mole; C' = k*D
                  D := 2*B; D has mole; k = 1 per_s; limit = 0.5 mole; wait = 1 second; rank = 2 dimensionless; p = 1 mole
                  reset: at wait after (C > limit), priority=rank: A = p, B = 0
                  other: at (time > 2*wait): p = limit
                end
                """);
        assertEquals("[k, limit, wait, rank, p] [A, B, C] [D] [reset(A, B), other(p)]", ids(model.slice(List.of("A"))));
        assertEquals("[k, limit, wait, rank] [B, C] [D] [reset(B)]", ids(model.slice(List.of("B"))));
        assertEquals("[limit, wait, p] [] [] [other(p)]", ids(model.slice(List.of("p"))));
        assertEquals("[limit] [] [] []", ids(model.slice(List.of("limit"))));
        assertEquals(model, model.slice(List.of("A", "B", "C", "D", "p")));
    }

    private static String ids(Model model) {
        return model.parameters().stream().map(Model.Parameter::id).toList() + " " + model.states().stream().map(Model.State::id).toList()
                + " " + model.assignments().stream().map(Model.Assignment::id).toList() + " " + model.events().stream().map(e -> e.id()
                + e.changes().stream().map(Model.Change::id).collect(Collectors.joining(", ", "(", ")"))).toList();
    }

    @Test
    void fileImportsFromItsFolderAndBelow(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/drug.ant"), DRUG);
        Files.writeString(folder.resolve("pair.ant"), PAIR.replace("drug.ant", "parts/drug.ant"));
        assertEquals(4, Model.read(folder.resolve("pair.ant")).states().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.ant", "parts/../../secret.ant", "/etc/passwd", "C:/secret.ant", "..", ".", "./secret.ant",
        "parts/./drug.ant", "parts//drug.ant", "http://example.org/drug.ant", "file:drug.ant", "parts\\drug.ant", "", ".hidden", "~/drug.ant",
        "parts/", "a/b\u0000.ant", "\u2025/secret.ant"})
    void importNeverLeadsOutOfTheFolder(String name, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.ant"), DRUG);
        Path models = Files.createDirectories(folder.resolve("models/parts")).getParent();
        Files.writeString(models.resolve("m.ant"), "import \"" + name + "\"\nmodel m; end\n");
        var problem = assertThrows(ModelException.class, () -> Model.read(models.resolve("m.ant")));
        assertTrue(problem.getMessage().contains("m.ant:1:8: an import names a file beside the model"), problem.getMessage());
    }

    @Test
    void linkOutOfTheFolderIsNotFollowed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.ant"), DRUG);
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.createSymbolicLink(models.resolve("drug.ant"), folder.resolve("secret.ant"));
        Files.createSymbolicLink(models.resolve("up"), folder);
        for (String name : List.of("drug.ant", "up/secret.ant")) {
            Files.writeString(models.resolve("m.ant"), "import \"" + name + "\"\nmodel m; end\n");
            var problem = assertThrows(ModelException.class, () -> Model.read(models.resolve("m.ant")));
            assertTrue(problem.getMessage().endsWith("`" + name + "` cannot be imported: it leads out of the model's folder"),
                    problem.getMessage());
        }
    }

    @Test
    void fileThatIsNoTextOrTooLongIsTurnedDown(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("bytes.ant"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.write(folder.resolve("long.ant"), new byte[(1 << 20) + 1]);
        Files.createDirectory(folder.resolve("folder.ant"));
        var wanted = Map.of("bytes.ant", "it is not a text in UTF-8", "long.ant", "it is longer than 1 MiB", "folder.ant", "there is no file",
                "m.ant", "imports in a circle: m.ant -> m.ant");
        for (var entry : wanted.entrySet()) {
            Files.writeString(folder.resolve("m.ant"), "import \"" + entry.getKey() + "\"\nmodel m; end\n");
            var problem = assertThrows(ModelException.class, () -> Model.read(folder.resolve("m.ant")));
            assertTrue(problem.getMessage().contains(entry.getValue()), problem.getMessage());
        }
        assertThrows(IOException.class, () -> Model.read(folder.resolve("long.ant")));
    }

    @Test
    void importsInACircleAreNamed() {
        var texts = new HashMap<String, String>();
        texts.put("a.ant", "import \"b.ant\"\n");
        texts.put("b.ant", "\nimport \"m.ant\"\n");
        var problem = assertThrows(ModelException.class, () -> Model.parse("m.ant", "import \"a.ant\"\nmodel m; end", Imports.of(texts)));
        assertEquals("b.ant:2:8: imports in a circle: m.ant -> a.ant -> b.ant -> m.ant", problem.getMessage());
    }

    @Test
    void importedStarIsNotTakenForTheMainModel() {
        var texts = Imports.of(Map.of("a.ant", "model *a; unit time_unit = second; end"));
        var problem = assertThrows(ModelException.class, () -> Model.parse("m", "import \"a.ant\"; model m; end", texts));
        assertTrue(problem.getMessage().startsWith("a.ant:1:8: the imported model `a` is marked with *"), problem.getMessage());
        assertEquals("m", Model.parse("m", "import \"a.ant\"; model *m; unit time_unit = second; end", texts).name());
        assertEquals("a", Model.parse("m", "import \"a.ant\"", texts).name());
    }

    @Test
    void textByItselfImportsNothing() {
        var problem = assertThrows(ModelException.class, () -> Model.parse("m", "import \"a.ant\"; model m; end"));
        assertEquals("m:1:8: `a.ant` cannot be imported: this text is read by itself, with no others beside it", problem.getMessage());
    }
}
