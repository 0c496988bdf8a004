package ketum.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the texts come from that a model text imports: {@code import "absorption.ant"}. */
@FunctionalInterface
public interface Imports {

    /**
     * @param name as it stands between the quotes; words of letters, digits, {@code _}, {@code -}, spaces and dots with single
     *             slashes between them, none beginning with a dot
     * @return the text, or empty where there is none of this name
     * @throws IOException if it cannot be read; its message is shown to the person who wrote the import
     */
    Optional<String> text(String name) throws IOException;

    /** No texts: every import is turned down. */
    static Imports none() {
        return _ -> {
            throw new IOException("this text is read by itself, with no others beside it");
        };
    }

    /** Texts by name. */
    static Imports of(Map<String, String> texts) {
        Map<String, String> known = Map.copyOf(texts);
        return name -> Optional.ofNullable(known.get(name));
    }

    /**
     * Files in a folder and the folders below it; never outside of it, also not by way of a link.
     *
     * @throws IOException if the folder cannot be found
     */
    static Imports in(Path folder) throws IOException {
        Path root = folder.toRealPath();
        return name -> {
            Path file = root.resolve(name);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (!file.toRealPath().startsWith(root)) {
                throw new IOException("it leads out of the model's folder");
            }
            return Optional.of(ModelFile.text(file));
        };
    }
}
