package ketum.cli.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTimesTest {

    @Test
    void singleTimesAndRangesAreJoinedInOrderEachOnce() {
        assertArrayEquals(new double[] {-1, 0, 0.5, 1, 2, 3, 4, 24}, OutputTimes.parse("24, 0.5,0:4:1,4,-1,0"));
    }

    @Test
    void stepsAreDecimalSoThatNoRoundingAddsUp() {
        double[] times = OutputTimes.parse("0:1:0.1");
        assertArrayEquals(new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}, times, 0);
    }

    @Test
    void aStepThatDoesNotMeetTheEndStopsBeforeIt() {
        assertArrayEquals(new double[] {0, 4, 8}, OutputTimes.parse("0:10:4"));
        assertArrayEquals(new double[] {7}, OutputTimes.parse("7:7:1"));
    }

    @Test
    void aMillionTimesFitAndMoreAreRefusedBeforeTheyAreMade() {
        assertEquals(1_000_000, OutputTimes.parse("1:1000000:1").length);
        for (String text : new String[] {"0:1e30:1", "0:1:1e-30", "0:1000000:1"}) {
            assertTrue(assertThrows(UnusableInput.class, () -> OutputTimes.parse(text)).getMessage().contains("longer step"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "x", "0:1", "0:1:2:3", "0:10:0", "0:10:-1", "10:0:1", "NaN", "Infinity", "1e400", "1e999999999", "0x10", "0:24:h", "1 2"})
    void whatIsNoTimeIsNamedWithWhatIsAccepted(String text) {
        String message = assertThrows(UnusableInput.class, () -> OutputTimes.parse(text)).getMessage();
        assertTrue(message.startsWith("--times: ") && message.contains("0:24:1"), message);
    }
}
