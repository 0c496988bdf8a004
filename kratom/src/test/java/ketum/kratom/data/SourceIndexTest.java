package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceIndexTest {

    private static final Path RESOURCES = Path.of("src/main/resources/ketum/kratom");
    private static final SourceIndex INDEX = SourceIndex.of(Map.of());

    /** Oracle: a plain search for the key as a word through every file on disk, whatever its kind. */
    @Test
    void aPlainSearchFindsNoFileThatTheIndexDoesNotKnow() throws IOException {
        Map<String, Set<String>> words = new TreeMap<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("sources.csv")).toList()) {
                words.put(RESOURCES.relativize(file).toString().replace('\\', '/'), Pattern.compile("[^a-z0-9.-]+").splitAsStream(Files.readString(file).toLowerCase(Locale.ROOT))
                        .map(word -> word.replaceAll("^[.-]+|[.-]+$", "")).collect(Collectors.toSet()));
            }
        }
        List<Statement> all = INDEX.all();
        List<String> missed = new ArrayList<>();
        int found = 0;
        for (Source source : Sources.standard().all()) {
            if (source.kind() == Source.Kind.OWN) {
                continue;  // its key is the program's name too
            }
            Set<String> known = new TreeSet<>();
            all.stream().filter(statement -> statement.cites(source.key())).map(Statement::file).forEach(known::add);
            Set<String> searched = new TreeSet<>();
            words.forEach((name, said) -> {
                if (said.contains(source.key())) {
                    searched.add(name);
                }
            });
            found += searched.size();
            if (!searched.equals(known)) {
                missed.add(source.key() + ": search " + searched + ", index " + known);
            }
        }
        assertEquals(List.of(), missed);
        assertTrue(found > 400, "only " + found);
    }

    /** Oracle: the rows of each table as they stand in its file, taken apart by nothing but commas around the key. */
    @Test
    void everyRowOfATableCountsOnce() throws IOException {
        for (String key : List.of("tanna2022", "fda-2012-list", "obeng2021")) {
            for (String table : List.of("exposure-calibrated", "exposure-observed", "interaction-constants", "receptors", "variability")) {
                long rows;
                try (Stream<String> lines = Files.lines(RESOURCES.resolve("tables/" + table + ".csv"))) {
                    rows = lines.filter(line -> line.contains("," + key + ",")).count();
                }
                assertEquals(rows, INDEX.of(key).stream().filter(each -> each.group().equals(table)).filter(each -> each.cited().contains(new Statement.Cited(key, "source"))).count(), key + " in " + table);
            }
        }
    }

    @Test
    void whatIsLookedUpAloneIsWhatStandsAmongAll() {
        List<Statement> all = INDEX.all();
        Map<String, Integer> counts = INDEX.counts();
        for (Source source : Sources.standard().all()) {
            List<Statement> alone = INDEX.of(source.key());
            assertEquals(all.stream().filter(each -> each.cites(source.key())).toList(), alone, source.key());
            assertEquals(alone.size(), counts.get(source.key()), source.key());
        }
    }

    @Test
    void aRowAddedToATableShowsWithItsNumberAndLine() {
        Map<String, String> files = new LinkedHashMap<>(DataCheck.standard());
        String limits = files.get("tables/limits.csv");
        files.put("tables/limits.csv", limits + "zz/lead,daily,3.5,,,ug/d,tanna2022,\"table 9, last row\",secondary,B,\n");
        Statement added = SourceIndex.of(Sources.standard(), files, Map.of()).of("tanna2022").stream().filter(each -> each.group().equals("limits")).findFirst().orElseThrow();
        assertEquals(limits.lines().count() + 1, added.line());
        assertEquals(new Statement.Figure("daily", "3.5", "", "", "ug/d"), added.figure().orElseThrow());
        assertEquals("zz/lead, table 9, last row, secondary, B", added.id() + ", " + added.locator() + ", " + added.status().orElseThrow().label() + ", " + added.grade().orElseThrow());
    }

    @Test
    void aTableThatNobodyKnowsYetIsInTheIndexFromItsFirstRow() {
        Map<String, String> files = new LinkedHashMap<>(DataCheck.standard());
        files.put("tables/treatments-to-come.csv", "id,name,sources,status\nrest,Rest,tanna2022;hill2025,unconfirmed\n");
        Statement row = SourceIndex.of(Sources.standard(), files, Map.of()).of("hill2025").stream().filter(each -> each.group().equals("treatments-to-come")).findFirst().orElseThrow();
        assertEquals("Rest", row.says());
        assertEquals(Status.UNCONFIRMED, row.status().orElseThrow());
    }

    @Test
    void findingsObservationsAndRulesCarryTheSourceAboveThem() {
        assertTrue(INDEX.of("eldridge2018").stream().anyMatch(each -> each.id().equals("safe-in-pregnancy, against") && each.says().contains("morphine and clonidine")));
        List<Statement> ohio = INDEX.of("law-oh-bop-notice").stream().filter(each -> each.file().equals("laws/US-OH.yaml")).toList();
        assertTrue(ohio.stream().anyMatch(each -> each.id().contains("from 2026-05-14 rules") && each.says().startsWith("Mitragynine-related compounds")), ohio.toString());
        List<Statement> tanna = INDEX.of("tanna2022").stream().filter(each -> each.group().equals("studies")).toList();
        assertTrue(tanna.stream().anyMatch(each -> each.figure().isPresent() && each.figure().get().quantity().startsWith("cmax")), tanna.toString());
        assertTrue(INDEX.of("nct04392011").stream().anyMatch(each -> each.file().equals("studies/tanna-2022.yaml")), "named in a comment only");
    }

    @Test
    void aNumberReadThroughAnotherTextIsFoundUnderBoth() {
        Statement row = INDEX.of("qaudit2026").stream().filter(each -> each.group().equals("receptors")).filter(each -> !each.cited().getFirst().source().equals("qaudit2026")).findFirst().orElseThrow();
        assertTrue(row.cited().contains(new Statement.Cited("qaudit2026", "locator")), row.toString());
        assertEquals(2, row.cited().size());
    }

    @Test
    void everyRoleOfAMedicineHasItsOwnStatusAndSource() {
        Statement role = INDEX.of("uptodate-cyp2d6-copy").stream().filter(each -> each.id().equals("abiraterone")).findFirst().orElseThrow();
        assertEquals("CYP2D6 inhibitor moderate, secondary", role.says() + ", " + role.status().orElseThrow().label());
    }

    @Test
    void aFileThatCannotBeTakenApartIsStillSearched() {
        Map<String, String> files = new LinkedHashMap<>(DataCheck.standard());
        files.put("laws/US-OH.yaml", "place: [US-OH\nsources: law-oh-signal\n");
        Statement line = SourceIndex.of(Sources.standard(), files, Map.of()).of("law-oh-signal").getFirst();
        assertEquals("laws/US-OH.yaml:2 sources: law-oh-signal", line.file() + ":" + line.line() + " " + line.says());
    }

    @Test
    void everySourceOfTheseFilesResolves() {
        assertEquals(List.of(), INDEX.unresolved());
    }
}
