package ketum.care.casefile;

import java.io.IOException;

/** Where the certificates that a case file names come from: the folder of the file, or an upload. */
@FunctionalInterface
public interface CertificateSource {

    /**
     * The bytes of the certificate; a source may stop after {@link CaseFile#LARGEST_BYTES} plus one, more is refused anyway.
     *
     * @param name as written in the case file: relative, with {@code /}, without {@code ..}
     * @throws IOException where there is none; its message is not shown
     */
    byte[] read(String name) throws IOException;

    /** A source without any certificate. */
    static CertificateSource none() {
        return name -> {
            throw new IOException("no certificates here");
        };
    }
}
