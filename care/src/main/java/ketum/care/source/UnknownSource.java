package ketum.care.source;

/** No source has the key or number that was typed. */
public final class UnknownSource extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownSource(String typed) {
        super("no source has the key \"" + typed + "\"");
    }
}
