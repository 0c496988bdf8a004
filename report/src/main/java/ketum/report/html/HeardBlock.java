package ketum.report.html;

import ketum.care.Assessment.HeardClaim;
import ketum.report.markup.Markup;

/** What somebody with this case may have read, each with its verdict first, so that nobody who skims takes the claim for ours. */
final class HeardBlock {
    private HeardBlock() {}

    static void write(Page page) {
        if (page.assessment().claims().isEmpty()) {
            return;
        }
        Markup out = page.out();
        SectionFrame.open(page, "claims");
        page.paragraph(page.text("claims.intro"));
        out.open("ul", "class", "claims");
        for (HeardClaim claim : page.assessment().claims()) {
            out.open("li").element("strong", page.text("claims." + claim.verdict().label()) + ":").text(" ").element("q", claim.title()).text(" " + claim.answer() + " ");
            out.open("span", "class", "together grade").text(page.text("column.sure") + ": ").element("b", page.clinician() ? claim.grade() : page.phrases().shortLetter(claim.grade()), "class", "badge").close();
            SourceKeys.write(page, claim.sources());
            out.close();
        }
        out.close().element("small", page.text("claims.more")).close();
    }
}
