package ketum.care.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the bytes of a file to an article: text, Markdown or HTML, by the name of the file or what it begins with. */
public final class ArticleReader {

    static final int LARGEST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_PARAGRAPHS = 20_000;
    private static final String ACCEPTED = "an article as text, Markdown or HTML in UTF-8, up to 5 MiB";
    private static final Pattern DECLARED_CHARSET = Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]{2,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile("\\A\\s*<(!doctype|html|head|body|article|div|p|h1|section|main)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ArticleReader() {
    }

    /**
     * @param file  name shown in messages; its ending decides the form where it is known
     * @throws ArticleException for bytes that are no text, another encoding than the text says, more than 5 MiB or 20,000 paragraphs
     */
    public static Article read(String file, byte[] bytes) throws ArticleException {
        if (bytes.length > LARGEST_BYTES) {
            throw new ArticleException(file, "more than 5 MiB", ACCEPTED);
        }
        refuseOtherKinds(file, bytes);
        String text = decode(file, bytes);
        Article.Form form = form(file, text);
        List<Paragraph> paragraphs = switch (form) {
            case HTML -> HtmlText.paragraphs(text);
            case MARKDOWN -> MarkdownText.paragraphs(text);
            case TEXT -> plain(text);
        };
        List<Article.Sentence> sentences = new ArrayList<>();
        if (paragraphs.size() > MOST_PARAGRAPHS) {
            throw new ArticleException(file, paragraphs.size() + " paragraphs", ACCEPTED + " and " + MOST_PARAGRAPHS + " paragraphs");
        }
        Sentences parts = new Sentences();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            for (String sentence : parts.of(paragraph.text())) {
                sentences.add(new Article.Sentence(i + 1, paragraph.heading(), sentence));
            }
        }
        return new Article(file, form, sentences);
    }

    private static void refuseOtherKinds(String file, byte[] bytes) throws ArticleException {
        String kind = begins(bytes, 'P', 'K', 3, 4) ? "a zip archive (an office document or e-book is one)"
                : begins(bytes, '%', 'P', 'D', 'F') ? "a PDF"
                : begins(bytes, 0x1f, 0x8b) ? "a gzip archive"
                : begins(bytes, 0x89, 'P', 'N', 'G') || begins(bytes, 0xff, 0xd8, 0xff) || begins(bytes, 'G', 'I', 'F', '8') ? "a picture"
                : begins(bytes, '{', '\\', 'r', 't', 'f') ? "a rich text document"
                : null;
        if (kind != null) {
            throw new ArticleException(file, kind, ACCEPTED + "; copy its words into a text file");
        }
    }

    private static boolean begins(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(String file, byte[] bytes) throws ArticleException {
        Charset charset = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            return clean(file, strict(charset, bytes));
        } catch (CharacterCodingException notUtf8) {
            Matcher declared = DECLARED_CHARSET.matcher(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
            if (declared.find()) {
                try {
                    return clean(file, strict(Charset.forName(declared.group(1)), bytes));
                } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
                    throw new ArticleException(file, "bytes that are not in the encoding it names, " + declared.group(1), ACCEPTED);
                }
            }
            throw new ArticleException(file, "bytes that are not " + charset.name(), ACCEPTED);
        }
    }

    private static String strict(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String clean(String file, String text) throws ArticleException {
        if (text.indexOf('\0') >= 0) {
            throw new ArticleException(file, "a zero byte, so this is no text", ACCEPTED);
        }
        String without = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return without.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Article.Form form(String file, String text) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
            return Article.Form.HTML;
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return Article.Form.MARKDOWN;
        }
        return LOOKS_LIKE_HTML.matcher(text.substring(0, Math.min(text.length(), 1000))).matches() ? Article.Form.HTML : Article.Form.TEXT;
    }

    /** Paragraphs of a plain text: parted by empty lines, or line by line where it has none and lines end sentences. */
    private static List<Paragraph> plain(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String block : text.split("\n[ \t]*\n")) {
            Paragraph.add(paragraphs, false, block);
        }
        return paragraphs;
    }
}
