package ketum.report.html;

import ketum.care.Assessment;
import ketum.report.Audience;
import ketum.report.chart.ChartStyle;
import ketum.report.markup.Markup;
import ketum.report.text.Phrases;
import ketum.report.text.Texts;

/** The whole page, top to bottom. No script, nothing fetched from anywhere. */
public final class HtmlReport {
    private HtmlReport() {}

    public static String render(Assessment assessment, Audience audience) {
        Texts texts = Texts.of(audience);
        Page page = new Page(assessment, audience, texts, new Phrases(texts), new Markup());
        Markup out = page.out();
        out.htmlDocument().open("html", "lang", page.text("lang"));
        out.open("head").empty("meta", "charset", "utf-8").empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty("meta", "name", "referrer", "content", "no-referrer")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'unsafe-inline'")
                .element("title", page.text("title")).style(ChartStyle.css() + PageStyle.css()).close();
        out.open("body").element("a", page.text("skip"), "class", "skip", "href", "#report");
        HeaderBlock.write(page);
        out.open("main", "id", "report", "tabindex", "-1");
        UrgentBlock.write(page);
        HelpBlock.write(page, "help");
        ContentsBlock.write(page);
        InputBlock.write(page);
        ReadingBlock.write(page);
        ProductBlock.write(page);
        ExposureBlock.write(page);
        ReceptorBlock.write(page);
        EffectsBlock.write(page);
        DependenceBlock.write(page);
        WithdrawalBlock.write(page);
        NowBlock.write(page);
        TaperBlock.write(page);
        OptionsBlock.write(page);
        HeardBlock.write(page);
        LimitsBlock.write(page);
        SourcesBlock.write(page);
        RunBlock.write(page);
        out.close();
        FooterBlock.write(page);
        out.close().close();
        return out.toString();
    }
}
