package ketum.kratom.twin;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Row;

/** One draw of everything that science does not know: exposure ridge, receptor family, free fractions, efficacies, link, time constants. */
final class ScienceDraw {

    private final TwinTables tables;
    private final Layer science;
    private final Link link;
    private final Map<Alkaloid, ExposureRidge.Point> exposure = new EnumMap<>(Alkaloid.class);
    private final ExposureRidge.Metabolite metabolite;
    private final double weightExponent;
    private final double sharedBioavailability;

    private ScienceDraw(TwinTables tables, Layer science) {
        this.tables = tables;
        this.science = science;
        this.link = Link.values()[science.choose("link", Link.values().length, Link.REFERENCE.ordinal())];
        for (Alkaloid alkaloid : Alkaloid.values()) {
            if (alkaloid != Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                List<ExposureRidge.Point> ridge = tables.ridge().of(alkaloid);
                exposure.put(alkaloid, ridge.get(science.choose("ridge." + alkaloid.symbol(), ridge.size(), ridge.size() / 2)));
            }
        }
        List<ExposureRidge.Metabolite> choices = tables.ridge().metabolitesAt(exposure.get(Alkaloid.MITRAGYNINE));
        this.metabolite = choices.get(science.choose("phi", choices.size(), choices.size() / 2));
        this.weightExponent = science.even("weight exponent", 0, 1);
        this.sharedBioavailability = science.even("F correlation", 0, 1);
    }

    static ScienceDraw of(TwinTables tables, Layer science) {
        return new ScienceDraw(tables, science);
    }

    Link link() {
        return link;
    }

    ExposureRidge.Point exposure(Alkaloid alkaloid) {
        return exposure.get(alkaloid);
    }

    ExposureRidge.Metabolite metabolite() {
        return metabolite;
    }

    /** Exponent of body weight over 75 kg on clearances and volumes. */
    double weightExponent() {
        return weightExponent;
    }

    /** Correlation between alkaloids of a person's bioavailability. */
    double sharedBioavailability() {
        return sharedBioavailability;
    }

    double halfEffect() {
        return tables.calibratedWithdrawal().value("half_effect." + link.id(), "factor");
    }

    double sowsTop() {
        return tables.calibratedWithdrawal().value("sows.top." + link.id(), "share");
    }

    double cowsTop() {
        return science.even("cows.top", tables.withdrawal().row("cows.top", "share"));
    }

    /** How much of a survey's association is taken as cause. */
    double causalShare() {
        return science.even("causal share", 0, 1);
    }

    double slowHalfLife() {
        return science.logEven("adaptation.slow", tables.signal().row("adaptation.slow", "half_life"));
    }

    void into(Twins.Column column) {
        receptor(column);
        signal(column);
        withdrawal(column);
        effects(column);
    }

    private void receptor(Twins.Column column) {
        List<AssayFamily> families = tables.families();
        AssayFamily family = families.get(science.choose("family", families.size(), families.size() / 2));
        double anchor = family.anchor() * science.logNormalFactor("anchor", tables.signal().value("anchor.7-hydroxymitragynine", "log_sd"));
        double borrowed = tables.borrowedRatioSc() * science.logNormalFactor("ratio SC", tables.signal().value("ratio.borrowed", "log_sd"));
        column.parameter("K_OH", anchor);
        column.parameter("K_MG", anchor * family.ratioMg());
        column.parameter("K_SC", anchor * family.ratioSc().orElse(borrowed));
        double tauOh = tau(science.even("emax OH", tables.signal().row("efficacy.7-hydroxymitragynine", "emax")));
        double tauMg = tau(science.even("emax MG", tables.signal().row("efficacy.mitragynine", "emax")));
        double tauSc = tauOh * shareSc();
        column.parameter("tau_OH", tauOh);
        column.parameter("tau_MG", tauMg);
        column.parameter("tau_SC", tauSc);
        for (Alkaloid alkaloid : List.of(Alkaloid.MITRAGYNINE, Alkaloid.SEVEN_HYDROXYMITRAGYNINE, Alkaloid.SPECIOCILIATINE)) {
            Row fraction = tables.binding().row(alkaloid.id(), "fraction_unbound_plasma");
            Row brain = tables.binding().row(alkaloid.id(), "brain_unbound_partition");
            double free = science.logEven("free " + alkaloid.symbol(), fraction) * science.logEven("brain " + alkaloid.symbol(), brain);
            if (alkaloid == Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                free *= science.logEven("species OH", tables.signal().row("free.7-hydroxymitragynine.species", "factor"));
            }
            column.parameter("fu_" + alkaloid.symbol(), free);
            column.unknown("free " + alkaloid.id() + " at the receptor", free);
        }
        column.unknown("tightness of 7-hydroxymitragynine at the mu receptor", anchor);
        column.unknown("efficacy of mitragynine", tauMg);
        column.unknown("efficacy of speciociliatine", tauSc);
    }

    private double shareSc() {
        if (link == Link.SPECIOCILIATINE) {
            return science.even("efficacy SC", tables.signal().row("speciociliatine.efficacy.speciociliatine", "share"));
        }
        if (!science.varies() || science.happens("silent SC", tables.signal().value("speciociliatine.silent", "probability"))) {
            return 0;
        }
        return science.even("efficacy SC other", tables.signal().row("speciociliatine.efficacy.other", "share"));
    }

    private static double tau(double emaxPercent) {
        return emaxPercent / (100 - emaxPercent);
    }

    private void signal(Twins.Column column) {
        double rise = science.logEven("rise", tables.signal().row("biophase.rise", "half_life"));
        double fall = science.logEven("fall." + link.id(), tables.signal().row("biophase.fall." + link.id(), "half_life"));
        double recent = science.logEven("recent", tables.signal().row("recent", "half_life"));
        double weight = link == Link.RATE_OF_FALL ? science.logEven("rate weight", tables.signal().row("rate_of_fall", "rate_weight")) : 0;
        double reserve = science.logEven("reserve", tables.signal().row("reserve", "factor"));
        double fast = science.even("fast", tables.signal().row("adaptation.fast", "half_life"));
        double fastShare = science.even("fast share", tables.signal().row("adaptation.fast", "share"));
        double kappa = science.logEven("kappa", tables.signal().row("adaptation.kappa", "factor"));
        column.parameter("k_in", rate(rise));
        column.parameter("k_out", rate(fall));
        double held = science.even("held", tables.signal().row("biophase.held", "share"));
        column.parameter("held", held);
        column.parameter("held_effects", science.even("held effects", tables.signal().row("biophase.held_effects", "share")));
        column.unknown("share of the drug at work that leaves slowly", held);
        column.parameter("k_recent", rate(recent));
        column.parameter("rate_weight", weight);
        column.parameter("reserve", reserve);
        column.parameter("k_fast", rate(fast));
        column.parameter("fast_share", fastShare);
        column.parameter("kappa", kappa);
        column.parameter("reference_rate", tables.referenceRate());
        column.parameter("auc_MG", tables.referenceAuc(Alkaloid.MITRAGYNINE));
        column.parameter("auc_OH", tables.referenceAuc(Alkaloid.SEVEN_HYDROXYMITRAGYNINE));
        column.parameter("auc_SC", tables.referenceAuc(Alkaloid.SPECIOCILIATINE));
        column.parameter("reference_ratio_SC", tables.products().value("leaf.speciociliatine", "ratio_to_mitragynine"));
        column.unknown("how fast the drug leaves its place of action", fall);
        column.unknown("weight of a fast fall", weight);
        column.unknown("receptor reserve", reserve);
        column.unknown("share of adaptation that is fast", fastShare);
        column.unknown("how fast slow adaptation fades", slowHalfLife());
        column.unknown("share of 7-hydroxymitragynine formed before the blood", metabolite.presystemicShare());
    }

    static double rate(double halfLife) {
        return StrictMath.log(2) / halfLife;
    }

    private void withdrawal(Twins.Column column) {
        double steepness = science.even("steepness", tables.withdrawal().row("steepness", "exponent"));
        double shift = science.logEven("cows shift", tables.withdrawal().row("cows.shift", "factor"));
        column.parameter("steepness", steepness);
        column.parameter("cows_shift", shift);
        column.parameter("k_tail", rate(24 * science.logEven("tail", tables.withdrawal().row("tail.memory", "half_life"))));
        column.parameter("tail_half", science.logEven("tail half", tables.withdrawal().row("tail.half_effect", "factor")));
        column.unknown("how steeply scores rise with the drive", steepness);
        column.unknown("how much more drive signs need than symptoms", shift);
        column.unknown("highest score of a middle person", cowsTop());
    }

    private void effects(Twins.Column column) {
        column.parameter("analgesia_gain", logEven("analgesia", "gain"));
        column.parameter("analgesia_max", logEven("analgesia", "log_max"));
        column.parameter("analgesia_cutoff", tables.effects().value("analgesia.cutoff", "log_max"));
        column.parameter("pupil_room", tables.effects().value("pupil.room", "diameter"));
        column.parameter("analgesia_slope", logEven("analgesia", "slope"));
        column.parameter("pupil_gain", logEven("pupil", "gain"));
        column.parameter("pupil_max", logEven("pupil", "diameter"));
        column.parameter("pupil_slope", logEven("pupil", "slope"));
        column.parameter("stimulation_half", logEven("stimulation", "concentration"));
        column.parameter("stimulation_max", logEven("stimulation", "factor"));
        column.parameter("sedation_gain", logEven("sedation", "gain"));
        column.parameter("sedation_max", logEven("sedation", "factor"));
        column.parameter("sedation_slope", logEven("sedation", "slope"));
        column.parameter("nausea_base", science.even("effects.nausea.intercept", tables.effects().row("nausea", "intercept")));
        column.parameter("nausea_slope", logEven("nausea", "slope"));
        column.parameter("breathing_ceiling", logEven("breathing", "factor"));
        column.parameter("breathing_gain", logEven("breathing", "gain"));
        column.parameter("capped", science.happens("ceiling", tables.effects().value("breathing.ceiling", "probability")) ? 1 : 0);
    }

    private double logEven(String id, String quantity) {
        return science.logEven("effects." + id + "." + quantity, tables.effects().row(id, quantity));
    }
}
