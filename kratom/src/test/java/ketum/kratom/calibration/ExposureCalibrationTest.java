package ketum.kratom.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.study.NonCompartmental;
import ketum.kratom.study.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExposureCalibrationTest {
    private static final Tables TABLES = Tables.standard();
    private static final Table CALIBRATED = TABLES.table("exposure-calibrated");

    static TwoCompartments row(Alkaloid alkaloid, int number) {
        String id = ExposureCalibration.id(alkaloid, number);
        return new TwoCompartments(CALIBRATED.value(id, "CL"), CALIBRATED.value(id, "Vc"), CALIBRATED.value(id, "ka"),
                CALIBRATED.value(id, "Q"), CALIBRATED.value(id, "Vp"));
    }

    /** Oracle: the published medians, read from the curve at the sampling times alone. */
    @ParameterizedTest
    @EnumSource(value = Alkaloid.class, mode = EnumSource.Mode.EXCLUDE, names = "SEVEN_HYDROXYMITRAGYNINE")
    void everyRowOfTheRidgeGivesTheFourPublishedMedians(Alkaloid alkaloid) {
        ObservedExposure observed = ObservedExposure.of(TABLES, alkaloid);
        double previous = 0;
        for (int number = 1; number <= ExposureCalibration.RIDGE_ROWS; number++) {
            TwoCompartments row = row(alkaloid, number);
            NonCompartmental statistics = Sampling.TANNA_2022
                    .analyse(row.concentration(observed.doseNmol()).at(Sampling.TANNA_2022.timesHours())).orElseThrow();
            assertEquals(1, statistics.cmax() / observed.cmax().median(), 0.02);
            assertEquals(observed.tmax().median(), statistics.tmax());
            assertEquals(1, statistics.aucInfinity().orElseThrow() / observed.auc().median(), 0.02);
            assertEquals(1, statistics.terminalHalfLife().orElseThrow() / observed.halfLife().median(), 0.02);
            assertTrue(row.centralVolume() > previous, "sorted by central volume");
            previous = row.centralVolume();
        }
    }

    @Test
    void theRidgeOfMitragynineSpansTheVolumesThatTheMediansLeaveOpen() {
        // Found independently by solving the four equations in another program: exact solutions between about 96 and 890 L.
        assertTrue(row(Alkaloid.MITRAGYNINE, 1).centralVolume() < 200);
        assertTrue(row(Alkaloid.MITRAGYNINE, ExposureCalibration.RIDGE_ROWS).centralVolume() > 800);
    }

    @Test
    void sevenHydroxymitragynineHasThePublishedPeakEverywhereAndThePublishedAreaWithin15Percent() {
        ObservedExposure parent = ObservedExposure.of(TABLES, Alkaloid.MITRAGYNINE);
        ObservedExposure observed = ObservedExposure.of(TABLES, Alkaloid.SEVEN_HYDROXYMITRAGYNINE);
        int exact = 0;
        for (int number = 1; number <= ExposureCalibration.RIDGE_ROWS; number++) {
            for (double share : ExposureCalibration.PRESYSTEMIC_SHARES) {
                String id = ExposureCalibration.id(number, share);
                ExponentialSum curve = row(Alkaloid.MITRAGYNINE, number)
                        .metabolite(parent.doseNmol(), 1, share, CALIBRATED.value(id, "km")).times(1 / CALIBRATED.value(id, "V"));
                NonCompartmental statistics = Sampling.TANNA_2022.analyse(curve.at(Sampling.TANNA_2022.timesHours())).orElseThrow();
                assertEquals(1, statistics.cmax() / observed.cmax().median(), 1e-4, id);
                assertEquals(1, statistics.aucInfinity().orElseThrow() / observed.auc().median(), 0.15, id);
                assertEquals(100 * (statistics.aucInfinity().orElseThrow() / observed.auc().median() - 1),
                        CALIBRATED.value(id, "residual_auc_inf"), 0.011, "the file states its own misfit");
                exact += StrictMath.abs(CALIBRATED.value(id, "residual_auc_inf")) < 0.1 ? 1 : 0;
            }
        }
        assertTrue(exact >= 45, exact + " of 60 match the area exactly; the limit of quantification makes it jump elsewhere");
    }

    /** Recomputes two rows by a walk that starts elsewhere: at another row of the file. */
    @Test
    void theFileIsWhatTheCalibrationGives() {
        for (Alkaloid alkaloid : new Alkaloid[] {Alkaloid.MITRAGYNINE, Alkaloid.ISOPAYNANTHEINE}) {
            TwoCompartments expected = row(alkaloid, 4);
            RidgeFit fit = new RidgeFit(ObservedExposure.of(TABLES, alkaloid), Sampling.TANNA_2022);
            Optional<TwoCompartments> found = fit.fitNear(expected.centralVolume(), row(alkaloid, 6));
            assertEquals(1, found.orElseThrow().clearance() / expected.clearance(), 1e-5);
            assertEquals(1, found.orElseThrow().absorptionRate() / expected.absorptionRate(), 1e-5);
            assertEquals(1, found.orElseThrow().intercompartmentalClearance() / expected.intercompartmentalClearance(), 1e-5);
            assertEquals(1, found.orElseThrow().peripheralVolume() / expected.peripheralVolume(), 1e-5);
        }
    }

    @Test
    void runningTheCalibrationAgainGivesTheSameFileToTheLastByte() throws IOException {
        try (InputStream file = ExposureCalibration.class.getResourceAsStream("/ketum/kratom/tables/exposure-calibrated.csv")) {
            assertEquals(new String(file.readAllBytes(), StandardCharsets.UTF_8), ExposureCalibration.csv(TABLES));
        }
    }
}
