package ketum.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Inputs as long as a reader accepts, which Jazzer would hardly make: each word of the dictionary and each seed over and over, and
 * words that open something never closed. They show time or memory that grows faster than the input.
 */
final class LongInputs {

    private LongInputs() {
    }

    /**
     * @param bytes length of an input
     * @return how to make each, by a name that says what it is; made when asked for, since all together are large
     */
    static Map<String, java.util.function.Supplier<byte[]>> of(Dictionary dictionary, Map<String, byte[]> seeds, int bytes) {
        Map<String, java.util.function.Supplier<byte[]>> inputs = new LinkedHashMap<>();
        int number = 0;
        for (byte[] word : dictionary.words()) {
            number++;
            inputs.put("word " + number + " over and over", () -> repeated(word, new byte[0], bytes));
            inputs.put("word " + number + " on line after line", () -> repeated(word, new byte[] {'\n'}, bytes));
            inputs.put("word " + number + " with blanks between", () -> repeated(word, new byte[] {' '}, bytes));
            inputs.put("word " + number + " with letters between", () -> repeated(word, new byte[] {'a'}, bytes));
        }
        seeds.forEach((name, seed) -> {
            if (!name.startsWith("word-") && seed.length > 0) {
                inputs.put(name + " over and over", () -> repeated(seed, new byte[0], bytes));
                inputs.put(name + " with its middle over and over", () -> stretched(seed, bytes));
            }
        });
        return inputs;
    }

    private static byte[] repeated(byte[] piece, byte[] between, int bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes);
        while (out.size() + piece.length + between.length <= bytes) {
            out.writeBytes(piece);
            out.writeBytes(between);
        }
        return out.toByteArray();
    }

    /** The lines in the middle third as often as they fit, between those before and behind, so that heads and ends stay whole. */
    private static byte[] stretched(byte[] seed, int bytes) {
        int from = lineStart(seed, seed.length / 3);
        int to = lineStart(seed, 2 * seed.length / 3);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes);
        out.write(seed, 0, from);
        while (to > from && out.size() + to - from + seed.length - to <= bytes) {
            out.write(seed, from, to - from);
        }
        out.write(seed, to, seed.length - to);
        return out.toByteArray();
    }

    private static int lineStart(byte[] seed, int at) {
        int start = at;
        while (start > 0 && seed[start - 1] != '\n') {
            start--;
        }
        return start;
    }
}
