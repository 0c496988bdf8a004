package ketum.report.json;

import java.util.List;
import java.util.Optional;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.NowFinding;
import ketum.care.Assessment.ScaleForecast;
import ketum.care.Assessment.TaperFinding;
import ketum.care.Assessment.WithdrawalFinding;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Stopping, now, and the tapers. */
final class StoppingJson {
    private static final List<String> CATEGORIES = List.of("none", "mild", "moderate", "moderately_severe", "severe");

    private static final String HOURS = "h";
    private static final String POINTS = "{points}";

    private StoppingJson() {}

    /** The keys of COWS stand directly in the section; SOWS is a sibling object of the same shape, or null. */
    static ObjectNode withdrawal(WithdrawalFinding finding) {
        ObjectNode node = Values.object();
        ScaleForecast cows = named(finding, "COWS").orElseThrow(() -> new IllegalArgumentException("a withdrawal forecast without COWS"));
        node.setAll(scale(cows));
        node.set("sows", named(finding, "SOWS").map(StoppingJson::scale).map(tools.jackson.databind.JsonNode.class::cast)
                .orElse(JsonNodeFactory.instance.nullNode()));
        node.set("domains", Values.seriesList(finding.domains()));
        node.set("tail", Values.series(finding.tail()));
        ArrayNode links = node.putArray("links");
        finding.links().forEach(link -> {
            ObjectNode entry = links.addObject();
            entry.put("id", link.id());
            entry.put("label", link.label());
            entry.put("explanation", link.explanation());
            entry.set("onset_h", Values.interval(link.onsetH(), HOURS));
            entry.set("peak_h", Values.interval(link.peakH(), HOURS));
            entry.set("peak", Values.interval(link.peak(), POINTS));
            entry.set("end_h", Values.interval(link.endH(), HOURS));
            // A link is one way to the same forecast: it is no better known than the forecast.
            Values.grade(entry, cows.grade());
        });
        node.put("for_clinician", finding.forClinician());
        node.put("statement_person", finding.statementPerson());
        node.put("statement_clinician", finding.statementClinician());
        return node;
    }

    private static Optional<ScaleForecast> named(WithdrawalFinding finding, String scale) {
        return finding.scales().stream().filter(forecast -> forecast.scale().equals(scale)).findFirst();
    }

    private static ObjectNode scale(ScaleForecast forecast) {
        ObjectNode node = Values.object();
        node.put("scale", forecast.scale());
        Values.number(node, "maximum", forecast.maximum());
        Values.seriesBody(node, forecast.series());
        node.set("onset_h", Values.quantity(forecast.onsetH()));
        node.set("peak_h", Values.quantity(forecast.peakH()));
        node.set("peak", Values.quantity(forecast.peak()));
        node.set("end_h", Values.quantity(forecast.endH()));
        ObjectNode shares = node.putObject("share_of_100");
        for (String category : CATEGORIES) {
            Optional<Interval> share = forecast.shareOf100().getOrDefault(category, Optional.empty());
            if (share.isPresent()) {
                shares.set(category, Values.interval(share.get()));
            } else {
                shares.putNull(category);
            }
        }
        Values.grade(node, forecast.grade());
        return node;
    }

    static ObjectNode now(NowFinding now) {
        ObjectNode node = Values.object();
        Values.number(node, "hours_since_last_dose", now.hoursSinceLastDose());
        node.set("expected_cows", Values.quantity(now.expectedCows()));
        node.set("expected_sows", Values.quantity(now.expectedSows()));
        if (now.entered().isPresent()) {
            ObjectNode entered = node.putObject("entered");
            entered.put("scale", now.entered().get().scale());
            Values.number(entered, "value", now.entered().get().value());
            entered.put("outside_90", now.entered().get().outside90());
            entered.put("statement", now.entered().get().statement());
        } else {
            node.putNull("entered");
        }
        return node;
    }

    static ObjectNode tapers(TaperFinding finding) {
        ObjectNode node = Values.object();
        node.put("for_clinician", finding.forClinician());
        node.put("statement_person", finding.statementPerson());
        node.put("statement_clinician", finding.statementClinician());
        ArrayNode options = node.putArray("options");
        finding.options().forEach(taper -> {
            ObjectNode entry = options.addObject();
            entry.put("id", taper.id());
            entry.put("label", taper.label());
            entry.put("explanation", taper.explanation());
            entry.put("amount_unit", taper.amountUnit());
            ArrayNode stages = entry.putArray("stages");
            taper.stages().forEach(stage -> {
                ObjectNode step = stages.addObject();
                step.put("start_day", stage.startDay());
                Values.number(step, "per_dose", stage.perDose());
                step.put("per_day", stage.perDay());
            });
            entry.put("days", taper.days());
            Values.number(entry, "total_g", taper.totalGrams());
            entry.set("peak", Values.quantity(taper.peak()));
            entry.set("days_mild", Values.quantity(taper.daysMild()));
            entry.set("excess", Values.quantity(taper.excess()));
            entry.set("daily_worst", Values.series(taper.dailyWorst()));
        });
        return node;
    }
}
