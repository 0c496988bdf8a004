package ketum.kratom.calibration;

import java.util.EnumMap;
import java.util.Map;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Table;

/**
 * How people differ in exposure: standard deviations of natural logarithms between people, from the table {@code variability}.
 *
 * @param alkaloids           by alkaloid, without 7-hydroxymitragynine
 * @param formation           of 7-hydroxymitragynine's formation, F_OH
 * @param loss                of its elimination rate constant, km_OH
 * @param betweenDay          of what the body takes up from one day to another, all alkaloids alike
 * @param assay               of one measured concentration around the true one
 * @param referenceWeightKg   body weight at which clearances and volumes apply
 * @param studyWeightSdKg     spread of body weight assumed among a study's participants
 */
record ExposureSpread(Map<Alkaloid, Kinetics> alkaloids, double formation, double loss, double betweenDay, double assay,
                      double referenceWeightKg, double studyWeightSdKg) {

    /** Log-SD between people of one alkaloid's bioavailability and kinetic parameters. */
    record Kinetics(double bioavailability, double clearance, double centralVolume, double absorptionRate,
                    double intercompartmentalClearance, double peripheralVolume) {}

    static ExposureSpread of(Table variability) {
        Map<Alkaloid, Kinetics> alkaloids = new EnumMap<>(Alkaloid.class);
        for (Alkaloid alkaloid : Alkaloid.values()) {
            if (alkaloid != Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                String suffix = "_" + alkaloid.symbol();
                alkaloids.put(alkaloid, new Kinetics(variability.value("F" + suffix, "log_sd"), variability.value("CL" + suffix, "log_sd"),
                        variability.value("Vc" + suffix, "log_sd"), variability.value("ka" + suffix, "log_sd"),
                        variability.value("Q" + suffix, "log_sd"), variability.value("Vp" + suffix, "log_sd")));
            }
        }
        return new ExposureSpread(alkaloids, variability.value("F_OH", "log_sd"), variability.value("km_OH", "log_sd"),
                variability.value("F.between_day", "log_sd"), variability.value("assay", "log_sd"),
                variability.value("weight", "reference"), variability.value("weight.tanna2022", "sd"));
    }
}
