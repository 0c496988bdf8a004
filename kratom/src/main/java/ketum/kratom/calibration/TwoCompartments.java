package ketum.kratom.calibration;

/**
 * Oral two-compartment kinetics of one alkaloid: gut to central by {@code ka}, central to and from one peripheral compartment by
 * {@code Q}, elimination from central by {@code CL}. All apparent, that is per fraction of the dose that reaches the circulation.
 *
 * <p>Closed form after Gibaldi and Perrier, Pharmacokinetics, 2nd edition (1982), chapter 2, two-compartment model with first-order
 * absorption. The model text of the product solves the same equations numerically; this form serves the fit only.
 *
 * @param clearance                 CL, L/h
 * @param centralVolume             Vc, L
 * @param absorptionRate            ka, 1/h
 * @param intercompartmentalClearance Q, L/h
 * @param peripheralVolume          Vp, L
 */
record TwoCompartments(double clearance, double centralVolume, double absorptionRate, double intercompartmentalClearance,
                       double peripheralVolume) {

    /** Concentration in the central compartment in nmol/L after a dose in nmol at time 0. */
    ExponentialSum concentration(double doseNmol) {
        return amount(doseNmol).times(1 / centralVolume);
    }

    /** Amount in the gut in nmol after a dose in nmol at time 0. */
    ExponentialSum gut(double doseNmol) {
        return new ExponentialSum(new double[] {doseNmol}, new double[] {absorptionRate});
    }

    /** Amount in the central compartment in nmol after a dose in nmol at time 0. */
    ExponentialSum amount(double doseNmol) {
        double k10 = clearance / centralVolume;
        double k12 = intercompartmentalClearance / centralVolume;
        double k21 = intercompartmentalClearance / peripheralVolume;
        double sum = k10 + k12 + k21;
        double root = StrictMath.sqrt(sum * sum - 4 * k10 * k21);
        double alpha = (sum + root) / 2;
        // The product of both rates is k10 k21: this form keeps the digits of the slow rate that a difference would lose.
        double beta = k10 * k21 / alpha;
        double ka = ExponentialSum.apart(ExponentialSum.apart(absorptionRate, alpha), beta);
        double scale = ka * doseNmol;
        return new ExponentialSum(new double[] {
                scale * (k21 - alpha) / ((ka - alpha) * (beta - alpha)),
                scale * (k21 - beta) / ((ka - beta) * (alpha - beta)),
                scale * (k21 - ka) / ((alpha - ka) * (beta - ka))}, new double[] {alpha, beta, ka});
    }

    /**
     * 7-hydroxymitragynine in nmol, formed mole by mole where this is mitragynine:
     * {@code H' = presystemicShare*ka*gut + (1 - presystemicShare)*CL/Vc*amount - lossRate*H}. {@code bioavailability} scales what
     * reaches the circulation as mitragynine, not what is converted on first pass.
     */
    ExponentialSum metabolite(double doseNmol, double bioavailability, double presystemicShare, double lossRate) {
        ExponentialSum first = gut(doseNmol).times(presystemicShare * absorptionRate);
        ExponentialSum later = amount(doseNmol).times(bioavailability * (1 - presystemicShare) * clearance / centralVolume);
        return first.plus(later).intoCompartmentWithLoss(lossRate);
    }
}
