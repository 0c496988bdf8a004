package ketum.report.html;

import ketum.report.chart.ChartStyle;
import ketum.report.markup.Markup;

/** How every page begins: a head by which nothing is fetched and nothing runs, then the link past what stands at the top. */
final class PageStart {
    private PageStart() {}

    /**
     * Leaves html and body open.
     *
     * @param skip words of the link to the element with the id {@code report}
     * @param css  what this page adds to the house's style
     */
    static void write(Markup out, String language, String title, String skip, String css) {
        out.htmlDocument().open("html", "lang", language);
        out.open("head").empty("meta", "charset", "utf-8").empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty("meta", "name", "referrer", "content", "no-referrer")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'unsafe-inline'")
                .element("title", title).style(ChartStyle.css() + PageStyle.css() + css).close();
        out.open("body").element("a", skip, "class", "skip", "href", "#report");
    }
}
