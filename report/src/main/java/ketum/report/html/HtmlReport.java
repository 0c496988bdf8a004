package ketum.report.html;

import ketum.care.Assessment;
import ketum.report.Audience;
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
        PageStart.write(out, page.text("lang"), page.text("title"), page.text("skip"), "");
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
