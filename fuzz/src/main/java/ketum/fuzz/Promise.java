package ketum.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.ObjectMapper;

/** What is held against every reader alike. */
final class Promise {

    private static final int LONGEST_MESSAGE = 30_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Promise() {
    }

    /** A reader did something that it says it does not. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    static void hold(boolean kept, String what) {
        if (!kept) {
            throw new Broken(what);
        }
    }

    /** The place of an error lies in the text: one line after the last for its end. */
    static void inside(String text, long line, String message) {
        hold(line >= 0 && line <= lines(text) + 1, "line " + line + " of a text of " + lines(text) + " lines: " + message);
    }

    /** Lines that end by LF, CR LF or CR, and one that does not end. */
    private static long lines(String text) {
        long lines = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            lines += c == '\n' || c == '\r' && !text.startsWith("\n", at + 1) ? 1 : 0;
        }
        return lines;
    }

    /** A message of the right length that may be shown: nothing in it steers a terminal or reorders what stands around it. */
    static void message(String message) {
        typed(message);
        shown(message);
    }

    /** A message about something typed on the command line, which the door cleans before it shows it. */
    static void typed(String message) {
        hold(message != null && !message.isBlank(), "a refusal without a word");
        hold(message.length() <= LONGEST_MESSAGE, "a message of " + message.length() + " characters");
    }

    /** A document for programs: JSON that is read back, with no raw control character in it. */
    static void json(String json) {
        hold(JSON.readTree(json).isObject(), "no JSON object");
        hold(json.chars().noneMatch(c -> c < ' ' && c != '\n'), "a control character in JSON");
    }

    /** Text for a terminal: no control character but the line end, no half of a character, no change of direction. */
    static void shown(String text) {
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            boolean steers = Character.isISOControl(point) && point != '\n' || Character.getType(point) == Character.SURROGATE
                    || point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
            if (steers) {
                String around = text.substring(Math.max(0, at - 40), at);
                throw new Broken("U+%04X is shown, behind \"%s\"".formatted(point, around));
            }
            at += Character.charCount(point);
        }
    }

    /** The text of the bytes where they are UTF-8; otherwise each byte is a character, so that no input is lost. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
