package ketum.kratom.calibration;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ketum.kratom.Alkaloid;
import ketum.kratom.data.Tables;

/**
 * Fits the exposure parameters of six alkaloids and 7-hydroxymitragynine to the medians of Tanna 2022 and writes them as the table
 * {@code exposure-calibrated}.
 *
 * <p>The medians leave one direction free in each alkaloid, so the result is a ridge of {@value #RIDGE_ROWS} solutions per alkaloid,
 * evenly spaced in central volume, that all fit alike: what the science does not know, not how people differ. Mitragynine's rows are
 * combined with shares of 7-hydroxymitragynine formed on first pass; each combination gets its own elimination rate constant and
 * volume. Everything is deterministic: the same inputs give the same file to the last byte.
 */
public final class ExposureCalibration {
    /** Solutions per alkaloid. */
    public static final int RIDGE_ROWS = RidgeFit.ROWS;
    /** Shares of 7-hydroxymitragynine formed on first pass for which a solution is given. */
    static final double[] PRESYSTEMIC_SHARES = {0.25, 0.4, 0.5, 0.6, 0.75, 0.9};
    private static final String HEADER = "id,quantity,value,low,high,unit,source,locator,status,grade,note\n";
    private static final String PROVENANCE = "tanna2022,calibration: ketum calibrate exposure; fitted on PMC10353077 T3 medians,derived,";

    private ExposureCalibration() {}

    /**
     * Runs the calibration and replaces {@code file} by its result in one step, so that a failure leaves the old file.
     *
     * @throws IOException where the folder cannot be written to
     * @throws IllegalStateException where an analyte has no solution
     */
    public static void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(temporary, csv(Tables.standard()), StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Regenerates the table at the path given as the only argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument expected: the file to write");
        }
        write(Path.of(arguments[0]));
    }

    static String csv(Tables tables) {
        Map<String, List<String>> lines = new TreeMap<>();
        ObservedExposure metabolite = ObservedExposure.of(tables, Alkaloid.SEVEN_HYDROXYMITRAGYNINE);
        for (ObservedExposure observed : ObservedExposure.all(tables)) {
            if (observed.alkaloid() == Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                continue;
            }
            RidgeFit fit = new RidgeFit(observed, observed.sampling());
            int number = 1;
            for (TwoCompartments exact : fit.ridge()) {
                TwoCompartments row = rounded(exact);
                lines.put(id(observed.alkaloid(), number), parentLines(id(observed.alkaloid(), number), row, fit.misfit(row)));
                if (observed.alkaloid() == Alkaloid.MITRAGYNINE) {
                    MetaboliteFit formed = new MetaboliteFit(observed, metabolite, metabolite.sampling());
                    for (double share : PRESYSTEMIC_SHARES) {
                        lines.put(id(number, share), metaboliteLines(id(number, share), row, share, formed, metabolite));
                    }
                }
                number++;
            }
        }
        StringBuilder text = new StringBuilder(HEADER);
        lines.values().forEach(block -> block.forEach(text::append));
        return text.toString();
    }

    static String id(Alkaloid alkaloid, int row) {
        return String.format(Locale.ROOT, "%s.ridge.%02d", alkaloid.symbol(), row);
    }

    static String id(int mitragynineRow, double presystemicShare) {
        return String.format(Locale.ROOT, "%s.phi.%.2f", id(Alkaloid.SEVEN_HYDROXYMITRAGYNINE, mitragynineRow), presystemicShare);
    }

    /** The row as it is written; all that follows from it is computed from the written numbers. */
    private static TwoCompartments rounded(TwoCompartments exact) {
        return new TwoCompartments(rounded(exact.clearance()), rounded(exact.centralVolume()), rounded(exact.absorptionRate()),
                rounded(exact.intercompartmentalClearance()), rounded(exact.peripheralVolume()));
    }

    private static List<String> parentLines(String id, TwoCompartments row, double[] misfit) {
        String fitted = "B,least squares on cmax tmax auc_inf half_life at this Vc";
        String residual = "B,predicted over published median less one";
        return List.of(
                line(id, "CL", row.clearance(), "L/h", fitted),
                line(id, "Q", row.intercompartmentalClearance(), "L/h", fitted),
                line(id, "Vc", row.centralVolume(), "L", "B,midpoint of one of " + RIDGE_ROWS + " equal cells of the feasible range"),
                line(id, "Vp", row.peripheralVolume(), "L", fitted),
                line(id, "ka", row.absorptionRate(), "/h", fitted),
                line(id, "residual_auc_inf", percent(misfit[2]), "%", residual),
                line(id, "residual_cmax", percent(misfit[0]), "%", residual),
                line(id, "residual_half_life", percent(misfit[3]), "%", residual),
                line(id, "residual_tmax", percent(misfit[1]), "%", residual));
    }

    private static List<String> metaboliteLines(String id, TwoCompartments parent, double share, MetaboliteFit fit, ObservedExposure observed) {
        MetaboliteFit.Solution exact = fit.solve(parent, share);
        MetaboliteFit.Solution written = fit.of(parent, share, rounded(exact.lossRate()), rounded(exact.volume()));
        String fitted = "C,closest match of cmax and auc_inf at this phi and mitragynine row";
        String residual = "C,predicted over published median less one";
        String outcome = "C,not fitted: what the sampling design gives";
        List<String> lines = new ArrayList<>(List.of(
                line(id, "V", written.volume(), "L", fitted)));
        written.statistics().terminalHalfLife().ifPresent(hours -> lines.add(line(id, "half_life", hours, "h", outcome)));
        lines.add(line(id, "km", written.lossRate(), "/h", fitted));
        lines.add(line(id, "phi", share, "1", "C,given: part of the range 0.25-0.9 that published findings allow"));
        lines.add(line(id, "residual_auc_inf", percent(fit.areaMisfit(written)), "%", residual));
        lines.add(line(id, "residual_cmax", 100 * (written.statistics().cmax() / observed.cmax().median() - 1), "%", residual));
        lines.add(line(id, "tmax", written.statistics().tmax(), "h", outcome));
        return lines;
    }

    private static double percent(double logarithm) {
        return 100 * StrictMath.expm1(logarithm);
    }

    private static String line(String id, String quantity, double value, String unit, String gradeAndNote) {
        String number = unit.equals("%") ? hundredths(value) : new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
        return id + "," + quantity + "," + number + ",,," + unit + "," + PROVENANCE + gradeAndNote + "\n";
    }

    /** A residual to 0.01 %; what is smaller is written as 0, never as minus 0. */
    private static String hundredths(double percent) {
        long hundredths = StrictMath.round(percent * 100);
        return hundredths == 0 ? "0" : BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }
}
