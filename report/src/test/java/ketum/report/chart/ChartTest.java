package ketum.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.report.chart.Axis.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    private static final Heading HEADING = new Heading("c", "Title", "What it shows.");

    @ParameterizedTest
    @CsvSource({"0,9.3,0,10,2", "0,201,0,250,50", "-0.8,0.6,-1,1,0.5", "0,0,0,1,0.2", "0,0.00031,0,0.0004,0.0001", "2,6.1,2,7,1"})
    void axesCoverTheDataWithRoundSteps(double lowest, double highest, double low, double high, double step) {
        Axis axis = Axis.covering(lowest, highest, "");
        assertTrue(axis.low() <= lowest && axis.high() >= highest);
        assertEquals(step, axis.ticks().get(1).value() - axis.ticks().get(0).value(), 1e-12, axis.toString());
        assertTrue(axis.ticks().size() >= 3 && axis.ticks().size() <= 7, axis.toString());
        assertEquals(axis.low(), axis.ticks().getFirst().value(), 1e-12);
        assertEquals(axis.high(), axis.ticks().getLast().value(), 1e-12);
    }

    @Test
    void aDayIsLabelledWithClockTimes() {
        assertEquals(List.of("00:00", "06:00", "12:00", "18:00", "24:00"), TimeAxis.clock(0, 24, "").ticks().stream().map(Tick::label).toList());
    }

    @ParameterizedTest
    @CsvSource({"0,48,h,'0 6 12 18 24 30 36 42 48'", "0,336,d,'0 2 4 6 8 10 12 14'", "0,1344,w,'0 1 2 3 4 5 6 7 8'", "-13150,0,m,'18 15 12 9 6 3 0'"})
    void elapsedTimeIsLabelledInTheUnitThatSuitsIt(double low, double high, String unit, String labels) {
        Axis axis = TimeAxis.elapsed(low, high, new TimeAxis.Titles("h", "d", "w", "m"));
        assertEquals(unit, axis.title());
        assertEquals(labels, String.join(" ", axis.ticks().stream().map(Tick::label).toList()));
    }

    @Test
    void onehundredPeopleAreSharedOutByLargestRemainder() {
        assertArrayEquals(new int[] {34, 33, 33}, IconArray.outOf100(new double[] {1, 1, 1}));
        assertArrayEquals(new int[] {21, 46, 25, 7, 1}, IconArray.outOf100(new double[] {21, 46, 25, 7, 1}));
        assertArrayEquals(new int[] {0, 100}, IconArray.outOf100(new double[] {0, 0.2}));
        assertThrows(IllegalArgumentException.class, () -> IconArray.outOf100(new double[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> IconArray.outOf100(new double[] {-1, 2}));
    }

    @Test
    void sharedOutCountsAlwaysAddUpAndNeverStrayByOne() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int trial = 0; trial < 500; trial++) {
            double[] shares = random.doubles(2 + trial % 4, 0, 50).toArray();
            double total = java.util.Arrays.stream(shares).sum();
            int[] counts = IconArray.outOf100(shares);
            assertEquals(100, java.util.Arrays.stream(counts).sum());
            for (int i = 0; i < counts.length; i++) {
                assertTrue(StrictMath.abs(counts[i] - shares[i] / total * 100) < 1, "trial " + trial);
            }
        }
    }

    @Test
    void anIconArrayDrawsEachPersonOnceInTheShapeOfTheirGroup() {
        String svg = new IconArray(HEADING, List.of(new IconArray.Group(IconArray.Shape.NONE, 60, "none"), new IconArray.Group(IconArray.Shape.SEVERE, 40, "severe"))).svg()
                .toString();
        assertEquals(61, count(svg, "<circle class=\"none\""), "60 people and the legend");
        assertEquals(41, count(svg, "<path class=\"severe\""));
        assertThrows(IllegalArgumentException.class, () -> new IconArray(HEADING, List.of(new IconArray.Group(IconArray.Shape.NONE, 99, "none"))));
    }

    @Test
    void thinningKeepsTheEndsAndThePeak() {
        double[] spike = new double[5000];
        spike[3217] = 9;
        for (int[] kept : List.of(Thinning.keepingExtremes(5000, 160, spike), Thinning.evenly(5000, 40, spike))) {
            assertTrue(kept.length <= 165, "kept " + kept.length);
            assertEquals(0, kept[0]);
            assertEquals(4999, kept[kept.length - 1]);
            assertTrue(java.util.Arrays.stream(kept).anyMatch(i -> i == 3217));
        }
        assertTrue(Thinning.evenly(5000, 40, spike).length <= 40);
        assertArrayEquals(new int[] {0, 1, 2}, Thinning.evenly(3, 40, new double[3]));
    }

    @Test
    void aDrawnCurveReadsBackAsItsValues() {
        double[] t = {0, 6, 12, 24};
        double[] y = {0, 40, 10, 20};
        Axis vertical = Axis.fromZero(40, "");
        String svg = new LineChart(HEADING, TimeAxis.clock(0, 24, ""), vertical, List.of(new LineChart.Curve(t, y, "one")), new double[0], "").svg().toString();
        Matcher points = Pattern.compile("[ML]([0-9.]+) ([0-9.]+)").matcher(svg);
        for (int i = 0; i < t.length; i++) {
            assertTrue(points.find());
            double x = (Double.parseDouble(points.group(1)) - Plot.LEFT) / (Plot.RIGHT - Plot.LEFT) * 24;
            double value = (Plot.BOTTOM - Double.parseDouble(points.group(2))) / (Plot.BOTTOM - Plot.TOP) * vertical.high();
            assertEquals(t[i], x, 0.01);
            assertEquals(y[i], value, 0.02);
        }
    }

    @Test
    void aGapIsLeftWhereAValueIsNotANumber() {
        double[] t = {0, 1, 2, 3, 4};
        double[] y = {1, 2, Double.NaN, 4, 5};
        FanChart chart = new FanChart(HEADING, TimeAxis.clock(0, 4, ""), Axis.fromZero(5, ""), t, List.of(new FanChart.Band(FanChart.Look.OUTER, y, y, "band")),
                Optional.of(new FanChart.Line(y, "middle")), List.of(), "", List.of(), new double[0], "");
        String svg = chart.svg().toString();
        assertFalse(svg.contains("NaN") || svg.contains("not known"), svg);
        String line = svg.substring(svg.indexOf("class=\"line s0\" d="));
        assertEquals(2, count(line.substring(0, line.indexOf("/>")), "M"), "two pieces");
    }

    @Test
    void aStepHoldsItsLevelUntilTheNextOne() {
        String svg = new StepChart(HEADING, TimeAxis.clock(0, 24, ""), Axis.fromZero(10, ""), List.of(new StepChart.Step(0, 10), new StepChart.Step(12, 5))).svg().toString();
        assertTrue(svg.contains("d=\"M58 32H241V132H424\""), svg);
    }

    @Test
    void eightCurvesDifferInDashAndNineAreRefused() {
        Set<String> dashes = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            Matcher style = Pattern.compile("\\.s" + i + "\\{stroke:[^;}]+;?(stroke-dasharray:[^}]+)?\\}").matcher(ChartStyle.css());
            assertTrue(style.find());
            assertTrue(dashes.add(String.valueOf(style.group(1))), "dash twice: " + style.group(1));
        }
        List<LineChart.Curve> nine = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            nine.add(new LineChart.Curve(new double[] {0}, new double[] {0}, "x"));
        }
        assertThrows(IllegalArgumentException.class, () -> new LineChart(HEADING, TimeAxis.clock(0, 24, ""), Axis.fromZero(1, ""), nine, new double[0], ""));
    }

    @Test
    void linesHaveThreeToOneContrastOnWhiteAndOnDark() {
        for (String paper : List.of("#ffffff", "#161616")) {
            String css = ChartStyle.css();
            String block = paper.equals("#ffffff") ? css.substring(0, css.indexOf("@media")) : css.substring(css.indexOf("@media"), css.indexOf("@media print"));
            Matcher colours = Pattern.compile("--(c\\d|ink|faint):(#[0-9a-f]{6})").matcher(block);
            int found = 0;
            for (; colours.find(); found++) {
                assertTrue(contrast(colours.group(2), paper) >= (colours.group(1).startsWith("c") ? 3 : 4.5), colours.group() + " on " + paper);
            }
            assertEquals(9, found);
        }
    }

    @Test
    void textIsAtLeastTwelvePixelsWhereTheChartIsDrawnNarrow() {
        Matcher size = Pattern.compile("\\.chart text\\{[^}]*font-size:(\\d+)px").matcher(ChartStyle.css());
        assertTrue(size.find());
        double narrowest = 328 / Plot.WIDTH;
        assertTrue(Double.parseDouble(size.group(1)) * narrowest >= 12);
    }

    @Test
    void longLabelsWrapAndKeepEveryWord() {
        String text = "the very long name of a band that nobody could possibly fit into one line of the legend";
        List<String> lines = Legend.wrap(text, 30);
        assertTrue(lines.size() > 1 && lines.stream().allMatch(line -> line.length() <= 30));
        assertEquals(text, String.join(" ", lines));
    }

    /** WCAG 2.2 contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (StrictMath.max(a, b) + 0.05) / (StrictMath.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
