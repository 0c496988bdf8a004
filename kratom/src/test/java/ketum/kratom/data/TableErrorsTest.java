package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way a table can be wrong is reported with file, line, column, what was found and what is accepted. */
class TableErrorsTest {
    private static final String HEADER = "id,quantity,value,low,high,unit,source,locator,status,grade,note\n";
    private static final String GOOD = "a.mu.x,Ki,161,,,nM,paper,Table 1,seen,C,\n";
    private static final Sources SOURCES = Sources.parse("s.csv",
            "key,kind,doi,pmid,pmcid,url,authors,year,title,verified\npaper,article,10.1000/1,,,,,2020,A paper,no\n");
    private static final TableSchema SCHEMA = TableSchema.parse("t.schema.yaml", """
            about: test
            ids: family.target.ligand
            id_pattern: "[a-z]+\\\\.[a-z]+\\\\.[a-z]+"
            quantities:
              Emax: {unit: "%", about: efficacy}
              Ki: {unit: nM, about: affinity, bounds: range}
            """);

    private static Table parse(String csv) {
        return Table.parse("t", "t.csv", csv, SCHEMA, SOURCES);
    }

    @Test
    void aGoodTableIsRead() {
        Table table = parse(HEADER + "a.mu.x,Emax,34,,,%,paper,Table 1,seen,C,\n" + GOOD);
        assertEquals(161, table.value("a.mu.x", "Ki"));
        assertEquals(2, table.rows("a.mu.x").size());
        assertEquals(3, table.row("a.mu.x", "Ki").line());
    }

    @Test
    void whatStandsInAFileIsRepeatedShortAndWithoutSignsThatSteerATerminal() {
        DataException refused = assertThrows(DataException.class, () -> parse(HEADER + GOOD.replace("161", "\u001b[31m\u202e" + "x".repeat(5000))));
        assertTrue(refused.getMessage().contains("found \"?[31m?x"), refused.getMessage());
        assertTrue(refused.getMessage().length() < 500 && refused.getMessage().chars().noneMatch(c -> Character.isISOControl(c) || c == 0x202e), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A.mu.x,Ki,161,,,nM,paper,T1,seen,C,     | id       | A.mu.x   | family.target.ligand
            a.mu.x,Kd,161,,,nM,paper,T1,seen,C,     | quantity | Kd       | Emax, Ki
            a.mu.x,Ki,,,,nM,paper,T1,seen,C,        | value    | nothing  | a number
            a.mu.x,Ki,1e,,,nM,paper,T1,seen,C,      | value    | 1e       | a number
            a.mu.x,Ki,NaN,,,nM,paper,T1,seen,C,     | value    | NaN      | a number
            a.mu.x,Ki,1e999,,,nM,paper,T1,seen,C,   | value    | 1e999    | a number
            a.mu.x,Ki,'1,61',,,nM,paper,T1,seen,C   | value    | 1,61     | a number
            a.mu.x,Ki,5,x,,nM,paper,T1,seen,C,      | low      | x        | a number
            a.mu.x,Ki,5,6,,nM,paper,T1,seen,C,      | low      | 6        | at most the value
            a.mu.x,Ki,5,,4,nM,paper,T1,seen,C,      | high     | 4        | at least the value
            a.mu.x,Emax,5,,6,%,paper,T1,seen,C,     | high     | 6        | does not say what bounds
            a.mu.x,Ki,5,,,nN/zz,paper,T1,seen,C,    | unit     | nN/zz    | UCUM
            a.mu.x,Ki,5,,,,paper,T1,seen,C,         | unit     | nothing  | a value
            a.mu.x,Ki,5,,,uM,paper,T1,seen,C,       | unit     | uM       | nM for Ki
            a.mu.x,Ki,5,,,nM,nobody,T1,seen,C,      | source   | nobody   | a key of sources/sources.csv
            a.mu.x,Ki,5,,,nM,paper,,seen,C,         | locator  | nothing  | a value
            a.mu.x,Ki,5,,,nM,paper,T1,recalled,C,   | status   | recalled | seen, secondary, derived, unconfirmed or assumed
            a.mu.x,Ki,5,,,nM,paper,T1,seen,E,       | grade    | E        | A, B, C or D
            a.mu.x,Ki,5,,,nM,paper,T1,assumed,C,why | grade    | C        | D
            a.mu.x,Ki,5,,,nM,paper,T1,derived,C,    | note     | nothing  | the arithmetic
            a.mu.x,Ki,5,,,nM,paper,T1,assumed,D,    | note     | nothing  | the reason
            a.mu.x,Ki, 5,,,nM,paper,T1,seen,C,      | value    | 5        | no space
            """, quoteCharacter = '"')
    void aBadRowIsReportedWithItsPlace(String row, String column, String found, String accepted) {
        String csv = HEADER + row.strip().replace('\'', '"') + (row.contains("'") ? "," : "") + "\n";
        DataException error = assertThrows(DataException.class, () -> parse(csv));
        assertEquals("t.csv", error.file());
        assertEquals(2, error.line());
        assertEquals("column " + column, error.field());
        assertTrue(error.getMessage().contains(found), error.getMessage());
        assertTrue(error.getMessage().contains(accepted), error.getMessage());
    }

    @Test
    void anUnknownColumnIsNamed() {
        DataException error = assertThrows(DataException.class, () -> parse(HEADER.replace("note", "remark") + GOOD));
        assertTrue(error.getMessage().contains("\"remark\""), error.getMessage());
        assertEquals(1, error.line());
    }

    @Test
    void aMissingColumnAndAnEmptyFileAreReported() {
        assertTrue(assertThrows(DataException.class, () -> parse(HEADER.replace(",note", ""))).getMessage().contains("header"));
        assertTrue(assertThrows(DataException.class, () -> parse("")).getMessage().contains("header"));
    }

    @Test
    void aRowWithTooManyOrTooFewFieldsIsReported() {
        assertTrue(assertThrows(DataException.class, () -> parse(HEADER + "a.mu.x,Ki,1\n")).getMessage().contains("3 fields"));
        assertTrue(assertThrows(DataException.class, () -> parse(HEADER + GOOD.strip() + ",,\n")).getMessage().contains("13 fields"));
        assertTrue(assertThrows(DataException.class, () -> parse(HEADER + "\n" + GOOD)).getMessage().contains("1 fields"));
    }

    @Test
    void rowsOutOfOrderOrTwiceAreReported() {
        String emax = "a.mu.x,Emax,34,,,%,paper,Table 1,seen,C,\n";
        DataException quantities = assertThrows(DataException.class, () -> parse(HEADER + GOOD + emax));
        assertEquals(3, quantities.line());
        assertTrue(quantities.getMessage().contains("sorted by quantity"), quantities.getMessage());
        DataException twice = assertThrows(DataException.class, () -> parse(HEADER + GOOD + GOOD));
        assertTrue(twice.getMessage().contains("line 2 holds them already"), twice.getMessage());
        DataException ids = assertThrows(DataException.class, () -> parse(HEADER + GOOD.replace("a.mu", "b.mu") + GOOD));
        assertTrue(ids.getMessage().contains("sorted by id"), ids.getMessage());
    }

    @Test
    void anUnclosedQuoteIsReported() {
        assertThrows(DataException.class, () -> parse(HEADER + "\"a.mu.x,Ki,1\n"));
    }
}
