package ketum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * THIRD-PARTY.md against the libraries the build resolved: name, version, licence (from the library's own POM or its parent) and
 * size are facts of the build; only the reason for using it is ours. When they differ, the corrected file is left in
 * cli/target/THIRD-PARTY.md, to be read, completed and copied.
 */
class ThirdPartyNoticesTest {

    private static final Path NOTICES = Path.of("..", "THIRD-PARTY.md");
    private static final Path CORRECTED = Path.of("target", "THIRD-PARTY.md");
    private static final String HEAD = "| library | version | licence | kB | why |";
    private static final String NO_REASON = "(say why)";

    /** What POMs call a licence, by its SPDX name. A name that is not here needs a person to look at it. */
    private static final Map<String, String> SPDX = Map.ofEntries(
            Map.entry("Apache-2.0", "Apache-2.0"),
            Map.entry("Apache License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache Software License, version 2.0", "Apache-2.0"),
            Map.entry("MIT", "MIT"),
            Map.entry("MIT License", "MIT"),
            Map.entry("The MIT License", "MIT"),
            Map.entry("BSD", "BSD-3-Clause"),
            Map.entry("BSD 3-Clause", "BSD-3-Clause"),
            Map.entry("BSD-3-Clause", "BSD-3-Clause"),
            Map.entry("UCUM", "LicenseRef-UCUM"),
            Map.entry("EPL 2.0", "EPL-2.0"),
            Map.entry("GPL2 w/ CPE", "GPL-2.0-only WITH Classpath-exception-2.0"));

    @Test
    void theNoticesNameEveryLibraryOfTheProgramWithItsLicence() throws Exception {
        String now = Files.readString(NOTICES);
        String corrected = corrected(now);
        Files.writeString(CORRECTED, corrected);
        assertEquals(corrected, now, "THIRD-PARTY.md differs from what the build resolved; see cli/target/THIRD-PARTY.md");
        assertFalse(now.contains(NO_REASON), "a library without a reason");
    }

    private static String corrected(String notices) throws Exception {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : notices.lines().filter(line -> line.startsWith("| ")).toList()) {
            String[] cells = line.split(" *\\| *");
            reasons.put(cells[1], cells[5]);
        }
        StringBuilder table = new StringBuilder(notices.substring(0, notices.indexOf(HEAD))).append(HEAD).append("\n|---|---|---|---|---|\n");
        for (Library library : libraries()) {
            table.append("| %s | %s | %s | %d | %s |%n".formatted(library.name, library.version, library.licence, library.kilobytes,
                    reasons.getOrDefault(library.name, NO_REASON)));
        }
        return table.toString();
    }

    private record Library(String name, String version, String licence, long kilobytes) {}

    private static List<Library> libraries() throws Exception {
        List<Library> libraries = new ArrayList<>();
        for (String entry : Files.readString(Path.of("target", "runtime-classpath.txt")).strip().split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            Path repositoryFolder = jar.getParent().getParent();
            // The reactor's own modules come as folders, or as jars in their target folder.
            if (entry.endsWith(".jar") && Files.exists(pomBeside(jar))) {
                Pom pom = Pom.read(pomBeside(jar));
                libraries.add(new Library(pom.group() + ":" + repositoryFolder.getFileName(), jar.getParent().getFileName().toString(),
                        licence(pom), Math.round(Files.size(jar) / 1000.0)));
            }
        }
        libraries.sort(java.util.Comparator.comparing(Library::name));
        assertFalse(libraries.isEmpty(), "no library was found");
        return libraries;
    }

    private static Path pomBeside(Path jar) {
        return jar.resolveSibling(jar.getFileName().toString().replaceAll("\\.jar$", ".pom"));
    }

    private static String licence(Pom pom) throws Exception {
        for (Pom at = pom; at != null; at = at.parent()) {
            List<String> names = at.licences();
            if (!names.isEmpty()) {
                return String.join(", ", names.stream().map(name -> SPDX.getOrDefault(name, "unknown to this test: " + name)).toList());
            }
        }
        return "none stated";
    }

    /** A POM in the local repository, where its parents lie too. */
    private record Pom(Path file, Element project) {

        static Pom read(Path file) throws Exception {
            DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
            xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Pom(file, xml.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        }

        String group() {
            String own = text(project, "groupId");
            return own != null ? own : text(child(project, "parent"), "groupId");
        }

        Pom parent() throws Exception {
            Element parent = child(project, "parent");
            if (parent == null) {
                return null;
            }
            String version = text(parent, "version");
            Path folder = repository().resolve(text(parent, "groupId").replace('.', '/')).resolve(text(parent, "artifactId")).resolve(version);
            return read(folder.resolve(text(parent, "artifactId") + "-" + version + ".pom"));
        }

        List<String> licences() {
            Element licences = child(project, "licenses");
            return licences == null ? List.of() : children(licences).map(licence -> text(licence, "name")).toList();
        }

        private Path repository() {
            Path folder = file;
            for (int up = 0; up < group().split("\\.").length + 3; up++) {
                folder = folder.getParent();
            }
            return folder;
        }

        private static Stream<Element> children(Element of) {
            List<Element> found = new ArrayList<>();
            for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    found.add(element);
                }
            }
            return found.stream();
        }

        private static Element child(Element of, String name) {
            return children(of).filter(element -> element.getTagName().equals(name)).findFirst().orElse(null);
        }

        private static String text(Element of, String name) {
            Element element = child(of, name);
            return element == null ? null : element.getTextContent().strip();
        }
    }
}
