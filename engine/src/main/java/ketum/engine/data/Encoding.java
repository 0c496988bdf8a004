package ketum.engine.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text: UTF-8, with or without its mark; anything else is named as far as it shows itself. */
final class Encoding {

    private Encoding() {
    }

    static String text(String source, byte[] bytes) {
        Problems problems = new Problems(source);
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)) {
            throw problems.fatal(0, "", "the file is in UTF-16; save it as UTF-8 (or \"CSV UTF-8\")");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
            throw problems.fatal(line, "", "a character is not in UTF-8; save the file as UTF-8 (or \"CSV UTF-8\")");
        }
        return out.toString();
    }
}
