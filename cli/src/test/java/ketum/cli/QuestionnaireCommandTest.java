package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuestionnaireCommandTest {

    private final CapturedTerminal captured = new CapturedTerminal();

    @TempDir
    private Path folder;

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    @Test
    void theListTheFormAndTheScore() {
        assertEquals(0, ketum("questionnaire"));
        assertTrue(captured.out().startsWith("5 questionnaires"), captured.out());
        assertEquals(0, ketum("questionnaire", "PHQ9"));
        assertTrue(captured.out().contains("Little interest or pleasure in doing things"), captured.out());
        assertEquals(0, ketum("questionnaire", "gad-7", "--answers", "1,1,2,1,2,2,1"));
        assertTrue(captured.out().contains("10 of 21, called \"moderate\""), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void jsonIsTheWholeOutput() {
        assertEquals(0, ketum("questionnaire", "use-disorder", "--answers", "1,1,0,1,0,0,0,0,0,1,1", "--json"));
        JsonNode root = JsonMapper.builder().build().readTree(captured.out());
        assertEquals("5 moderate 3", root.at("/score/total").asInt() + " " + root.at("/score/band").asString() + " " + root.at("/score/without_set_apart").asInt());
    }

    @Test
    void answersAreReadFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("answers.txt"), "# on Monday\nnervous: 1\ncontrol: 1\nworry: 2\nrelaxing: 1\nrestless: 2\nirritable: 2\nafraid: 1\n");
        assertEquals(0, ketum("questionnaire", "gad-7", "--answers-from", file.toString()));
        assertTrue(captured.out().contains("10 of 21"), captured.out());
        Files.writeString(file, "nervous: 1\ncontrol: 5\n");
        assertEquals(2, ketum("questionnaire", "gad-7", "--answers-from", file.toString()));
        assertTrue(captured.err().contains("answers.txt, line 2: control (item 2): found \"5\"; accepted: 0, 1, 2 or 3"), captured.err());
        assertTrue(captured.err().contains("no answer to worry (item 3)"), captured.err());
    }

    /** On the screen it is the first thing; where answers cannot be added up it stands before the reason. */
    @Test
    void crisisHelpIsNeverHeldBackByAnError() {
        assertEquals(0, ketum("questionnaire", "phq-9", "--answers", "0,0,0,0,0,0,0,0,1", "--in", "US"));
        assertTrue(captured.out().startsWith("PLEASE READ THIS FIRST"), captured.out());
        assertEquals(2, ketum("questionnaire", "phq-9", "--answers", "self-harm=3", "--in", "US"));
        assertTrue(captured.err().startsWith("PLEASE READ THIS FIRST") && captured.err().indexOf("988") < captured.err().indexOf("no answer to"), captured.err());
    }

    @Test
    void anUnknownPlaceDoesNotHoldBackCrisisHelp() {
        assertEquals(2, ketum("questionnaire", "phq-9", "--answers", "0,0,0,0,0,0,0,0,1", "--in", "Atlantis"));
        assertTrue(captured.err().startsWith("PLEASE READ THIS FIRST") && captured.err().contains("988"), captured.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"questionnaire phq|perhaps phq-9", "questionnaire ldq|there are cows, sows, phq-9, gad-7, use-disorder", "questionnaire --answers 1,2|answers to which questionnaire",
            "questionnaire gad-7 --answers 1 --answers-from x|one of them", "questionnaire gad-7 --answers-from nowhere.txt|no such file", "questionnaire gad-7 --answers-from .|cannot be read",
            "questionnaire gad-7 --answers 1,2|found 2 answers", "questionnaire gad-7 --on never --answers 0,0,0,0,0,0,0|is no date"})
    void whatCannotBeUsedIsSaidWithStatusTwo(String line, String message) {
        assertEquals(2, ketum(line.split(" ")));
        assertTrue(captured.err().contains(message), captured.err());
        assertEquals("", captured.out());
    }

    @Test
    void aFileThatIsNoTextOrTooLongIsRefused() throws IOException {
        assertEquals(2, ketum("questionnaire", "gad-7", "--answers-from", Files.write(folder.resolve("a"), new byte[] {(byte) 0xff, (byte) 0xfe, 0}).toString()));
        assertTrue(captured.err().contains("no UTF-8 text"), captured.err());
        assertEquals(2, ketum("questionnaire", "gad-7", "--answers-from", Files.write(folder.resolve("b"), new byte[100_000]).toString()));
        assertTrue(captured.err().contains("more than 64 KiB"), captured.err());
    }

    /** Whatever a file holds: a score or a plain message. */
    @Test
    void mutatedFilesNeverFailInside() throws IOException {
        String text = "interest: 1\nmood: 1 # so\nsleep: 2\nenergy: 0\nappetite: 0\nself-worth: 1\nattention: 0\npace: 0\nself-harm: 0\n";
        SplittableRandom random = new SplittableRandom(20261123);
        String[] parts = {"\u0000", "\u001b[2J", "\u202e", "=", ":", "#", "\n", ",", "9", "-", "$1\\", "%s", "mood", "'"};
        for (int i = 0; i < 150; i++) {
            StringBuilder mutated = new StringBuilder(text);
            for (int j = random.nextInt(1, 8); j > 0; j--) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.insert(at, parts[random.nextInt(parts.length)]);
                    case 1 -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(1, 12)));
                    default -> mutated.setCharAt(at, (char) random.nextInt(0xd7ff));
                }
                if (mutated.isEmpty()) {
                    mutated.append('0');
                }
            }
            int status = ketum("questionnaire", "phq-9", "--answers-from", Files.write(folder.resolve("m.txt"), mutated.toString().getBytes(StandardCharsets.UTF_8)).toString());
            assertTrue(status == 0 || status == 2, "mutation " + i + ": " + captured.err());
        }
        assertTrue((captured.out() + captured.err()).codePoints().noneMatch(c -> c == 0x1b || c == 0x202e), "a file steers the terminal");
    }
}
