package ketum.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.LinkForecast;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.ScaleForecast;
import ketum.care.Assessment.Series;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.engine.Trajectories;
import ketum.kratom.twin.Link;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;

/** What stopping after the last dose would look like: scores by hour, symptoms, the tail, and each rival explanation on its own. */
final class WithdrawalStep {

    /** From here on a COWS score is called mild. */
    static final double MILD_COWS = 5;
    /** From here on a SOWS score is called felt: users in no withdrawal scored 5.5, SD 3.3 (smith2024), so 95 of 100 below 5.5 + 1.645·3.3 = 10.9. */
    static final double FELT_SOWS = 11;
    /** The forecast ends here, in hours after the last dose. */
    static final int LAST_HOUR = 720;

    /** Within this many hours the last dose has brought what relief it brings; what was felt before it is not counted as stopping. */
    private static final double RELIEF_HOURS = 12;
    private static final int HOURLY_UNTIL = 168;
    private static final Map<String, String> DOMAINS = domains();

    private final Cohorts cohorts;
    private final Summary summary;
    private final Trajectories run;
    private final double zero;
    private final double[] hours;

    /** @param morning state at midnight before the shown day */
    WithdrawalStep(Cohorts cohorts, SharedSimulators simulators, UseHistory history, Cohorts.Moment morning) {
        this.cohorts = cohorts;
        this.summary = new Summary(cohorts);
        this.zero = history.lastDoseHour();
        this.hours = hours();
        Regimen last = history.regimen().between(morning.time(), Math.nextUp(zero));
        this.run = cohorts.run(simulators.full(), morning, last, Arrays.stream(hours).map(hour -> zero + hour).toArray());
    }

    private static Map<String, String> domains() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("anxiety", "anxious");
        labels.put("irritability", "irritable, restless");
        labels.put("ache", "aching muscles");
        labels.put("sleep", "bad sleep");
        labels.put("gut", "upset stomach, diarrhoea");
        labels.put("autonomic", "sweating, runny nose, yawning");
        return labels;
    }

    /** Hourly for a week, then every three hours to day 30. */
    private static double[] hours() {
        return IntStream.concat(IntStream.rangeClosed(0, HOURLY_UNTIL), IntStream.iterate(HOURLY_UNTIL + 3, hour -> hour <= LAST_HOUR, hour -> hour + 3))
                .asDoubleStream().toArray();
    }

    WithdrawalFinding finding(boolean forClinician, String person, String clinician) {
        List<Series> domains = new ArrayList<>();
        DOMAINS.forEach((id, label) -> domains.add(summary.series(id, label, "points of 100", run, SharedSimulators.full(id), zero, Grades.DOMAINS)));
        Series tail = summary.series("tail", "craving and low mood", "points of 100", run, SharedSimulators.full("tail"), zero, Grades.TAIL);
        Course cows = course("cows", MILD_COWS);
        double[] drive = peaks("opponent");
        return new WithdrawalFinding(List.of(scale(PeakShares.Scale.COWS, cows, "5", drive), scale(PeakShares.Scale.SOWS, course("sows", FELT_SOWS), "11", drive)),
                domains, tail, links(cows), forClinician, person, clinician);
    }

    private ScaleForecast scale(PeakShares.Scale scale, Course course, String threshold, double[] drive) {
        String name = scale.name();
        String id = scale.id();
        List<Double> bands = scale.lowest();
        return new ScaleForecast(name, scale.maximum(),
                summary.series(id, name + " score", "points", run, SharedSimulators.full(id), zero, Grades.WITHDRAWAL),
                summary.quantity(id + ".onset", "hours until it is felt (" + name + " " + threshold + " or more), where it comes to that", "h", course.onset(), Grades.TIMING),
                summary.quantity(id + ".peak_time", "hours until the worst", "h", course.peakTime(), Grades.TIMING),
                summary.quantity(id + ".peak", "worst score", "points", course.peak(), Grades.WITHDRAWAL),
                summary.quantity(id + ".end", "hours until it is over, where it came to that (" + LAST_HOUR + ": not over by day 30)", "h", course.end(), Grades.TIMING),
                bands.isEmpty() ? Map.of() : new PeakShares(cohorts, drive, scale, bands).shares(), Grades.WITHDRAWAL);
    }

    /** By subject, in hours and points. Onset and end are NaN for a twin who never reaches the threshold. */
    record Course(double[] onset, double[] peakTime, double[] peak, double[] end) {}

    /**
     * The peak is looked for from the lowest score of the first hours on. The onset begins the stretch at or above the threshold that holds
     * the peak; the end is the last hour at or above it, the forecast's last hour where it lasts longer.
     */
    private Course course(String output, double threshold) {
        int n = cohorts.subjects();
        Course course = new Course(new double[n], new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            double[] curve = run.series(SharedSimulators.full(output), i);
            int relief = relief(curve);
            int peak = relief;
            int last = -1;
            for (int t = relief; t < curve.length; t++) {
                peak = curve[t] > curve[peak] ? t : peak;
                last = curve[t] >= threshold ? t : last;
            }
            int onset = peak;
            while (onset > relief && curve[onset - 1] >= threshold) {
                onset--;
            }
            course.onset()[i] = last < 0 ? Double.NaN : hours[onset];
            course.peakTime()[i] = Double.isNaN(curve[peak]) ? Double.NaN : hours[peak];
            course.peak()[i] = curve[peak];
            course.end()[i] = last < 0 ? Double.NaN : hours[last];
        }
        return course;
    }

    private int relief(double[] curve) {
        int lowest = 0;
        for (int t = 1; t < curve.length && hours[t] <= RELIEF_HOURS; t++) {
            lowest = curve[t] < curve[lowest] ? t : lowest;
        }
        return lowest;
    }

    /** Highest value of an output after the last dose, by subject. */
    double[] peaks(String output) {
        return course(output, Double.POSITIVE_INFINITY).peak();
    }

    /** Expected score of a scale at some hour after the last dose. */
    Quantity at(String id, double hour) {
        return summary.quantity("now." + id, "expected " + id.toUpperCase(Locale.ROOT) + " at this hour", "points", values(id, hour), Grades.WITHDRAWAL);
    }

    /** Between the hours of the forecast the score is taken to run straight. */
    private double[] values(String output, double hour) {
        int after = 0;
        while (after < hours.length - 1 && hours[after] < hour) {
            after++;
        }
        int before = Math.max(0, after - 1);
        double weight = after == before ? 0 : (hour - hours[before]) / (hours[after] - hours[before]);
        int index = SharedSimulators.full(output);
        double[] values = new double[cohorts.subjects()];
        for (int i = 0; i < values.length; i++) {
            values[i] = run.value(index, i, before) * (1 - weight) + run.value(index, i, after) * weight;
        }
        return values;
    }

    private List<LinkForecast> links(Course course) {
        List<LinkForecast> forecasts = new ArrayList<>();
        for (Link link : Link.values()) {
            forecasts.add(new LinkForecast(link.id(), link.label(), link.explanation(),
                    interval(course.onset(), link), interval(course.peakTime(), link), interval(course.peak(), link), interval(course.end(), link)));
        }
        return forecasts;
    }

    private Interval interval(double[] values, Link link) {
        return Summary.interval(IntStream.range(0, cohorts.size()).filter(i -> cohorts.twins(Spread.BOTH).link(i) == link).mapToDouble(i -> values[i]).toArray());
    }
}
