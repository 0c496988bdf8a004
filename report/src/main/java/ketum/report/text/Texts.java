package ketum.report.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import ketum.report.Audience;

/**
 * The report's fixed words for one audience. A key is looked up in the audience's own file, then in the shared one; a key in
 * neither is a programming error and throws {@link IllegalArgumentException}. {@code {0}}, {@code {1}} … are replaced by the
 * arguments; an argument is never itself searched for placeholders.
 */
public final class Texts {
    private final Properties own;
    private final Properties shared;

    private Texts(Properties own, Properties shared) {
        this.own = own;
        this.shared = shared;
    }

    public static Texts of(Audience audience) {
        String file = switch (audience) {
            case PERSON -> "person";
            case CLINICIAN -> "clinician";
        };
        return new Texts(load(file), load("shared"));
    }

    public String get(String key, Object... arguments) {
        String pattern = own.getProperty(key, shared.getProperty(key));
        if (pattern == null) {
            throw new IllegalArgumentException("no text for key " + key);
        }
        return fill(pattern, arguments);
    }

    public boolean has(String key) {
        return own.containsKey(key) || shared.containsKey(key);
    }

    /** Every key this audience can be shown, sorted. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(shared.stringPropertyNames());
        keys.addAll(own.stringPropertyNames());
        return keys;
    }

    private static String fill(String pattern, Object[] arguments) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int brace = pattern.indexOf('{'); brace >= 0; brace = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', brace);
            text.append(pattern, from, brace);
            text.append(arguments[Integer.parseInt(pattern, brace + 1, close, 10)]);
            from = close + 1;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (InputStream stream = Texts.class.getResourceAsStream("/ketum/report/text/" + name + ".properties")) {
            if (stream == null) {
                throw new IllegalStateException("message file " + name + ".properties is missing from the jar");
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
