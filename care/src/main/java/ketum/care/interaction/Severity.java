package ketum.care.interaction;

import java.util.Locale;

/** How much a pair matters; how sure that is, is {@link Evidence}. In the order in which pairs are shown. */
public enum Severity {
    CONTRAINDICATED, MAJOR, MODERATE,
    /** Not known: never to be read as harmless. */
    UNKNOWN,
    MINOR,
    /** A study in people found no change at this dose and frequency. */
    NONE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the change of exposure alone, in the bands of regulators; one step higher for a medicine with a narrow margin. */
    static Severity of(double ratio, boolean narrow) {
        double change = Math.max(ratio, 1 / ratio);
        if (change >= 5 || narrow && change >= 2) {
            return MAJOR;
        }
        return change >= 2 || narrow && change >= 1.25 ? MODERATE : MINOR;
    }
}
