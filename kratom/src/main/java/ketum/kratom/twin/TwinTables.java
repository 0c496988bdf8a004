package ketum.kratom.twin;

import java.util.List;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;

/** The tables that twins are drawn from, with what is derived from them once. */
final class TwinTables {

    private static final class Holder {
        private static final TwinTables STANDARD = new TwinTables(Tables.standard());
    }

    private final Tables tables;
    private final ExposureRidge ridge;
    private final List<AssayFamily> families;

    private TwinTables(Tables tables) {
        this.tables = tables;
        this.ridge = new ExposureRidge(tables.table("exposure-calibrated"));
        this.families = AssayFamily.of(tables.table("receptors"));
    }

    static TwinTables standard() {
        return Holder.STANDARD;
    }

    ExposureRidge ridge() {
        return ridge;
    }

    List<AssayFamily> families() {
        return families;
    }

    Table products() {
        return tables.table("products");
    }

    Table binding() {
        return tables.table("binding");
    }

    Table signal() {
        return tables.table("signal");
    }

    Table withdrawal() {
        return tables.table("withdrawal");
    }

    Table calibratedWithdrawal() {
        return tables.table("withdrawal-calibrated");
    }

    Table effects() {
        return tables.table("effects");
    }

    /** Ratio of speciociliatine's constant to 7-OH's in the families that measured it (geometric mean). */
    double borrowedRatioSc() {
        return StrictMath.exp(families.stream().filter(family -> family.ratioSc().isPresent())
                .mapToDouble(family -> StrictMath.log(family.ratioSc().getAsDouble())).average().orElseThrow());
    }

    /** Log-SD between people of an exposure parameter. */
    double logSd(String quantity, String symbol) {
        return tables.table("variability").value(quantity + "_" + symbol, "log_sd");
    }

    double betweenDayLogSd() {
        return tables.table("variability").value("F.between_day", "log_sd");
    }

    double referenceWeightKg() {
        return tables.table("variability").value("weight", "reference");
    }

    double nanomolesPerMilligram(Alkaloid alkaloid) {
        return 1e6 / tables.table("molecules").value(alkaloid.id(), "molar_mass");
    }

    /** Mitragynine intake of the reference user, nmol/h. */
    double referenceRate() {
        return signal().value("reference.user", "daily_amount") * products().value("leaf.mitragynine", "mass_fraction")
                * nanomolesPerMilligram(Alkaloid.MITRAGYNINE) / 24;
    }

    /**
     * Area under the curve per nmol of dose in h/L, typical person; for 7-OH per nmol of mitragynine. Published medians of one study.
     */
    double referenceAuc(Alkaloid alkaloid) {
        Table observed = tables.table("exposure-observed");
        Alkaloid parent = alkaloid == Alkaloid.SEVEN_HYDROXYMITRAGYNINE ? Alkaloid.MITRAGYNINE : alkaloid;
        double dose = observed.value("tanna2022." + parent.id(), "dose") * nanomolesPerMilligram(parent);
        return observed.value("tanna2022." + alkaloid.id(), "auc_inf") / dose;
    }
}
