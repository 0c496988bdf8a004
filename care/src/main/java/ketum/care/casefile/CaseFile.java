package ketum.care.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import ketum.care.Case;

/**
 * Reads a person's file: YAML text in plain words, described in docs/user/case-file.md. Every problem of the file is reported at
 * once, each with its line; a file is either read whole or refused, nothing is guessed. Computes nothing and writes nothing.
 */
public final class CaseFile {

    /** Files above this size in bytes are refused without being read further. */
    public static final int LARGEST_BYTES = SourceText.LARGEST_BYTES;

    private CaseFile() {}

    /**
     * Reads a file against the medicines and places of this version and today's date; certificates are looked for beside it.
     *
     * @throws CaseFileException with all problems, also where the file cannot be read
     */
    public static Case read(Path file) throws CaseFileException {
        return read(file, Context.standard(LocalDate.now()));
    }

    /**
     * Reads a file; certificates are looked for beside it.
     *
     * @throws CaseFileException with all problems, also where the file cannot be read
     */
    public static Case read(Path file, Context context) throws CaseFileException {
        Problems problems = new Problems(file.toString());
        byte[] bytes;
        try {
            bytes = bytes(file);
        } catch (IOException e) {
            reportUnreadable(file, problems);
            throw problems.exception();
        }
        return parse(bytes, name -> bytes(file.resolveSibling(name)), problems, context);
    }

    /**
     * Reads a file's content.
     *
     * @param source       the file's name, for messages
     * @param certificates where certificates named in the file come from
     * @throws CaseFileException with all problems
     */
    public static Case parse(String source, byte[] bytes, CertificateSource certificates, Context context) throws CaseFileException {
        return parse(bytes, certificates, new Problems(source), context);
    }

    private static Case parse(byte[] bytes, CertificateSource certificates, Problems problems, Context context) throws CaseFileException {
        Optional<Node> root = SourceText.decode(bytes, problems).flatMap(text -> YamlText.read(text, problems));
        Optional<Case> read = root.flatMap(node -> new CaseReader(context, certificates, problems).read(node));
        problems.throwIfAny();
        return read.orElseThrow();
    }

    /** The file's bytes, at most one more than is accepted. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_BYTES + 1);
        }
    }

    static void reportUnreadable(Path file, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.wholeFile("a folder", "a file is needed", "Name a file in it.");
        } else if (!Files.exists(file)) {
            problems.wholeFile("no such file", "the name of a file is needed", "Check the name and the folder.");
        } else {
            problems.wholeFile("a file that cannot be read", "a readable file is needed", "Check its permissions.");
        }
    }
}
