package ketum.care.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLookupTest {

    private static Source tanna() {
        return Sources.standard().get("tanna2022");
    }

    @Test
    void aSourceIsFoundByKeyDoiAndNumbersWhateverTheCase() throws UnknownSource {
        Source source = tanna();
        for (String typed : List.of("tanna2022", " TANNA2022 ", source.doi(), "https://doi.org/" + source.doi())) {
            assertEquals(source, SourceLookup.ask(typed).source(), typed);
        }
        Source numbered = Sources.standard().all().stream().filter(each -> !each.pmid().isEmpty() && !each.pmcid().isEmpty()).findFirst().orElseThrow();
        for (String typed : List.of(numbered.pmid(), "PMID " + numbered.pmid(), numbered.pmcid().toLowerCase(java.util.Locale.ROOT))) {
            assertEquals(numbered, SourceLookup.ask(typed).source(), typed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tana2022", "tanna", "", "10.1000/nothing", "PMC", "2022"})
    void whatIsNoKeyIsUnknown(String typed) {
        assertThrows(UnknownSource.class, () -> SourceLookup.ask(typed));
    }

    @Test
    void theSearchWantsAllWordsWhateverTheirOrderAndCase() {
        Set<String> tanna = keys(SourceLookup.find(List.of("tanna")));
        assertTrue(tanna.containsAll(Set.of("tanna2021", "tanna2022", "tanna2023cpt")), tanna.toString());
        assertEquals(keys(SourceLookup.find(List.of("liver", "injury"))), keys(SourceLookup.find(List.of("INJURY liver"))));
        assertTrue(keys(SourceLookup.find(List.of("liver", "injury"))).contains("ahmad2021"));
        assertTrue(SourceLookup.find(List.of("tanna", "seizures")).entries().isEmpty());
    }

    @Test
    void everySourceIsListedAndNothingIsListedForNothing() {
        SourceList all = SourceLookup.all();
        assertEquals(Sources.standard().all().stream().map(Source::key).toList(), all.entries().stream().map(entry -> entry.source().key()).toList());
        assertEquals(List.of(), all.entries().stream().filter(entry -> entry.statements() == 0).map(entry -> entry.source().key()).toList());
    }

    /** What is said to people rests on sources too, not only the numbers. */
    @Test
    void adviceRulesHelpLinesMedicinesAndCodeAreAmongWhatRestsOnASource() throws UnknownSource {
        assertTrue(SourceLookup.ask("jarka2023").groups().keySet().containsAll(Set.of("advice", "interaction rules")));
        assertTrue(SourceLookup.ask("betterhealth-overdose").groups().keySet().containsAll(Set.of("help", "interaction rules")));
        assertTrue(SourceLookup.ask("uptodate-cyp2d6-copy").groups().containsKey("medicines"));
        assertTrue(SourceLookup.ask("maxwell2021").groups().containsKey("code"));
        assertTrue(SourceLookup.ask("hill2025").groups().containsKey("claims"));
        assertEquals("2026-11-22", SourceLookup.ask("hill2025").asOf().orElseThrow().toString());
    }

    private static Set<String> keys(SourceList list) {
        return list.entries().stream().map(entry -> entry.source().key()).collect(Collectors.toSet());
    }
}
