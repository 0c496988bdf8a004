package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimPatternsTest {

    private static final Map<String, List<ClaimPattern.Phrase>> LISTS = ClaimPatterns.lists("words.csv", "name,words\npets,cat|guinea pig*\n");

    private static List<ClaimPattern> parse(String row) {
        return ClaimPatterns.parse("patterns.csv", "claim,stance,words,without\n" + row + "\n", LISTS, List.of("a-claim"));
    }

    @Test
    void aRowGivesGroupsOfPhrasesAndTheLastIsTurnedRound() {
        ClaimPattern pattern = parse("a-claim,asserts,<pets>|dog & bite*,toy").getFirst();
        assertEquals(List.of(List.of("cat"), List.of("guinea", "pig*"), List.of("dog")), pattern.groups().getFirst().alternatives().stream().map(ClaimPattern.Phrase::words).toList());
        assertFalse(pattern.groups().getFirst().negatable());
        assertTrue(pattern.groups().getLast().negatable());
        assertEquals(List.of("toy"), pattern.without().getFirst().words());
    }

    @Test
    void aMarkedGroupIsTurnedRoundInsteadAndARowThatDeniesTurnsNone() {
        assertEquals(List.of(true, false), parse("a-claim,asserts,!dog & bite*,").getFirst().groups().stream().map(ClaimPattern.Group::negatable).toList());
        assertEquals(List.of(false, false), parse("a-claim,denies,dog & bite*,").getFirst().groups().stream().map(ClaimPattern.Group::negatable).toList());
    }

    @Test
    void wordsBehindATildeAreOppositesAndACaretCarriesAGroupOver() {
        ClaimPattern pattern = parse("a-claim,asserts,^<pets> & !safe|no harm~risk*|bites,").getFirst();
        assertEquals(List.of(List.of("safe"), List.of("no", "harm")), pattern.groups().getLast().alternatives().stream().map(ClaimPattern.Phrase::words).toList());
        assertEquals(List.of(List.of("risk*"), List.of("bites")), pattern.groups().getLast().opposites().stream().map(ClaimPattern.Phrase::words).toList());
        assertEquals(List.of(true, false), pattern.groups().stream().map(ClaimPattern.Group::carried).toList());
        assertEquals(List.of(false, true), pattern.groups().stream().map(ClaimPattern.Group::negatable).toList());
    }

    @Test
    void everyClaimHasLooserPatternsOrStrictOnes() {
        assertTrue(ClaimPatterns.topics().size() > Claims.standard().all().size());
        assertTrue(ClaimPatterns.standard().stream().map(ClaimPattern::claim).toList().containsAll(Claims.standard().all().stream().map(Claim::id).toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"a-claim,asserts,a~b~c,;words", "a-claim,asserts,~b,;words", "other,asserts,dog,;claim", "a-claim,says,dog,;stance", "a-claim,asserts,Dog,;words", "a-claim,asserts,<birds>,;words", "a-claim,asserts,,;words", "a-claim,asserts,dog,d*g;without"})
    void whatIsNotKnownIsNamed(String row, String column) {
        DataException problem = assertThrows(DataException.class, () -> parse(row));
        assertTrue(problem.getMessage().contains(column), problem.getMessage());
    }

    @Test
    void anOpposedClaimMustBeOnFile() {
        assertThrows(DataException.class, () -> OpposedClaims.parse("opposed.csv", "first,second,why\na-claim,other,Because.\n", List.of("a-claim")));
    }
}
