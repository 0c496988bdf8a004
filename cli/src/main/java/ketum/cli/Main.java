package ketum.cli;

/** Where the launcher starts the program. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(KetumCommand.run(Terminal.ofProcess(), null, arguments));
    }
}
