package ketum.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ketum.care.Assessment.Limit;
import ketum.care.Assessment.Limits;
import ketum.care.Assessment.UnconfirmedInput;
import ketum.care.Assessment.Unknown;
import ketum.engine.population.RankCorrelation;
import ketum.kratom.data.Row;
import ketum.kratom.data.Status;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Spread;

/** What is not known, and what knowing it would change. */
final class LimitsStep {

    private static final int NAMED = 3;
    private static final List<String> MODEL_TABLES = List.of("binding", "effects", "exposure-calibrated", "molecules", "person-factors", "products",
            "receptors", "signal", "variability", "withdrawal", "withdrawal-calibrated");

    /** What would settle an unknown, by its label's first words. */
    private static final Map<String, String> STUDIES = Map.ofEntries(
            Map.entry("free mitragynine", "plasma protein binding of mitragynine in people and its unbound concentration in brain or spinal fluid"),
            Map.entry("free 7-hydroxymitragynine", "plasma protein binding of 7-hydroxymitragynine in human plasma"),
            Map.entry("free speciociliatine", "plasma protein binding of speciociliatine in human plasma"),
            Map.entry("tightness", "one laboratory measuring all kratom alkaloids at the human mu receptor side by side"),
            Map.entry("efficacy of mitragynine", "functional assays of mitragynine with the reserve of human tissue"),
            Map.entry("efficacy of speciociliatine", "functional assays of speciociliatine at the human mu receptor"),
            Map.entry("how fast the drug leaves", "scores every two hours for three days after the last dose, with blood samples (as NCT06089980 plans)"),
            Map.entry("share of the drug at work", "pupil size every half hour from a dose to a day after it in daily users"),
            Map.entry("weight of a fast fall", "the same dose stopped at once and faded out over a day, scores side by side"),
            Map.entry("receptor reserve", "pupil size over a wide range of doses in people (as NCT06072170 measured)"),
            Map.entry("share of adaptation", "withdrawal precipitated after one day and after weeks of use"),
            Map.entry("how fast slow adaptation", "return of pupil response over four weeks after stopping"),
            Map.entry("share of 7-hydroxymitragynine", "mitragynine given by vein and by mouth to the same people"),
            Map.entry("how steeply", "scores beside concentrations in people stopping kratom"),
            Map.entry("how much more drive", "COWS and SOWS taken together in people stopping kratom"),
            Map.entry("highest score", "COWS at its worst in a few hundred people stopping kratom"));

    private LimitsStep() {
    }

    /** Where stopping is shown. @param peaks worst COWS by subject of the three cohorts */
    static Limits limits(Cohorts cohorts, double[] peaks) {
        return new Limits(unknowns(cohorts, peaks), statements(), unconfirmed());
    }

    /** Where stopping is not shown, so that there is no peak that an unknown could move. */
    static Limits limits() {
        return new Limits(List.of(), statements(), unconfirmed());
    }

    private static List<Unknown> unknowns(Cohorts cohorts, double[] peaks) {
        int first = cohorts.first(Spread.SCIENCE);
        double[] scores = Arrays.copyOfRange(peaks, first, first + cohorts.count(Spread.SCIENCE));
        List<Unknown> unknowns = new ArrayList<>();
        cohorts.twins(Spread.SCIENCE).unknowns().forEach((label, draws) -> {
            double correlation = RankCorrelation.spearman(draws, scores);
            if (!Double.isNaN(correlation)) {
                unknowns.add(new Unknown(label.replace(' ', '_'), label, correlation, study(label)));
            }
        });
        unknowns.sort(Comparator.comparingDouble(unknown -> -Math.abs(unknown.rankCorrelation())));
        return List.copyOf(unknowns.subList(0, Math.min(NAMED, unknowns.size())));
    }

    static String study(String label) {
        return STUDIES.entrySet().stream().filter(entry -> label.startsWith(entry.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new IllegalStateException("no study named for the unknown \"" + label + "\""));
    }

    private static List<Limit> statements() {
        return List.of(
                new Limit("no_hourly_data", "Nobody has yet written down how people feel hour by hour after stopping kratom. Every curve here is a best guess.",
                        "No COWS or SOWS by hour or day has been published for kratom; timing is graded D."),
                new Limit("speed", "This cannot tell how you will do. It shows where 90 of 100 computed people fall.",
                        "Bands are predictive over between-person variability and parameter uncertainty; not validated prospectively."),
                new Limit("pseudoindoxyl", "Part of kratom turns into another strong substance in the blood. It is not in the numbers.",
                        "Mitragynine pseudoindoxyl formed in human plasma is not modelled: no concentration in people is known."),
                new Limit("co_medication", "Other drugs and medicines are not in the curves.",
                        "No pharmacokinetic or pharmacodynamic interaction enters the curves; co-opioid ventilation is not computed."),
                new Limit("frequency", "Taking it more often goes with worse stopping. Nobody knows if it is the cause.",
                        "Doses a day at fixed g a day move the mechanistic peak little; surveys find frequency stronger than amount, which may be reverse causation."));
    }

    private static List<UnconfirmedInput> unconfirmed() {
        List<UnconfirmedInput> inputs = new ArrayList<>();
        for (String name : MODEL_TABLES) {
            Table table = Tables.standard().table(name);
            for (Row row : table.rows()) {
                if (row.status() == Status.UNCONFIRMED) {
                    inputs.add(new UnconfirmedInput(name, row.id(), row.quantity(), row.note()));
                }
            }
        }
        return inputs;
    }
}
