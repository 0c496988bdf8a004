package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The observed ratios and the constants of interactions: each names medicines that are known, and a scored ratio is no ratio that a constant rests on. */
class InteractionTablesTest {
    private static final Table RATIOS = Tables.interactions().table("interaction-ratios");
    private static final Table SECOND = Tables.interactions().table("interaction-ratios-second");
    private static final Table THIRD = Tables.interactions().table("interaction-ratios-third");
    private static final Table CONSTANTS = Tables.interactions().table("interaction-constants");
    /** People without the enzyme stand in for its complete inhibition. */
    private static final String NO_ENZYME = "poor-metaboliser";

    static Stream<Row> ratios() {
        return Stream.of(RATIOS, SECOND, THIRD).flatMap(table -> table.rows().stream());
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void bothMedicinesOfARatioAreInTheMedicinesTable(Row row) {
        for (String medicine : List.of(row.id().split("\\.")).subList(0, 2)) {
            assertTrue(medicine.equals(NO_ENZYME) || Medicines.standard().byId(medicine).isPresent(), medicine);
        }
        assertTrue(row.value() > 0.01 && row.value() < 100, "a ratio of areas in people");
        assertEquals('B', row.grade());
    }

    @Test
    void noRatioIsBothScoredAndAConstantsBasis() {
        Set<String> derives = ratios().filter(row -> row.quantity().equals("auc_ratio_derives")).map(Row::id).collect(Collectors.toSet());
        List<Row> scored = ratios().filter(row -> row.quantity().equals("auc_ratio_scored")).toList();
        assertEquals(83, scored.size(), "the list of scored ratios is fixed; a new one is a new list with a date");
        assertFalse(scored.stream().anyMatch(row -> derives.contains(row.id())));
        assertEquals(73, SECOND.rows().size(), "the second list is fixed as well");
        assertEquals(77, THIRD.rows().size(), "and the third");
        assertFalse(SECOND.rows().stream().anyMatch(row -> RATIOS.rows().stream().anyMatch(other -> other.id().equals(row.id()))));
    }

    /** The third list was chosen so that no pair of it stands on another. */
    @Test
    void noPairOfTheThirdListIsKnownFromAnother() {
        Set<String> known = Stream.of(RATIOS, SECOND).flatMap(table -> table.rows().stream()).map(InteractionTablesTest::pair).collect(Collectors.toSet());
        THIRD.rows().forEach(row -> assertFalse(known.contains(pair(row)), row.id()));
    }

    private static String pair(Row row) {
        return row.id().substring(0, row.id().lastIndexOf('.'));
    }

    /** A dose of a ratio that is not held would be a misspelt id. */
    @Test
    void everyDoseBelongsToARatio() {
        Set<String> ids = ratios().map(Row::id).collect(Collectors.toSet());
        Tables.interactions().table("interaction-doses").rows().forEach(row -> assertTrue(ids.contains(row.id()) && row.value() >= 10 && row.value() <= 3000, row.id()));
    }

    @Test
    void constantsThatWereOnlyRecalledAreMarkedAndGradedLowest() {
        for (Row row : CONSTANTS.rows()) {
            if (row.source().equals("ohno2007") || row.source().equals("ketum")) {
                assertEquals(Status.UNCONFIRMED, row.status(), row.id());
                assertEquals('D', row.grade());
            } else {
                assertFalse(row.status() == Status.UNCONFIRMED, row.id());
            }
        }
    }

    @Test
    void theOneStudyInPeopleIsHeldAsPublished() {
        Row midazolam = CONSTANTS.row("kratom.midazolam", "auc_ratio");
        assertEquals(1.39, midazolam.value());
        assertEquals(1.23, midazolam.low().orElseThrow());
        assertEquals(1.57, midazolam.high().orElseThrow());
        assertEquals(0.99, CONSTANTS.value("kratom.dextromethorphan", "auc_ratio"));
        assertEquals(1.17, CONSTANTS.value("mitragynine", "ki_cyp2d6"), "the measured Ki, not the halved IC50");
    }
}
