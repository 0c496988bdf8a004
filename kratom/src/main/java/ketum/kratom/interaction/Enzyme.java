package ketum.kratom.interaction;

import java.util.Locale;

/** The enzymes for which ratios are computed. */
public enum Enzyme {
    CYP3A, CYP2D6;

    /** As quantities of tables name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
