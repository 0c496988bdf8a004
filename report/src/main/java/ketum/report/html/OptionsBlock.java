package ketum.report.html;

import ketum.care.Assessment.HelpOption;
import ketum.report.markup.Markup;

/** What can help, each folded away behind its name on a screen and open on paper. The letter is spelt out: "good" would speak of proof, and there is no trial. */
final class OptionsBlock {
    private OptionsBlock() {}

    static void write(Page page) {
        Markup out = page.out();
        SectionFrame.open(page, "options");
        page.paragraph(page.text("referral.options.intro"));
        for (HelpOption option : page.assessment().options()) {
            out.open("details").element("summary", option.name()).element("p", page.choose(option.person(), option.clinician()));
            out.open("p", "class", "grade").text(page.text("referral.best") + ": " + option.evidence() + " ")
                    .element("span", page.clinician() ? option.grade() : page.phrases().letter(option.grade()), "class", "badge");
            SourceKeys.write(page, option.sources());
            out.close().close();
        }
        out.element("small", page.text("options.more", page.assessment().input().place())).close();
    }
}
