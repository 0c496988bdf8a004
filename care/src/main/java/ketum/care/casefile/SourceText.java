package ketum.care.casefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** From the bytes of a file to text that the YAML parser may see. */
final class SourceText {

    /** A real file has about 2 KiB; the limit keeps hostile ones cheap. */
    static final int LARGEST_BYTES = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    /** The text without byte order mark, or nothing after a report to {@code problems}. */
    static Optional<String> decode(byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST_BYTES) {
            tooLarge(problems);
            return Optional.empty();
        }
        if (startsLikeUtf16(bytes)) {
            problems.add(1, 1, "", "a file in UTF-16", "a file must be UTF-8 text", "In your editor choose \"Save as\" and the encoding UTF-8.");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int offset = in.position();
            int line = 1;
            int column = 1;
            for (int i = 0; i < offset; i++) {
                column++;
                if (bytes[i] == '\n') {
                    line++;
                    column = 1;
                }
            }
            problems.add(line, column, "", String.format("byte 0x%02X at byte %d of the file, which is not UTF-8", bytes[offset] & 0xFF, offset + 1),
                    "a file must be UTF-8 text", "In your editor choose \"Save as\" and the encoding UTF-8.");
            return Optional.empty();
        }
        String text = out.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return checkCharacters(text, problems);
    }

    static void tooLarge(Problems problems) {
        problems.wholeFile("more than " + LARGEST_BYTES / 1024 + " KiB", "a file may have at most " + LARGEST_BYTES / 1024 + " KiB",
                "A usual file has about 2 KiB; is this the right one?");
    }

    private static boolean startsLikeUtf16(byte[] bytes) {
        return bytes.length >= 2 && ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE || (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF);
    }

    private static Optional<String> checkCharacters(String text, Problems problems) {
        int line = 1;
        int column = 1;
        int firstTabLine = 0;
        int firstTabColumn = 0;
        int tabLines = 0;
        int lastTabLine = 0;
        boolean onlySpaceSoFar = true;
        boolean tabIndents = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (point == '\t') {
                if (lastTabLine != line) {
                    tabLines++;
                    lastTabLine = line;
                }
                if (firstTabLine == 0) {
                    firstTabLine = line;
                    firstTabColumn = column;
                }
                tabIndents |= onlySpaceSoFar;
            } else if (point != '\n' && point != '\r' && Quoted.invisible(point)) {
                problems.add(line, column, "", "the invisible character " + Quoted.codePoint(point), "a file holds visible text only",
                        "Delete it; typing the line again helps.");
                return Optional.empty();
            }
            onlySpaceSoFar &= point == ' ' || point == '\t';
            at += Character.charCount(point);
            column++;
            // A lone carriage return ends a line for the YAML parser as well.
            if (point == '\n' || point == '\r' && !(at < text.length() && text.charAt(at) == '\n')) {
                line++;
                column = 1;
                onlySpaceSoFar = true;
            }
        }
        if (firstTabLine > 0) {
            problems.add(firstTabLine, firstTabColumn, "",
                    "a tab character" + (tabLines > 1 ? " (and on " + (tabLines - 1) + " more " + (tabLines == 2 ? "line)" : "lines)") : ""),
                    "use spaces, not tabs", "Replace each tab by two spaces.");
            // What a tab in front of a line means cannot be known, so what follows could only be guessed at.
            return tabIndents ? Optional.empty() : Optional.of(text.replace('\t', ' '));
        }
        return Optional.of(text);
    }
}
