package ketum.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ketum.care.Assessment.Analyte;
import ketum.care.Assessment.ExposureFinding;
import ketum.care.Assessment.Quantity;
import ketum.kratom.Alkaloid;

/** Blood concentrations over a day. A person sees the two alkaloids that matter most to what is felt; a clinician sees all. */
final class ExposureBlock {
    private static final Set<String> FOR_PERSON = Set.of(Alkaloid.MITRAGYNINE.id(), Alkaloid.SEVEN_HYDROXYMITRAGYNINE.id());

    private ExposureBlock() {}

    static void write(Page page) {
        SectionFrame.write(page, "exposure", page.assessment().exposure(), exposure -> present(page, exposure));
    }

    private static void present(Page page, ExposureFinding exposure) {
        page.paragraph(page.text("exposure.intro"));
        List<Analyte> shown = exposure.analytes().stream().filter(analyte -> page.clinician() || FOR_PERSON.contains(analyte.analyte())).toList();
        page.out().open("div", "class", "multiples");
        for (Analyte analyte : shown) {
            new SeriesFigure(page, "chart-exposure-" + analyte.analyte(), analyte.series(), TimeFrame.DAY).doses(exposure.doseTimesH()).write();
        }
        page.out().close();
        List<Quantity> quantities = new ArrayList<>();
        for (Analyte analyte : shown) {
            quantities.add(named(analyte, analyte.cmax()));
            quantities.add(named(analyte, analyte.tmaxH()));
            quantities.add(named(analyte, analyte.trough()));
            if (page.clinician()) {
                quantities.add(named(analyte, analyte.aucTau()));
                quantities.add(named(analyte, analyte.accumulationAuc()));
            }
        }
        QuantityTable.write(page, page.text("exposure.table"), quantities);
    }

    private static Quantity named(Analyte analyte, Quantity quantity) {
        String label = quantity.label().contains(analyte.analyte()) ? quantity.label() : analyte.analyte() + ": " + quantity.label();
        return new Quantity(quantity.id(), label, quantity.unit(), quantity.both(), quantity.people(), quantity.science(), quantity.grade());
    }
}
