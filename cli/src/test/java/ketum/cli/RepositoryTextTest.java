package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must not stand in any text of the repository, and links that must lead somewhere. */
class RepositoryTextTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "runtime", ".idea", ".vscode", "node_modules");

    /** This checkout and this user's home wherever the test runs, usual places of such, and package registries; in pieces, not to find itself. */
    private static final Pattern OF_ONE_MACHINE = Pattern.compile("(?<![\\w.])(" + Pattern.quote(ROOT + "/") + "|"
            + Pattern.quote(System.getProperty("user.home") + "/") + "|/(work|root)" + "/)\\S|\\.\\./" + "shared|repo1?\\.maven" + "|registry\\.npm"
            + "js|deb\\.debian" + "\\.org|pypi" + "\\.org");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    private record Text(Path file, String text) {}

    @Test
    void nothingNamesAMachineOrARegistry() throws IOException {
        List<String> found = new ArrayList<>();
        for (Text text : texts()) {
            Matcher matcher = OF_ONE_MACHINE.matcher(text.text);
            while (matcher.find()) {
                found.add(ROOT.relativize(text.file) + ": " + matcher.group());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyRelativeLinkInTheDocumentsLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Text text : texts()) {
            if (!text.file.toString().endsWith(".md")) {
                continue;
            }
            Matcher matcher = LINK.matcher(text.text);
            while (matcher.find()) {
                if (!matcher.group(1).contains(":")) {
                    links++;
                    if (!Files.exists(text.file.resolveSibling(matcher.group(1)))) {
                        broken.add(ROOT.relativize(text.file) + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 10, "only " + links + " links were found");
    }

    private static List<Text> texts() throws IOException {
        List<Text> texts = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // In a git worktree .git is a file, and it names the machine.
                if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
                    try {
                        texts.add(new Text(file, Files.readString(file)));
                    } catch (CharacterCodingException e) {
                        assertTrue(file.toString().matches(".*\\.(png|jpg|webp|bin|yaml)"), file + " is neither UTF-8 text nor a known binary");
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }
}
