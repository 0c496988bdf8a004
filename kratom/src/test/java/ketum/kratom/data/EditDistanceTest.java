package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "abc,acb,1", "'',abc,3", "same,same,0", "ca,abc,3"})
    void editsAndSwapsAreCounted(String a, String b, int expected) {
        assertEquals(expected, EditDistance.of(a, b));
        assertEquals(expected, EditDistance.of(b, a));
    }

    /** Oracle: the definition, word by word from the end, without a table. */
    @Test
    void randomWordsAreAsFarApartAsTheDefinitionSays() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            String a = word(random);
            String b = word(random);
            assertEquals(defined(a, b), EditDistance.of(a, b), a + " " + b);
        }
    }

    private static String word(SplittableRandom random) {
        return random.ints(random.nextInt(7), 'a', 'd').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static int defined(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        String x = a.substring(0, a.length() - 1);
        String y = b.substring(0, b.length() - 1);
        int least = Math.min(Math.min(defined(x, b), defined(a, y)) + 1, defined(x, y) + (a.charAt(x.length()) == b.charAt(y.length()) ? 0 : 1));
        boolean swap = !x.isEmpty() && !y.isEmpty() && a.charAt(x.length()) == b.charAt(y.length() - 1) && a.charAt(x.length() - 1) == b.charAt(y.length());
        return swap ? Math.min(least, defined(x.substring(0, x.length() - 1), y.substring(0, y.length() - 1)) + 1) : least;
    }
}
