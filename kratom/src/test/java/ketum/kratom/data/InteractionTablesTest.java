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
    private static final Table SCORED = Tables.interactions().table("interaction-ratios-scored");
    private static final Table CONSTANTS = Tables.interactions().table("interaction-constants");
    /** People without the enzyme stand in for its complete inhibition. */
    private static final String NO_ENZYME = "poor-metaboliser";

    static Stream<Row> ratios() {
        return Stream.of(RATIOS, SCORED).flatMap(table -> table.rows().stream());
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

    /** The scored list was committed before the method was changed and is fixed; a new one is a new list with a date. */
    @Test
    void noPairOfTheScoredListIsKnownToTheConstants() {
        assertEquals(77, SCORED.rows().size());
        Set<String> known = RATIOS.rows().stream().map(InteractionTablesTest::pair).collect(Collectors.toSet());
        SCORED.rows().forEach(row -> assertFalse(known.contains(pair(row)), row.id()));
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
