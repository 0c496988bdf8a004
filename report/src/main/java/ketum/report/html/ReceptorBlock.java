package ketum.report.html;

import java.util.List;
import ketum.care.Assessment.ReceptorFinding;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.Series;

/** Occupancy by ligand (clinician) or in total (person), and activation. */
final class ReceptorBlock {
    private ReceptorBlock() {}

    static void write(Page page) {
        SectionFrame.write(page, "receptors", page.assessment().receptors(), receptors -> present(page, receptors));
    }

    private static void present(Page page, ReceptorFinding receptors) {
        page.paragraph(page.text("receptors.intro"));
        page.paragraph(receptors.statement());
        double[] doses = doses(page);
        page.out().open("div", "class", "multiples");
        if (page.clinician()) {
            SeriesLines.write(page, "chart-occupancy", page.text("receptors.heading"), Percent.of(receptors.occupancy()), TimeFrame.DAY, doses);
        }
        List<Series> fans = page.clinician() ? receptors.occupancy() : receptors.occupancy().stream().filter(ReceptorBlock::total).toList();
        fans.forEach(series -> new SeriesFigure(page, "chart-occupancy-" + series.id(), Percent.of(series), TimeFrame.DAY).doses(doses).write());
        new SeriesFigure(page, "chart-activation", Percent.of(receptors.activation()), TimeFrame.DAY).doses(doses).write();
        page.out().close();
        QuantityTable.write(page, page.text("receptors.share"), List.of(Percent.of(receptors.sevenHydroxyShare())));
    }

    private static boolean total(Series series) {
        return series.id().equals("occupancy") || series.id().contains("total");
    }

    private static double[] doses(Page page) {
        return page.assessment().exposure() instanceof Section.Present<ketum.care.Assessment.ExposureFinding>(var exposure) ? exposure.doseTimesH()
                : new double[0];
    }
}
