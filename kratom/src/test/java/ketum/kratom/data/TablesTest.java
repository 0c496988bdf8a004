package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import ketum.kratom.Alkaloid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every table that ships, read with the loader and then checked again by rules of its own. */
class TablesTest {
    private static final Tables TABLES = Tables.standard();

    record Place(String table, Row row) {
        @Override
        public String toString() {
            return table + ".csv line " + row.line() + " " + row.id() + " " + row.quantity();
        }
    }

    static Stream<Place> everyRow() {
        return Stream.of(TABLES, Tables.interactions()).flatMap(tables -> tables.all().values().stream()).flatMap(table -> table.rows().stream().map(row -> new Place(table.name(), row)));
    }

    @ParameterizedTest
    @MethodSource("everyRow")
    void everyNumberResolvesToASourceWithLocatorAndStatus(Place place) {
        Row row = place.row();
        Source source = TABLES.sources().find(row.source()).orElseThrow();
        assertFalse(source.citation().isBlank());
        assertFalse(row.locator().isBlank());
        assertDoesNotThrow(() -> Units.check(row.unit()));
        if (row.status() == Status.SEEN || row.status() == Status.SECONDARY || row.status() == Status.DERIVED) {
            assertFalse(source.kind() == Source.Kind.OWN, "a number that was read somewhere needs that source");
            assertFalse(source.address().isEmpty());
        }
        if (row.status() == Status.DERIVED || row.status() == Status.ASSUMED) {
            assertTrue(row.note().length() > 6, "arithmetic or reason");
        }
    }

    @Test
    void everyTableHasRowsAndUsesEveryQuantityOfItsSchema() {
        for (Table table : Stream.of(TABLES, Tables.interactions()).flatMap(tables -> tables.all().values().stream()).toList()) {
            assertFalse(table.rows().isEmpty(), table.name());
            List<String> used = table.rows().stream().map(Row::quantity).distinct().toList();
            for (String quantity : table.schema().quantities().keySet()) {
                assertTrue(used.contains(quantity), table.name() + ".schema.yaml lists " + quantity + ", which no row has");
            }
        }
    }

    @Test
    void theSameTablesAreReadOnlyOnce() {
        assertTrue(Tables.standard() == TABLES);
    }

    @Test
    void sevenHydroxymitragynineBindsMuTighterThanMitragynineInEveryFamilyThatHasBoth() {
        Table receptors = TABLES.table("receptors");
        List<String> families = List.of("obeng2020", "cho-hmor-2021", "frontiers2026");
        for (String family : families) {
            double ratio = receptors.value(family + ".mu.mitragynine", "Ki") / receptors.value(family + ".mu.7-hydroxymitragynine", "Ki");
            assertTrue(ratio > 4.6 && ratio < 23, family + ": " + ratio);
        }
        assertEquals(161, receptors.value("obeng2020.mu.mitragynine", "Ki"));
    }

    @ParameterizedTest
    @EnumSource(Alkaloid.class)
    void everyAlkaloidHasAMolarMassAndBindingFigures(Alkaloid alkaloid) {
        double mass = TABLES.table("molecules").value(alkaloid.id(), "molar_mass");
        assertTrue(mass > 396 && mass < 415, alkaloid + " " + mass);
        double free = TABLES.table("binding").value(alkaloid.id(), "fraction_unbound_plasma");
        assertTrue(free > 0 && free < 1);
    }

    /** Dose over AUC must give the printed clearance; the source prints three digits of each and medians of different people. */
    @ParameterizedTest
    @EnumSource(value = Alkaloid.class, names = "SEVEN_HYDROXYMITRAGYNINE", mode = EnumSource.Mode.EXCLUDE)
    void tanna2022ClearanceEqualsDoseOverAreaWithin4Percent(Alkaloid alkaloid) {
        Table observed = TABLES.table("exposure-observed");
        String id = "tanna2022." + alkaloid.id();
        double doseNmol = observed.value(id, "dose") * 1e6 / TABLES.table("molecules").value(alkaloid.id(), "molar_mass");
        double clearance = doseNmol / observed.value(id, "auc_inf");
        assertEquals(1, clearance / observed.value(id, "cl_over_f"), 0.04);
    }

    @Test
    void k51ContentTimesTwoGramsIsTheDoseThatTanna2022Reports() {
        double contentMg = 2 * TABLES.table("products-reference").value("k51.mitragynine", "content");
        assertEquals(TABLES.table("exposure-observed").value("tanna2022.mitragynine", "dose"), contentMg, 0.5);
    }

    @Test
    void aMissingRowIsNamedWithWhatTheTableHas() {
        Table molecules = TABLES.table("molecules");
        IllegalArgumentException noQuantity = assertThrows(IllegalArgumentException.class, () -> molecules.value("speciogynine", "pka"));
        assertTrue(noQuantity.getMessage().contains("molar_mass"), noQuantity.getMessage());
        IllegalArgumentException noTable = assertThrows(IllegalArgumentException.class, () -> TABLES.table("receptor"));
        assertTrue(noTable.getMessage().contains("receptors"), noTable.getMessage());
    }

    @Test
    void aValueConvertsToTheUnitAskedFor() {
        assertEquals(0.161, TABLES.table("receptors").value("obeng2020.mu.mitragynine", "Ki", "uM"), 1e-12);
    }
}
