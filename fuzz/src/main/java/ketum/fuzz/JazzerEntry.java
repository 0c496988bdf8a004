package ketum.fuzz;

/** What Jazzer calls: {@code fuzzerInitialize} once with the name of a target, then {@code fuzzerTestOneInput} for each input. */
public final class JazzerEntry {

    private static Target target;

    private JazzerEntry() {
    }

    /** @param arguments the name of a target */
    public static void fuzzerInitialize(String[] arguments) {
        target = Targets.named(arguments[0]).orElseThrow();
        for (byte[] word : Dictionary.of(target).words()) {
            try {
                // tables are read and classes loaded here, so that no input is called slow for it
                target.read(word);
            } catch (Exception | StackOverflowError found) {
                // every word is also an input of the corpus, and is reported there
            }
        }
    }

    /** @throws Exception for a finding */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.read(input);
    }
}
