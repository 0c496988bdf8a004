package ketum.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clock times and dates of data sets are read as NONMEM's guides have them. */
class ClockTest {

    @ParameterizedTest
    @CsvSource({"0:00, 0", "10:30, 37800", "10:30:15, 37815", "10:59:59, 39599", "-1:30:15, -5415", "+25:00, 90000", "2.5, 9000"})
    void aClockTimeIsSecondsSinceMidnight(String field, double seconds) {
        assertEquals(seconds, Clock.seconds(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:60", "10:30:60", ":30", "10:", "10:30:", "a:10", "1:2:3:4"})
    void whatIsNoClockTimeIsNoNumber(String field) {
        assertEquals(Double.NaN, Clock.seconds(field));
    }

    /** Two digits from 50 are of the last century, below 50 of this. */
    @ParameterizedTest
    @CsvSource({"DATE, 3-1-49, 2049-03-01", "DATE, 3/1/50, 1950-03-01", "DATE, 12-31-99, 1999-12-31", "DATE, 2.29.00, 2000-02-29", "DAT1, 31-12-2024, 2024-12-31",
        "DAT2, 2024-02-29, 2024-02-29", "DAT3, 2024-29-2, 2024-02-29", "DAT2, 800-1-2, 0800-01-02"})
    void aDateIsReadInTheOrderOfItsColumn(Clock.Order order, String field, LocalDate expected) {
        assertEquals(expected.toEpochDay(), order.day(field));
    }

    /** Without a year only differences count: 28 February to 1 March is one day, since the year is no leap year. */
    @ParameterizedTest
    @CsvSource({"DATE, 2-28, 3-1", "DAT1, 28-2, 1-3", "DAT2, 2-28, 3-1", "DAT3, 28-2, 1-3", "DATE, 17, 18", "DATE, -1, +0"})
    void datesWithoutAYearAreDaysApart(Clock.Order order, String before, String after) {
        assertEquals(1, order.day(after) - order.day(before));
    }

    @ParameterizedTest
    @CsvSource({"DATE, 13-1-2024", "DATE, 2-29-2023", "DATE, 2-29", "DATE, 1-2-3-4", "DAT2, 2024-1", "DATE, 1--2", "DATE, x-1-2024", "DATE, 12345-1-1"})
    void whatIsNoDateIsNone(Clock.Order order, String field) {
        assertNull(order.day(field));
    }
}
