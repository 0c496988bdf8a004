package ketum.kratom.calibration;

import java.util.ArrayList;
import java.util.List;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Row;
import ketum.kratom.data.Studies;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.study.Sampling;

/**
 * What Tanna 2022 reports of one analyte after 2 g of leaf as tea.
 *
 * @param doseNmol amount taken in nmol; 0 for 7-hydroxymitragynine, which the leaf did not measurably contain
 * @param cmax     nmol/L
 * @param tmax     h
 * @param halfLife terminal, h
 * @param auc      to infinity, nmol h/L
 */
record ObservedExposure(Alkaloid alkaloid, double doseNmol, Range cmax, Range tmax, Range halfLife, Range auc) {
    static final String STUDY = "tanna2022";
    /** The same study's design among {@link Studies}. */
    static final String DESIGN = "tanna-2022";
    static final int PARTICIPANTS = 5;

    /** Median, lowest and highest participant. */
    record Range(double median, double low, double high) {
        private static Range of(Row row) {
            return new Range(row.value(), row.low().orElseThrow(), row.high().orElseThrow());
        }
    }

    /** When the study drew blood for this analyte and what its assay could quantify. */
    Sampling sampling() {
        return Sampling.of(Studies.standard().get(DESIGN), alkaloid);
    }

    /** All analytes of the study, in the order of {@link Alkaloid}. */
    static List<ObservedExposure> all(Tables tables) {
        List<ObservedExposure> all = new ArrayList<>();
        for (Alkaloid alkaloid : Alkaloid.values()) {
            all.add(of(tables, alkaloid));
        }
        return all;
    }

    static ObservedExposure of(Tables tables, Alkaloid alkaloid) {
        Table observed = tables.table("exposure-observed");
        String id = STUDY + "." + alkaloid.id();
        double dose = alkaloid == Alkaloid.SEVEN_HYDROXYMITRAGYNINE ? 0
                : observed.value(id, "dose", "mg") / tables.table("molecules").value(alkaloid.id(), "molar_mass", "g/mol") * 1e6;
        return new ObservedExposure(alkaloid, dose, Range.of(observed.row(id, "cmax")), Range.of(observed.row(id, "tmax")),
                Range.of(observed.row(id, "half_life")), Range.of(observed.row(id, "auc_inf")));
    }
}
