package ketum.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of a reader's language, one a line, from {@code dictionary/NAME.txt}; {@code \n}, {@code \t}, {@code \r}, {@code \\} and
 * {@code \xNN} stand for what they usually do, and lines that begin with {@code ##} are comments.
 */
record Dictionary(List<byte[]> words) {

    Dictionary {
        words = List.copyOf(words);
    }

    static Dictionary of(Target target) {
        String name = "dictionary/" + target.name() + ".txt";
        try (InputStream in = Dictionary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static Dictionary parse(String text) {
        List<byte[]> words = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.isEmpty() && !line.startsWith("##")) {
                words.add(bytes(line));
            }
        }
        return new Dictionary(words);
    }

    private static byte[] bytes(String line) {
        StringBuilder latin = new StringBuilder();
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < utf8.length; at++) {
            char c = (char) (utf8[at] & 0xff);
            if (c != '\\' || at + 1 == utf8.length) {
                latin.append(c);
                continue;
            }
            char escape = (char) utf8[++at];
            switch (escape) {
                case 'n' -> latin.append('\n');
                case 't' -> latin.append('\t');
                case 'r' -> latin.append('\r');
                case 'x' -> {
                    latin.append((char) Integer.parseInt(new String(utf8, at + 1, 2, StandardCharsets.ISO_8859_1), 16));
                    at += 2;
                }
                default -> latin.append(escape);
            }
        }
        return latin.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In the form that Jazzer reads. */
    String forJazzer() {
        StringBuilder text = new StringBuilder();
        for (byte[] word : words) {
            text.append('"');
            for (byte b : word) {
                boolean plain = b >= ' ' && b < 0x7f && b != '"' && b != '\\';
                text.append(plain ? String.valueOf((char) b) : "\\x%02x".formatted(b & 0xff));
            }
            text.append("\"\n");
        }
        return text.toString();
    }
}
