package ketum.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31m", "a\u0000", "\u0085", "\r", "\t", "x\u202ey", "\u2066", "\ud800", "a\udc00b"})
    void whatSteersATerminalMayNotBeShown(String text) {
        assertThrows(Promise.Broken.class, () -> Promise.shown(text));
    }

    @Test
    void whatPeopleWriteMayBeShown() {
        assertDoesNotThrow(() -> Promise.shown("Größe\n\u00b5g \ud83d\ude00 \u6f22\u5b57 \u05d0"));
    }

    @Test
    void theLineOfAnErrorLiesInTheText() {
        assertDoesNotThrow(() -> Promise.inside("a\r\nb\rc\nd", 5, ""));
        assertThrows(Promise.Broken.class, () -> Promise.inside("a\r\nb\rc\nd", 6, ""));
        assertThrows(Promise.Broken.class, () -> Promise.inside("a", -1, ""));
    }

    @Test
    void noInputIsLostForItsEncoding() {
        assertEquals("\u00e4", Promise.text("\u00e4".getBytes(StandardCharsets.UTF_8)));
        assertEquals("\u00e4", Promise.text(new byte[] {(byte) 0xe4}));
    }
}
