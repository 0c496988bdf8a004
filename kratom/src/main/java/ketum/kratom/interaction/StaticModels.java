package ketum.kratom.interaction;

import java.util.List;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;

/**
 * Screening equations of ICH M12 (2024): basic models with their cut-offs, and the mechanistic static model. They answer whether a study is
 * called for, not what will happen: for kratom they give upper bounds that lie several times above what was seen (midazolam 1.39). Concentrations
 * in any one unit, rates in /h.
 */
public final class StaticModels {

    /** The basic model of inactivation looks at this many times the unbound peak. */
    private static final double INACTIVATION_MARGIN = 5;
    private static final double INDUCTION_MARGIN = 10;

    private StaticModels() {
    }

    /** Reversible inhibition: what is added to the inverse of activity, I/Ki. */
    public static double reversible(double concentration, double ki) {
        return concentration / ki;
    }

    /** Inactivation: (kobs + kdeg)/kdeg with kobs = kinact 5 I/(KI + 5 I). */
    public static double inactivation(double unboundPeak, double inactivationConstant, double largestRate, double turnover) {
        double concentration = INACTIVATION_MARGIN * unboundPeak;
        return (largestRate * concentration / (inactivationConstant + concentration) + turnover) / turnover;
    }

    /** Induction: 1/(1 + Emax 10 I/(EC50 + 10 I)). */
    public static double induction(double unboundPeak, double largestRise, double halfRise) {
        double concentration = INDUCTION_MARGIN * unboundPeak;
        return 1 / (1 + largestRise * concentration / (halfRise + concentration));
    }

    /** What is left of an enzyme at a concentration held for ever: turnover/(turnover + inactivation), times reversible inhibition. */
    public static double left(double concentration, double ki, double inactivationConstant, double largestRate, double turnover) {
        return turnover / (turnover + concentration * largestRate / (concentration + inactivationConstant)) / (1 + concentration / ki);
    }

    /** AUCR of the mechanistic static model: 1/(left in gut (1 - Fg) + Fg) times 1/(left in liver fm + 1 - fm). */
    public static double mechanistic(double leftInGut, double gutAvailability, double leftInLiver, double metabolised) {
        return 1 / (leftInGut * (1 - gutAvailability) + gutAvailability) / (leftInLiver * metabolised + 1 - metabolised);
    }

    /**
     * One screening value.
     *
     * @param test     what is compared
     * @param value    the number
     * @param cutoff   from where on (for values above one) a study is called for
     * @param positive whether it is reached
     */
    public record Screen(String test, double value, double cutoff, boolean positive) {
    }

    /** Kratom's screening values at a dose of mitragynine in mg; peaks are taken as proportional to the dose. */
    public static List<Screen> ofKratom(double milligrams) {
        Table constants = Tables.interactions().table("interaction-constants");
        Table standard = Tables.standard().table("exposure-observed");
        double unbound = Tables.standard().table("binding").value("mitragynine", "fraction_unbound_plasma");
        double nanomoles = milligrams * 1e6 / Tables.standard().table("molecules").value("mitragynine", "molar_mass");
        double peak = unbound * standard.value("tanna2022.mitragynine", "cmax") / standard.value("tanna2022.mitragynine", "dose") * milligrams;
        double gut = nanomoles / (constants.value("m12", "gut_volume") / 1000);
        double inlet = peak + unbound * nanomoles * constants.value("m12", "absorption_rate") * 60 / constants.value("m12", "flow_liver");
        double enterocyte = nanomoles * constants.value("m12", "absorption_rate") * 60 / constants.value("m12", "flow_gut");
        double inactivatesLiver = constants.value("mitragynine", "ki_inactivation_liver", "nM");
        double rateLiver = 60 * constants.value("mitragynine", "kinact_liver");
        double turnover = constants.value("cyp3a.liver", "turnover");
        double ki = constants.value("mitragynine", "ki_cyp3a", "nM");
        double leftGut = left(enterocyte, ki, constants.value("mitragynine", "ki_inactivation_gut", "nM"), 60 * constants.value("mitragynine", "kinact_gut"), constants.value("cyp3a.gut", "turnover"));
        double leftLiver = left(inlet, ki, inactivatesLiver, rateLiver, turnover);
        double midazolam = mechanistic(leftGut, constants.value("midazolam", "gut_availability"), leftLiver, constants.value("midazolam", "fraction_metabolised_cyp3a"));
        double reversible = constants.value("m12", "cutoff_reversible");
        return List.of(
                above("CYP2D6, unbound peak over Ki", reversible(peak, constants.value("mitragynine", "ki_cyp2d6", "nM")), reversible),
                above("CYP2C19, unbound peak over Ki", reversible(peak, constants.value("mitragynine", "ki_cyp2c19", "nM")), reversible),
                above("CYP3A liver, unbound peak over Ki", reversible(peak, ki), reversible),
                above("CYP3A gut, dose in 250 mL over Ki", reversible(gut, ki), constants.value("m12", "cutoff_gut")),
                above("CYP3A inactivation, basic model R", inactivation(peak, inactivatesLiver, rateLiver, turnover), constants.value("m12", "cutoff_inactivation")),
                above("P-glycoprotein gut, dose in 250 mL over IC50", reversible(gut, constants.value("mitragynine", "ic50_pgp", "nM")), constants.value("m12", "cutoff_gut")),
                above("midazolam AUC ratio, mechanistic static model", midazolam, constants.value("m12", "cutoff_mechanistic_up")));
    }

    private static Screen above(String test, double value, double cutoff) {
        return new Screen(test, value, cutoff, value >= cutoff);
    }
}
