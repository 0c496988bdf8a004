package ketum.report.terminal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ketum.care.Assessment;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.NowFinding;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.ScaleForecast;
import ketum.care.Assessment.Section;
import ketum.care.Assessment.Taper;
import ketum.care.Assessment.TaperFinding;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.report.chart.IconArray;
import ketum.report.terminal.Screen.Style;
import ketum.report.text.Numbers;
import ketum.report.text.Phrases;
import ketum.report.text.Texts;
import ketum.report.text.Times;

/** Stopping, now, and the ways to cut down. The warning about lost tolerance is printed unless it already stands above. */
final class StoppingLines {
    private static final List<String> CATEGORIES = List.of("none", "mild", "moderate", "moderately_severe", "severe");
    private static final String POINTS = "points";
    private static final int LABEL = 13;
    private static final int PERSONS_PER_MARK = 4;

    private final Screen screen;
    private final Assessment assessment;
    private final Texts texts;
    private final Phrases phrases;
    private final Set<String> said = new HashSet<>();

    StoppingLines(Screen screen, Assessment assessment, Texts texts, Phrases phrases) {
        this.screen = screen;
        this.assessment = assessment;
        this.texts = texts;
        this.phrases = phrases;
    }

    /** @param warned whether what was printed above already warns of lost tolerance and names naloxone */
    void write(boolean warned) {
        screen.line(texts.get("terminal.withdrawal"), Style.BOLD);
        switch (assessment.withdrawalIfStopped()) {
            case Section.Present<WithdrawalFinding>(WithdrawalFinding finding) -> finding.scales().stream().filter(one -> one.scale().equals("COWS"))
                    .forEach(this::forecast);
            case Section.Insufficient<WithdrawalFinding>(String reason, var _) -> absent("section.insufficient", reason);
            case Section.Withheld<WithdrawalFinding>(String reason, var _) -> absent("section.withheld", reason);
        }
        if (!warned) {
            screen.item("  ", texts.get("terminal.safety"), Style.BOLD);
        }
        switch (assessment.now()) {
            case Section.Present<NowFinding>(NowFinding now) -> now(now);
            case Section.Insufficient<NowFinding>(String reason, var _) ->
                    screen.labelled(texts.get("terminal.now"), LABEL, why("section.insufficient", reason));
            case Section.Withheld<NowFinding>(String reason, var _) ->
                    screen.labelled(texts.get("terminal.now"), LABEL, why("section.withheld", reason));
        }
        switch (assessment.tapers()) {
            case Section.Present<TaperFinding>(TaperFinding tapers) -> tapers(tapers);
            case Section.Insufficient<TaperFinding>(String reason, var _) -> {
                screen.line(texts.get("terminal.tapers"), Style.BOLD);
                absent("section.insufficient", reason);
            }
            case Section.Withheld<TaperFinding>(String reason, var _) -> {
                screen.line(texts.get("terminal.tapers"), Style.BOLD);
                absent("section.withheld", reason);
            }
        }
    }

    private void absent(String status, String reason) {
        screen.item("  ", why(status, reason), Style.PLAIN);
    }

    /** A reason is given once; where it comes again, that is said. */
    private String why(String status, String reason) {
        return texts.get(status) + " " + (said.add(reason) ? reason : texts.get("section.same"));
    }

    private void forecast(ScaleForecast forecast) {
        if (mostStayBelow(forecast)) {
            screen.item("  ", texts.get("withdrawal.few"), Style.PLAIN);
        }
        timing("withdrawal.onset", forecast.onsetH());
        timing("withdrawal.peak_time", forecast.peakH());
        timing("withdrawal.end", forecast.endH());
        fact(texts.get("terminal.withdrawal.score"), Phrases.score(forecast.peak().both().median()) + " of " + Numbers.fixed(forecast.maximum(), 0),
                Phrases.score(forecast.peak().both().low()) + " to " + Phrases.score(forecast.peak().both().high()));
        if (forecast.shareOf100().values().stream().allMatch(Optional::isEmpty)) {
            screen.item("  ", texts.get("terminal.withdrawal.unknown"), Style.PLAIN);
        } else {
            screen.item("  ", texts.get("terminal.withdrawal.shares"), Style.PLAIN);
            shares(forecast.shareOf100());
        }
        screen.item("  ", texts.get("terminal.sure", phrases.shortLetter(forecast.grade().direction()),
                phrases.shortLetter(forecast.grade().size()), forecast.grade().weakestLink()), Style.PLAIN);
    }

    /** Onset and end are then those of a few. */
    private static boolean mostStayBelow(ScaleForecast forecast) {
        return forecast.shareOf100().getOrDefault("none", Optional.empty()).filter(none -> none.median() >= 50).isPresent();
    }

    private void timing(String key, Quantity quantity) {
        if (Double.isNaN(quantity.both().median())) {
            screen.fixed("  " + pad(texts.get(key), 15) + texts.get("terminal.withdrawal.never"));
            return;
        }
        fact(texts.get(key), phrases.middle(quantity), phrases.range(quantity));
    }

    private void fact(String name, String middle, String range) {
        screen.fixed("  " + pad(name, 15) + pad(middle, 12) + "(" + range + ")");
    }

    /** Whole people that add up to 100, as in the icon array of the full report. */
    private void shares(Map<String, Optional<Interval>> shares) {
        List<String> known = CATEGORIES.stream().filter(category -> shares.getOrDefault(category, Optional.empty()).isPresent()).toList();
        double[] medians = known.stream().mapToDouble(category -> StrictMath.max(0, shares.get(category).orElseThrow().median())).toArray();
        if (!(java.util.Arrays.stream(medians).sum() > 0)) {
            screen.item("  ", texts.get("terminal.withdrawal.unknown"), Style.PLAIN);
            return;
        }
        int[] counts = IconArray.outOf100(medians);
        for (String category : CATEGORIES) {
            String name = texts.get("category." + category);
            String lead = "    " + name + " ".repeat(StrictMath.max(1, 19 - name.length()));
            int at = known.indexOf(category);
            if (at < 0) {
                screen.fixed(lead + texts.get("unknown"));
                continue;
            }
            Interval share = shares.get(category).orElseThrow();
            String number = Integer.toString(counts[at]);
            String range = "(" + texts.get("phrase.range", Numbers.fixed(share.low(), 0), Numbers.fixed(share.high(), 0)) + ")";
            String marks = "#".repeat((counts[at] + PERSONS_PER_MARK - 1) / PERSONS_PER_MARK);
            screen.fixed(lead + " ".repeat(3 - StrictMath.min(3, number.length())) + number + " " + range + " ".repeat(StrictMath.max(1, 12 - range.length()))
                    + marks);
        }
    }

    private void now(NowFinding now) {
        String text = texts.get("now.hours", Times.duration(now.hoursSinceLastDose())) + " "
                + texts.get("terminal.now.line", Phrases.score(now.expectedCows().both().median()),
                Phrases.score(now.expectedCows().both().low()) + " to " + Phrases.score(now.expectedCows().both().high()));
        String entered = now.entered().map(one -> " " + texts.get("now.entered", one.scale(), Numbers.fixed(one.value(), 1))
                + (one.outside90() ? " " + texts.get("now.outside") : "")).orElse("");
        screen.labelled(texts.get("terminal.now"), LABEL, text + entered);
    }

    private void tapers(TaperFinding tapers) {
        screen.line(texts.get(tapers.forClinician() ? "terminal.tapers.clinician" : "terminal.tapers"), Style.BOLD);
        int name = StrictMath.max(8, screen.width() - 48);
        row(name, texts.get("terminal.tapers.plan"), texts.get("terminal.tapers.days"), texts.get("terminal.tapers.peak"), texts.get("terminal.tapers.mild"));
        for (Taper taper : tapers.options()) {
            row(name, taper.label(), Integer.toString(taper.days()), phrases.cell(taper.peak().both(), POINTS), phrases.cell(taper.daysMild().both(), "d"));
        }
    }

    private void row(int name, String label, String days, String peak, String mild) {
        screen.fixed("  " + pad(label, name) + " " + pad(days, 6) + pad(peak, 19) + mild);
    }

    private static String pad(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "." : text + " ".repeat(width - text.length());
    }
}
