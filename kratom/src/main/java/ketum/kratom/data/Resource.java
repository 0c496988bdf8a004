package ketum.kratom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Text of a data file on the class path, named relative to {@code ketum/kratom}. */
final class Resource {
    private static final String ROOT = "ketum/kratom/";

    private Resource() {}

    static String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException("no data file " + name + " on the class path"));
    }

    static Optional<String> optionalText(String name) {
        try (InputStream in = Resource.class.getResourceAsStream("/" + ROOT + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read data file " + name, e);
        }
    }

    /** Text of every file below some folders, by name, folder by folder and sorted; an archive is gone through once. */
    static Map<String, String> texts(List<String> folders) {
        Map<String, String> texts = new LinkedHashMap<>();
        URL url = Resource.class.getResource("/" + ROOT + folders.getFirst());
        try {
            if (url != null && url.openConnection() instanceof JarURLConnection connection) {
                JarFile jar = connection.getJarFile();
                Map<String, JarEntry> entries = new TreeMap<>();
                jar.stream().filter(entry -> entry.getName().startsWith(ROOT) && !entry.isDirectory()).forEach(entry -> entries.put(entry.getName().substring(ROOT.length()), entry));
                for (String folder : folders) {
                    for (Map.Entry<String, JarEntry> entry : entries.entrySet()) {
                        if (entry.getKey().startsWith(folder + "/")) {
                            try (InputStream in = jar.getInputStream(entry.getValue())) {
                                texts.put(entry.getKey(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                            }
                        }
                    }
                }
                return texts;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read data files in " + folders, e);
        }
        folders.forEach(folder -> list(folder).forEach(name -> texts.put(name, text(name))));
        return texts;
    }

    /** Names of all files below a folder, sorted; empty where there is no such folder. */
    static List<String> list(String folder) {
        URL url = Resource.class.getResource("/" + ROOT + folder);
        if (url == null) {
            return List.of();
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                String start = ROOT + folder + "/";
                return jar.getJarFile().stream().map(java.util.zip.ZipEntry::getName).filter(name -> name.startsWith(start) && !name.endsWith("/"))
                        .map(name -> name.substring(ROOT.length())).sorted().toList();
            }
            Path root = Path.of(URI.create(url.toString()));
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(Files::isRegularFile).map(file -> folder + "/" + root.relativize(file).toString().replace('\\', '/')).sorted().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list data files in " + folder, e);
        }
    }
}
