package ketum.care.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ketum.care.law.UnknownPlace;
import ketum.kratom.data.HelpLines.Kind;
import ketum.kratom.data.Instrument;
import ketum.kratom.data.Instruments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionnaireScoreTest {

    private static final long SEED = 20261123;

    static Stream<Instrument> instruments() {
        return Instruments.standard().all().stream();
    }

    private static Instrument get(String id) {
        return Instruments.standard().find(id).orElseThrow();
    }

    private static QuestionnaireScore score(String id, String answers) {
        try {
            return QuestionnaireScore.of(get(id), answers, "--answers");
        } catch (AnswerProblem problem) {
            throw new AssertionError(problem);
        }
    }

    private static AnswerProblem problem(String id, String answers) {
        return assertThrows(AnswerProblem.class, () -> QuestionnaireScore.of(get(id), answers, "--answers"));
    }

    /** Worked by hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"phq-9|1,1,2,1,0,1,0,0,0|6|mild", "phq-9|3 3 3 3 3 3 3 3 3|27|severe", "gad-7|1,1,2,1,2,2,1|10|moderate", "cows|2,1,1,1,1,2,2,1,1,1,0|13|moderate",
            "cows|4,4,5,5,4,4,5,4,4,4,5|48|severe", "use-disorder|1,1,0,1,0,0,0,0,0,1,1|5|moderate", "cows|0,0,0,0,0,0,0,0,0,0,0|0|below mild"})
    void totalsAndBandsAreThoseWorkedByHand(String id, String answers, int total, String band) {
        QuestionnaireScore score = score(id, answers);
        assertEquals(total, score.total());
        assertEquals(band, score.band().orElseThrow().label());
    }

    @Test
    void aScaleWithoutSourcedBandsHasATotalAndNoName() {
        QuestionnaireScore score = score("sows", "4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4");
        assertEquals(64, score.total());
        assertTrue(score.band().isEmpty());
    }

    @Test
    void toleranceAndWithdrawalAreCountedApartToo() {
        assertEquals(3, score("use-disorder", "1,1,0,1,0,0,0,0,0,1,1").apart().orElseThrow());
        assertTrue(score("gad-7", "0,0,0,0,0,0,0").apart().isEmpty());
    }

    /** Whatever the total, and also when the other answers cannot be read. */
    @Test
    void anAnswerAboveZeroOnThoughtsOfDeathAlwaysCallsForCrisisHelp() {
        for (int points = 1; points <= 3; points++) {
            assertTrue(score("phq-9", "0,0,0,0,0,0,0,0," + points).crisis());
        }
        assertFalse(score("phq-9", "3,3,3,3,3,3,3,3,0").crisis());
        for (String unreadable : List.of("0,0,0,0,0,0,0,0,9", "0,0,0,0,0,0,0,x,1", "self-harm=2", "self-harm=lots", "0,0,0", "", "9=1,9=0", "9=0,9=1", "0,0,0,0,0,0,0,0,0,1", "mood=1 0", "x".repeat(20_000))) {
            assertTrue(problem("phq-9", unreadable).crisisNotExcluded(), unreadable);
        }
        assertFalse(problem("phq-9", "self-harm=0").crisisNotExcluded());
        assertFalse(problem("gad-7", "9").crisisNotExcluded());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "gad-7|1,1,2|found 3 answers; accepted: an answer to each of the 7 items, since a total with gaps means nothing; missing from item 4 (relaxing)",
            "gad-7|1,1,2,1,2,2,1,1|found 8 answers",
            "gad-7|1,1,2,1,4,2,1|restless (item 5): found \"4\"; accepted: 0, 1, 2 or 3",
            "cows|3,0,0,0,0,0,0,0,0,0,0|pulse (item 1): found \"3\"; accepted: 0, 1, 2 or 4",
            "cows|0,0,0,0,0,0,0,0,0,0,1|gooseflesh (item 11): found \"1\"; accepted: 0, 3 or 5",
            "gad-7|1,1,2,1,-1,2,1|found \"-1\"", "gad-7|1,1,2,1,1.5,2,1|found \"1.5\"", "gad-7|1,1,2,1,１,2,1|found \"１\"",
            "gad-7|nervous=1|no answer to control (item 2), worry (item 3)",
            "gad-7|nervos=1|found the item \"nervos\"; accepted: perhaps nervous",
            "gad-7|8=1|found the item \"8\"; accepted: a number from 1 to 7",
            "gad-7|1=1,1=2|found nervous a second time",
            "gad-7|1=|nervous (item 1): found nothing", "gad-7|1=1\\n2|found \"2\" without its item", "gad-7||found no answer", "gad-7|# nothing|found no answer"})
    void whatCannotBeAddedUpIsNamed(String id, String answers, String message) {
        String text = problem(id, answers == null ? "" : answers.replace("\\n", "\n")).getMessage();
        assertTrue(text.contains(message), text);
    }

    @Test
    void theLineIsNamedWhereThereAreSome() {
        assertTrue(problem("gad-7", "nervous = 1\n# so\ncontrol: 7\n").getMessage().contains("--answers, line 3: control (item 2): found \"7\""));
    }

    /** Every way of writing the same answers gives the same score, and the total is the plain sum. */
    @ParameterizedTest
    @MethodSource("instruments")
    void allWaysOfWritingAgree(Instrument instrument) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            List<Integer> points = instrument.items().stream().map(item -> {
                List<Integer> steps = List.copyOf(item.steps().keySet());
                return steps.get(random.nextInt(steps.size()));
            }).toList();
            String inOrder = points.stream().map(String::valueOf).collect(Collectors.joining(round % 2 == 0 ? "," : " "));
            List<String> named = new ArrayList<>(IntStream.range(0, points.size()).mapToObj(i -> (i % 2 == 0 ? instrument.items().get(i).id() : String.valueOf(i + 1)) + " = " + points.get(i)).toList());
            Collections.shuffle(named, new Random(random.nextLong()));
            QuestionnaireScore score = score(instrument.id(), inOrder);
            assertEquals(points.stream().mapToInt(Integer::intValue).sum(), score.total(), "seed " + SEED + " round " + round);
            assertEquals(score, score(instrument.id(), String.join(round % 2 == 0 ? "\n" : ", ", named)), "seed " + SEED + " round " + round);
            assertTrue(score.total() <= instrument.maximum());
            score.band().ifPresent(band -> assertTrue(band.from() <= score.total()));
        }
    }

    /** A higher total never has a lower band. */
    @ParameterizedTest
    @MethodSource("instruments")
    void bandsRiseWithTheTotal(Instrument instrument) {
        int previous = 0;
        for (int total = 0; total <= instrument.maximum() && !instrument.bands().isEmpty(); total++) {
            int from = instrument.band(total).orElseThrow().from();
            assertTrue(from >= previous && from <= total);
            previous = from;
        }
    }

    /** Whatever is typed: a score of true answers, or a message. Never anything else, and never a total that hides a gap. */
    @ParameterizedTest
    @MethodSource("instruments")
    void nothingThatIsTypedFailsInside(Instrument instrument) {
        SplittableRandom random = new SplittableRandom(SEED);
        String[] parts = {"0", "1", "2", "3", "5", ",", ";", " ", "=", ":", "\n", "#", "-", "1e9", "99999999999999", "\u0000", "\u202e", "\ud83d", "é", "mood", "self-harm", "pulse", "0x1", "'", "NaN", ",,", "\r\n"};
        int scored = 0;
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            boolean near = round % 2 == 0;
            if (near) {
                text.append(instrument.items().stream().map(item -> "0").collect(Collectors.joining(",")));
            }
            for (int i = random.nextInt(near ? 3 : 40); i > 0; i--) {
                text.insert(text.isEmpty() ? 0 : random.nextInt(text.length() + 1), parts[random.nextInt(parts.length)]);
            }
            try {
                QuestionnaireScore score = QuestionnaireScore.of(instrument, text.toString(), "a.txt");
                assertEquals(instrument.items().size(), score.answers().size());
                assertTrue(score.answers().stream().allMatch(answer -> answer.item().steps().containsKey(answer.points())), text.toString());
                scored++;
            } catch (AnswerProblem problem) {
                assertFalse(problem.problems().isEmpty(), "seed " + SEED + " round " + round);
                assertTrue(problem.getMessage().length() < 4000 && problem.getMessage().codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)), "seed " + SEED + " round " + round);
            }
        }
        assertTrue(scored > 300, "only " + scored + " were read: the answers tried say little");
    }

    @Test
    void crisisHelpIsThatOfThePlaceOrOfEveryCountry() throws UnknownPlace {
        LocalDate on = LocalDate.of(2026, 11, 23);
        assertEquals(List.of("911", "988"), CrisisHelp.in("US-OR", on).lines().stream().map(line -> line.number()).toList());
        assertTrue(CrisisHelp.anywhere(on).lines().stream().allMatch(line -> line.kind() == Kind.CRISIS));
        assertTrue(CrisisHelp.anywhere(on).lines().size() > 5);
        assertEquals(List.of(), CrisisHelp.in("Indonesia", on).lines());
    }
}
