package ketum.kratom.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
            NonCompartmental statistics = observed.sampling()
                    .analyse(row.concentration(observed.doseNmol()).at(observed.sampling().timesHours())).orElseThrow();
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
                NonCompartmental statistics = observed.sampling().analyse(curve.at(observed.sampling().timesHours())).orElseThrow();
                assertEquals(1, statistics.cmax() / observed.cmax().median(), 1e-4, id);
                assertEquals(1, statistics.aucInfinity().orElseThrow() / observed.auc().median(), 0.15, id);
                assertEquals(100 * (statistics.aucInfinity().orElseThrow() / observed.auc().median() - 1),
                        CALIBRATED.value(id, "residual_auc_inf"), 0.011, "the file states its own misfit");
                exact += StrictMath.abs(CALIBRATED.value(id, "residual_auc_inf")) < 0.1 ? 1 : 0;
            }
        }
        assertTrue(exact >= 45, exact + " of 60 match the area exactly; the limit of quantification makes it jump elsewhere");
    }

    /**
     * What the note in tanna-2022.yaml says of the rival design: with 0.5 nmol/L and a sample at 12.5 h the search finds nothing for
     * mitraciliatine, with 0.5 nmol/L and the sample at 12 h it does. So the limit alone does not decide.
     */
    @Test
    void mitraciliatineHasNoMatchUnderTheRivalDesignButHasOneUnderItsLimitAlone() {
        ObservedExposure observed = ObservedExposure.of(TABLES, Alkaloid.MITRACILIATINE);
        double[] hours = observed.sampling().timesHours();
        assertEquals(ExposureCalibration.RIDGE_ROWS, new RidgeFit(observed, new Sampling(hours, 0.5)).ridge().size());
        for (int i = 0; i < hours.length; i++) {
            hours[i] = hours[i] == 12 ? 12.5 : hours[i];
        }
        RidgeFit rival = new RidgeFit(observed, new Sampling(hours, 0.5));
        assertThrows(IllegalStateException.class, rival::ridge);
    }

    /** Recomputes two rows by a walk that starts elsewhere: at another row of the file. */
    @Test
    void theFileIsWhatTheCalibrationGives() {
        for (Alkaloid alkaloid : new Alkaloid[] {Alkaloid.MITRAGYNINE, Alkaloid.ISOPAYNANTHEINE}) {
            TwoCompartments expected = row(alkaloid, 4);
            RidgeFit fit = new RidgeFit(ObservedExposure.of(TABLES, alkaloid), ObservedExposure.of(TABLES, alkaloid).sampling());
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
