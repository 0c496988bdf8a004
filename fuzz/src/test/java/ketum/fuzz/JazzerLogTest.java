package ketum.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against lines as Jazzer 0.30.0 prints them. */
class JazzerLogTest {

    @Test
    void theSummaryIsThatOfTheLastStepAndOfTheStatistics() {
        JazzerLog log = new JazzerLog();
        List.of("INFO: Loaded 12 hooks from com.code_intelligence.jazzer.sanitizers.Deserialization", "#2\tINITED cov: 5 ft: 5 corp: 1/1b exec/s: 0 rss: 300Mb",
                "#4096\tpulse  cov: 812 ft: 2210 corp: 97/4021b lim: 43 exec/s: 2048 rss: 512Mb", "#9000\tDONE   cov: 900 ft: 2500 corp: 120/5Kb lim: 80 exec/s: 1500 rss: 530Mb",
                "stat::number_of_executed_units: 9001", "stat::peak_rss_mb:             540").forEach(log::line);
        assertEquals("9001 executions, 900 edges, 120 inputs kept, 540 MiB", log.summary());
        assertEquals(List.of(), log.finding());
    }

    @Test
    void theAccountOfAFindingIsKept() {
        JazzerLog log = new JazzerLog();
        List.of("#8\tNEW    cov: 6 ft: 6 corp: 2/2b lim: 4 exec/s: 0 rss: 300Mb L: 1/1 MS: 1 ChangeByte-", "", "== Java Exception: java.lang.ArrayIndexOutOfBoundsException: 3",
                "\tat ketum.care.A.b(A.java:3)", "== libFuzzer crashing input ==").forEach(log::line);
        assertEquals(List.of("== Java Exception: java.lang.ArrayIndexOutOfBoundsException: 3", "\tat ketum.care.A.b(A.java:3)", "== libFuzzer crashing input =="), log.finding());
        assertEquals("8 executions, 6 edges, 2 inputs kept, 0 MiB", log.summary());
    }
}
