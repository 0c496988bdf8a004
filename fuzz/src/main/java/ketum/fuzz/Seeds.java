package ketum.fuzz;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Inputs to begin with: files of the checkout that the target reads, what was found before, and single words of its language. */
final class Seeds {

    /** One file an input, by target: what once was a finding. */
    static final String FINDINGS = "fuzz/findings";

    private Seeds() {
    }

    /** @return content by name; the names are file names */
    static Map<String, byte[]> of(Target target, Path root) throws IOException {
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        for (String glob : target.seeds()) {
            for (Path file : files(root, glob)) {
                seeds.put("seed-" + root.relativize(file).toString().replaceAll("[^A-Za-z0-9.]+", "-"), Files.readAllBytes(file));
            }
        }
        findings(target, root).forEach((file, content) -> seeds.put("found-" + file.getFileName(), content));
        List<byte[]> words = Dictionary.of(target).words();
        for (int i = 0; i < words.size(); i++) {
            seeds.put("word-" + (i + 1), words.get(i));
        }
        return seeds;
    }

    /** What once was a finding, by file. */
    static Map<Path, byte[]> findings(Target target, Path root) throws IOException {
        Map<Path, byte[]> found = new LinkedHashMap<>();
        Path folder = root.resolve(FINDINGS).resolve(target.name());
        if (Files.isDirectory(folder)) {
            for (Path file : files(root, FINDINGS + "/" + target.name() + "/*")) {
                found.put(file, Files.readAllBytes(file));
            }
        }
        return found;
    }

    private static List<Path> files(Path root, String glob) throws IOException {
        String fixed = glob.substring(0, Math.max(0, glob.substring(0, glob.indexOf('*') < 0 ? glob.length() : glob.indexOf('*')).lastIndexOf('/')));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        List<Path> found = new ArrayList<>();
        Path top = root.resolve(fixed);
        if (Files.isDirectory(top)) {
            try (Stream<Path> files = Files.walk(top)) {
                files.filter(Files::isRegularFile).filter(file -> matcher.matches(root.relativize(file))).sorted().forEach(found::add);
            }
        }
        return found;
    }
}
