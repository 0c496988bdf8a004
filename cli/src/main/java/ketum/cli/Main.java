package ketum.cli;

import ketum.report.terminal.TerminalOptions;

/** Where the launcher starts the program. */
public final class Main {

    private static final int USUAL_WIDTH = 80;

    private Main() {
    }

    public static void main(String[] arguments) {
        TerminalOptions screen = TerminalOptions.of(System.getenv(), Boolean.getBoolean("ketum.screen"), USUAL_WIDTH);
        System.exit(KetumCommand.run(Terminal.ofProcess(), new HouseAssessor(screen), arguments));
    }
}
