package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KetumCommandTest {

    private final CapturedTerminal captured = new CapturedTerminal();

    private int ketum(String... arguments) {
        return KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments);
    }

    @Test
    void versionNamesSoftwareModelAndData() {
        assertEquals(0, ketum("--version"));
        assertTrue(captured.out().matches("ketum \\d+\\.\\d+\\.\\d+\\Rmodel \\d+\\.\\d+\\.\\d+\\Rdata \\d+\\.\\d+\\.\\d+\\R"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void helpGoesToStdoutAndShowsExamples() {
        assertEquals(0, ketum("--help"));
        assertTrue(captured.out().contains("ketum assess examples/daily-leaf.yaml"), captured.out());
        assertEquals("", captured.err());
    }

    @Test
    void aWrongCommandLineIsBadInputAndSaysWhereHelpIs() {
        for (String[] wrong : new String[][] {{}, {"asses"}, {"--no-such-option"}}) {
            assertEquals(2, ketum(wrong));
        }
        assertEquals("", captured.out());
        assertTrue(captured.err().contains("'ketum --help'"), captured.err());
        assertFalse(captured.err().contains("\tat "), captured.err());
    }

    @Test
    void whatWasTypedCannotSteerTheTerminalFromAMessage() {
        String steering = "\u001b[31m\u202e\u0085x";
        for (String[] wrong : new String[][] {{"law", "--in", steering}, {"interact", "--with", "sertraline", "--dose", steering}, {"claim", "a", steering}, {"check-article", steering}}) {
            assertEquals(2, ketum(wrong));
        }
        assertTrue(captured.err().contains("?[31m") && captured.err().chars().noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202e), captured.err());
    }

    @Test
    void theCompletionScriptKnowsTheSubcommands() {
        assertEquals(0, ketum("completion"));
        assertTrue(captured.out().startsWith("#!/usr/bin/env bash"), captured.out());
        assertTrue(captured.out().contains("completion"), captured.out());
    }
}
