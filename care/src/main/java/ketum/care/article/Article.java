package ketum.care.article;

import java.util.List;

/**
 * The sentences of a text, in order.
 *
 * @param form how it was read
 */
public record Article(String file, Form form, List<Sentence> sentences) {

    public Article {
        sentences = List.copyOf(sentences);
    }

    public enum Form { TEXT, MARKDOWN, HTML }

    /**
     * @param paragraph counted from 1; a heading, list item or table cell is a paragraph too
     * @param heading   whether it stands in a heading
     */
    public record Sentence(int paragraph, boolean heading, String text) {}
}
