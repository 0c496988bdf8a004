package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.cli.simulate.ParquetPlugin;
import ketum.cli.simulate.ParquetPluginTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every {@code console} block of these pages is run: each line shown must stand in the output, in this order; {@code ...} leaves
 * lines out. A file named without a folder, such as {@code table.csv}, is written to a folder of the test's own, and {@code head -N} shows it.
 */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
    private static final Pattern OWN_FILE = Pattern.compile("[\\w.-]+\\.(csv|html|json|parquet)");
    private static final Pattern HEAD = Pattern.compile("head -(\\d+) (\\S+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    @BeforeAll
    static void thePluginThatThePageFetches() {
        System.setProperty(ParquetPlugin.FOLDER_PROPERTY, ParquetPluginTest.pluginFolder().toString());
    }

    @AfterAll
    static void asBefore() {
        System.clearProperty(ParquetPlugin.FOLDER_PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims.md", "interactions.md", "law.md", "product.md", "referral.md", "simulate.md", "sources.md"})
    void whatThePageShowsIsWhatTheCommandPrints(String page) throws IOException {
        String text = Files.readString(ROOT.resolve("docs/user").resolve(page));
        Matcher block = BLOCK.matcher(text);
        int commands = 0;
        while (block.find()) {
            List<String> shown = new ArrayList<>();
            String command = "";
            for (String line : (block.group(1) + "$ ").split("\n")) {
                if (line.startsWith("$ ")) {
                    if (!command.isEmpty()) {
                        check(page, command, shown);
                        commands++;
                    }
                    command = line.substring(2);
                    shown.clear();
                } else {
                    shown.add(line);
                }
            }
        }
        assertTrue(commands > 2, page + " shows " + commands + " commands");
    }

    private void check(String page, String command, List<String> shown) throws IOException {
        Matcher head = HEAD.matcher(command);
        if (head.matches()) {
            List<String> lines = Files.readAllLines(folder.resolve(head.group(2)));
            compare(page, command, shown, lines.subList(0, Math.min(lines.size(), Integer.parseInt(head.group(1)))));
            return;
        }
        assertTrue(command.startsWith("./ketum "), page + ": " + command);
        List<String> arguments = new ArrayList<>();
        Matcher word = WORD.matcher(command.substring("./ketum ".length()));
        while (word.find()) {
            String argument = word.group(1) == null ? word.group(2) : word.group(1);
            arguments.add(argument.startsWith("examples/") ? "../" + argument
                    : OWN_FILE.matcher(argument).matches() ? folder.resolve(argument).toString() : argument);
        }
        CapturedTerminal captured = new CapturedTerminal();
        KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments.toArray(String[]::new));
        compare(page, command, shown, (captured.out() + captured.err()).replace(ROOT + "/examples/", "examples/").replace(folder + "/", "").lines().toList());
    }

    private static void compare(String page, String command, List<String> shown, List<String> printed) {
        int at = 0;
        for (String line : shown) {
            if (line.equals("...")) {
                continue;
            }
            int found = printed.subList(at, printed.size()).indexOf(line);
            assertTrue(found >= 0, page + ": " + command + "\nprints no line: " + line + "\nbut: " + String.join("\n", printed));
            at += found + 1;
        }
    }
}
