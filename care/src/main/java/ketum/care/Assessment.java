package ketum.care;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything Ketum says about one case; the contract between {@code care} and {@code report}. Each {@link Section} is
 * present, insufficient or withheld; none is ever missing.
 */
public record Assessment(
        Versions versions, Case input, Run run, List<Notice> notices, List<Urgent> urgent, List<HelpLine> help,
        Section<ProductFinding> product, Section<ExposureFinding> exposure, Section<ReceptorFinding> receptors,
        Section<EffectsFinding> effects, Section<DependenceFinding> dependence, Section<WithdrawalFinding> withdrawalIfStopped,
        Section<NowFinding> now, Section<TaperFinding> tapers, List<HelpOption> options, List<HeardClaim> claims, Limits limits, List<Source> sources) {

    /** Software, model and data version and the schema of the JSON form. */
    public record Versions(String software, String model, String data, String schema) {}

    /** How it was computed. */
    public record Run(int twins, long seed, double relativeTolerance, String absoluteTolerance, int simulatedHistoryDays, int failedTwins) {}

    /**
     * A plain statement on what the report rests on; not urgent.
     *
     * @param first true where it must be the first line of the report (a medicine that was not checked); false for small print (doses spread
     *              over the day by assumption, a history shortened)
     */
    public record Notice(String id, boolean first, String person, String clinician, List<String> sources) {

        /** One that must be read first. */
        public Notice(String id, String person, String clinician, List<String> sources) {
            this(id, true, person, clinician, sources);
        }
    }

    /** Something to act on, most urgent first. {@code person} is plain language, {@code clinician} precise. */
    public record Urgent(String id, Level level, String person, String clinician, String grade, List<String> sources) {
        public enum Level { DANGER, IMPORTANT, NOTE }
    }

    /**
     * Where to get help now, for the place of the case; only lines whose number was seen at its source.
     *
     * @param country ISO 3166 two-letter code
     * @param kind    what the line is for
     * @param number  as dialled
     * @param what    one plain sentence: for whom, when, free or not
     * @param source  key in {@link Assessment#sources()}; @param checked ISO date of the last look at the source
     * @param stale   whether that is more than 180 days before the report, so that the number may have changed
     */
    public record HelpLine(String country, Kind kind, String name, String number, String what, String source, String checked, boolean stale) {
        public enum Kind { EMERGENCY, POISON, CRISIS, TREATMENT }
    }

    /** A result, or the reason why there is none. */
    public sealed interface Section<T> {
        record Present<T>(T value) implements Section<T> {}
        record Insufficient<T>(String reason, List<String> sources) implements Section<T> {}
        record Withheld<T>(String reason, List<String> sources) implements Section<T> {}
    }

    /** How sure: letters A (best) to D, or "insufficient". {@code weakestLink} names the input that decides it. */
    public record Grade(String direction, String size, String weakestLink, List<String> sources) {}

    /** 5th, 50th and 95th percentile; all three NaN (null in JSON) where fewer than 5 of 100 twins have a value at all. */
    public record Interval(double low, double median, double high) {}

    /** Percentiles over twins, each as long as the axis they belong to. */
    public record Bands(double[] p05, double[] p25, double[] p50, double[] p75, double[] p95) {}

    /** One number with both kinds of spread together, people alone (science at its reference) and science alone (the median person). */
    public record Quantity(String id, String label, String unit, Interval both, Interval people, Interval science, Grade grade) {}

    /** A curve; {@code timeH} in hours from the section's own zero. {@code sampled} holds a few twins' own curves, each as long as the axis. */
    public record Series(String id, String label, String unit, double[] timeH, Bands both, Bands people, Bands science,
                         List<double[]> sampled, Grade grade) {}

    /** @param perDay mg a day of each alkaloid; @param perDose mg a dose; @param statement one plain sentence on how strength was known */
    public record ProductFinding(List<Quantity> perDose, List<Quantity> perDay, String statementPerson, String statementClinician, Grade grade) {}

    /** Time zero is midnight before the day shown (a day of the present use at steady habits). */
    public record ExposureFinding(List<Analyte> analytes, double[] doseTimesH) {}

    /**
     * @param tmaxH           hours from the dose before the day's highest concentration to that concentration
     * @param accumulationAuc AUC over a day now divided by AUC over the same day without any dose before it
     */
    public record Analyte(String analyte, String unit, Quantity cmax, Quantity tmaxH, Quantity aucTau, Quantity accumulationAuc,
                          Quantity trough, Series series) {}

    /** Over the same day: mu occupancy by ligand and in total, activation, and 7-OH's share of the stimulus. */
    public record ReceptorFinding(List<Series> occupancy, Series activation, Quantity sevenHydroxyShare, String statement) {}

    /** Over the same day. A series with {@code clinicianOnly} is never shown to a person. */
    public record EffectsFinding(List<Effect> effects, double[] doseTimesH) {}

    public record Effect(Series series, boolean clinicianOnly, String person, String clinician) {}

    /** @param tolerance potency shift at each midnight of use up to now (time axis in hours, 0 at midnight after the report's date, negative before) */
    public record DependenceFinding(Quantity toleranceNow, Series tolerance, Quantity adaptation, List<PersonFactor> factors,
                                    String statementPerson, String statementClinician, Grade grade) {}

    /** A factor from the person's history that moved the forecast; {@code multiplier} acts on the half-effect drive (below 1: worse). */
    public record PersonFactor(String id, String label, double multiplier, boolean applied, Grade grade) {}

    /** Time zero is the last dose. */
    public record WithdrawalFinding(List<ScaleForecast> scales, List<Series> domains, Series tail, List<LinkForecast> links,
                                    boolean forClinician, String statementPerson, String statementClinician) {}

    /**
     * @param scale       "COWS" or "SOWS"
     * @param maximum     top of the scale
     * @param onsetH      among twins who reach the threshold (COWS 5, SOWS 11): hours to the stretch that holds the worst score
     * @param endH        among the same: the last hour at the threshold or above; 720 where day 30 comes first
     * @param shareOf100  by category none, mild, moderate, moderately_severe, severe: of 100 people, how many at their peak, as a
     *                    range over science's uncertainty; empty where the model cannot produce the category under any use, 0 where this use does not.
     *                    No category at all for a scale whose bands have no confirmed source
     */
    public record ScaleForecast(String scale, double maximum, Series series, Quantity onsetH, Quantity peakH, Quantity peak,
                                Quantity endH, Map<String, Optional<Interval>> shareOf100, Grade grade) {}

    /** The same forecast under one of the rival explanations of what drives withdrawal. */
    public record LinkForecast(String id, String label, String explanation, Interval onsetH, Interval peakH, Interval peak, Interval endH) {}

    /** What would be expected at this hour beside what was entered. */
    public record NowFinding(double hoursSinceLastDose, Quantity expectedCows, Quantity expectedSows, Optional<Entered> entered) {}

    /** @param outside90 true where the entered score lies outside the middle 90 % */
    public record Entered(String scale, double value, boolean outside90, String statement) {}

    public record TaperFinding(List<Taper> options, boolean forClinician, String statementPerson, String statementClinician) {}

    /**
     * @param stages     in order; amounts never above present use
     * @param totalGrams total over the plan, in {@code amountUnit} (times days, where that is a percentage)
     * @param dailyWorst the worst COWS of each day, by hours since the start of the plan
     * @param daysMild   days with COWS 5 or more; @param excess area above COWS 5 in point-days
     */
    public record Taper(String id, String label, String explanation, List<Stage> stages, int days, double totalGrams, String amountUnit,
                        Quantity peak, Quantity daysMild, Quantity excess, Series dailyWorst) {}

    /** From {@code startDay} on, {@code perDose} (in the taper's amount unit) {@code perDay} times a day; zero is stopping. */
    public record Stage(int startDay, double perDose, int perDay) {}

    /**
     * A way of being helped, the same for every case: nothing is chosen for the person, and no dose is named to a person or computed.
     *
     * @param id       as {@code ketum referral --json} names it
     * @param evidence how much is known for kratom, in a few plain words
     * @param grade    of what the offer mainly rests on, A to D
     */
    public record HelpOption(String id, String name, String person, String clinician, String evidence, String grade, List<String> sources) {}

    /**
     * Something that a person with this case is likely to have read or heard, and what the evidence says to it.
     *
     * @param id      of the claim, as {@code ketum claim} takes it
     * @param grade   of the weakest evidence that the verdict needs, A to D
     * @param sources keys of what speaks for and against it
     */
    public record HeardClaim(String id, String title, ketum.kratom.data.Claim.Verdict verdict, String grade, String answer, java.time.LocalDate asOf, List<String> sources) {}

    /** @param unknowns what moves the peak most; @param statements what the model cannot do, in plain words */
    public record Limits(List<Unknown> unknowns, List<Limit> statements, List<UnconfirmedInput> unconfirmed) {}

    /** @param rankCorrelation Spearman, over science's uncertainty, with the peak score */
    public record Unknown(String parameter, String label, double rankCorrelation, String studyThatWouldSettleIt) {}

    public record Limit(String id, String person, String clinician) {}

    /** A number the model runs on although its source is not confirmed; shown so that nobody takes it for fact. */
    public record UnconfirmedInput(String table, String id, String quantity, String note) {}

    public record Source(String key, String citation, String address) {}
}
