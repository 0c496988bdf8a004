package ketum.care.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a page that a reader sees: no scripts, styles, forms or hidden parts. Nothing is fetched. */
final class HtmlText {

    /** Their words are no part of the article. */
    private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas",
            "head", "nav", "form", "button", "select", "textarea");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private HtmlText() {
    }

    static List<Paragraph> paragraphs(String html) {
        Collector collector = new Collector();
        NodeTraversor.traverse(collector, Jsoup.parse(html).body());
        collector.close();
        return collector.paragraphs;
    }

    private static final class Collector implements NodeVisitor {

        private final List<Paragraph> paragraphs = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private boolean heading;
        private int silent;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                if (unseen(element)) {
                    silent++;
                }
                if (parts(element)) {
                    close();
                    heading = HEADINGS.contains(element.normalName());
                }
            } else if (node instanceof TextNode text && silent == 0) {
                words.append(text.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (parts(element)) {
                    close();
                    heading = false;
                }
                if (unseen(element)) {
                    silent--;
                }
            }
        }

        private static boolean unseen(Element element) {
            return SILENT.contains(element.normalName()) || element.hasAttr("hidden") || element.attr("aria-hidden").equals("true");
        }

        private static boolean parts(Element element) {
            return element.isBlock() || element.normalName().equals("br") || element.normalName().equals("td") || element.normalName().equals("th");
        }

        private void close() {
            Paragraph.add(paragraphs, heading, words.toString());
            words.setLength(0);
        }
    }
}
