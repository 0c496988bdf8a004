package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every {@code console} block of these pages is run: each line shown must stand in the output, in this order; {@code ...} leaves
 * lines out.
 */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"law.md"})
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

    private static void check(String page, String command, List<String> shown) {
        assertTrue(command.startsWith("./ketum "), page + ": " + command);
        List<String> arguments = new ArrayList<>();
        Matcher word = WORD.matcher(command.substring("./ketum ".length()));
        while (word.find()) {
            String argument = word.group(1) == null ? word.group(2) : word.group(1);
            arguments.add(argument.startsWith("examples/") ? ROOT.resolve(argument).toString() : argument);
        }
        CapturedTerminal captured = new CapturedTerminal();
        KetumCommand.run(captured.terminal(), new FakeAssessor(), arguments.toArray(String[]::new));
        List<String> printed = (captured.out() + captured.err()).replace(ROOT + "/examples/", "examples/").lines().toList();
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
