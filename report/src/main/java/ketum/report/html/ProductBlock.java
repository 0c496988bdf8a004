package ketum.report.html;

/** How much of each alkaloid a dose and a day bring. */
final class ProductBlock {
    private ProductBlock() {}

    static void write(Page page) {
        SectionFrame.write(page, "product", page.assessment().product(), product -> {
            page.paragraph(page.choose(product.statementPerson(), product.statementClinician()));
            QuantityTable.write(page, page.text("product.per_dose"), product.perDose());
            QuantityTable.write(page, page.text("product.per_day"), product.perDay());
            GradeBadge.write(page, product.grade());
        });
    }
}
