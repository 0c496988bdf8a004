package ketum.care.article;

/** A file that is no article Ketum can read; the message names the file, what was found and what is accepted. */
public final class ArticleException extends Exception {

    private static final long serialVersionUID = 1L;

    ArticleException(String file, String found, String accepted) {
        super(file + ": found " + found + "; accepted is " + accepted);
    }
}
