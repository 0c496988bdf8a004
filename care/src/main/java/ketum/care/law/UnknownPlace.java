package ketum.care.law;

import java.util.List;

/** No place, or more than one, has the name that was typed. The message says what was found and what to write. */
public final class UnknownPlace extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> suggestions;

    UnknownPlace(String message, List<String> suggestions) {
        super(message);
        this.suggestions = List.copyOf(suggestions);
    }

    /** Names or codes that may have been meant, best first. */
    public List<String> suggestions() {
        return suggestions;
    }
}
