package ketum.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a file, but no more of it than a model may have. */
final class ModelFile {

    private ModelFile() {
    }

    static String text(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Tokens.MOST_BYTES + 1);
        }
        if (bytes.length > Tokens.MOST_BYTES) {
            throw new IOException("it is longer than 1 MiB (" + Tokens.MOST_BYTES + " bytes)");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is not a text in UTF-8", e);
        }
    }
}
