package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The YAML reader's own strictness is shown on schema files: duplicates, unknown keys, tags, aliases, wrong shapes, each with its line. */
class TableSchemaTest {
    private static final String GOOD = "about: a\nids: b\nid_pattern: \"[a-z]+\"\nquantities:\n  Ki: {unit: nM, about: c}\n";

    private static DataException error(String text) {
        return assertThrows(DataException.class, () -> TableSchema.parse("x.schema.yaml", text));
    }

    @Test
    void aGoodSchemaIsRead() {
        assertEquals("nM", TableSchema.parse("x", GOOD).quantities().get("Ki").unit());
    }

    @Test
    void everyMistakeHasItsLine() {
        assertEquals(6, error(GOOD + "extra: 1\n").line());
        assertEquals(6, error(GOOD + "about: again\n").line());
        assertEquals(5, error(GOOD.replace("unit: nM", "unit: zz/yy")).line());
        assertEquals(5, error(GOOD.replace("unit: nM, ", "")).line());
        assertEquals(3, error(GOOD.replace("[a-z]+", "[a-z")).line());
        assertEquals(1, error(GOOD.replace("about: a\n", "about: !!java a\n")).line());
        assertEquals(1, error(GOOD.replace("about: a\n", "about: &x a\n")).line());
        assertEquals(1, error(GOOD.replace("about: a\n", "about: [a]\n")).line());
        assertEquals(5, error(GOOD.replace("{unit: nM, about: c}", "nM")).line());
        assertTrue(error("").getMessage().contains("mapping"));
        assertTrue(error("- a\n").getMessage().contains("keys with values"));
        assertTrue(error(GOOD + "---\na: 1\n").getMessage().contains("one YAML document"));
        assertTrue(error("a: [\n").getMessage().contains("one YAML document"));
    }
}
