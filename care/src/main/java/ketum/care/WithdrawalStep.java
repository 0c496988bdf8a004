package ketum.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.LinkForecast;
import ketum.care.Assessment.ScaleForecast;
import ketum.care.Assessment.Series;
import ketum.care.Assessment.WithdrawalFinding;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.twin.Link;
import ketum.kratom.twin.Regimen;
import ketum.kratom.twin.Spread;

/** What stopping after the last dose would look like: scores by hour, symptoms, the tail, and each rival explanation on its own. */
final class WithdrawalStep {

    /** From here on a COWS score is called mild. */
    static final double MILD = 5;

    private static final List<String> OUTPUTS = List.of("cows", "sows", "opponent", "anxiety", "irritability", "ache", "sleep", "gut", "autonomic", "tail");
    private static final Map<String, String> DOMAINS = domains();

    private final Cohorts cohorts;
    private final Summary summary;
    private final Trajectories run;
    private final double zero;
    private final double[] hours;

    WithdrawalStep(Cohorts cohorts, UseHistory history, Cohorts.Moment morning) {
        this.cohorts = cohorts;
        this.summary = new Summary(cohorts.size());
        this.zero = history.lastDoseHour();
        this.hours = hours();
        Simulator simulator = cohorts.simulator(OUTPUTS);
        Regimen last = history.regimen().between(morning.time(), zero + 1e-9);
        double[] times = Arrays.stream(hours).map(hour -> zero + hour).toArray();
        this.run = cohorts.run(simulator, morning, last, times);
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
        List<Double> axis = new ArrayList<>();
        for (int hour = 0; hour <= 168; hour++) {
            axis.add((double) hour);
        }
        for (int hour = 171; hour <= 720; hour += 3) {
            axis.add((double) hour);
        }
        return axis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    WithdrawalFinding finding(boolean forClinician, String person, String clinician) {
        List<Series> domains = new ArrayList<>();
        DOMAINS.forEach((id, label) -> domains.add(summary.series(id, label, "points of 100", run, OUTPUTS.indexOf(id), zero, Grades.DOMAINS)));
        Series tail = summary.series("tail", "craving and low mood", "points of 100", run, OUTPUTS.indexOf("tail"), zero, Grades.TAIL);
        return new WithdrawalFinding(List.of(scale("COWS", "cows", 48), scale("SOWS", "sows", 64)), domains, tail, links(), forClinician, person, clinician);
    }

    private ScaleForecast scale(String name, String output, double maximum) {
        Course course = course(output, name.equals("COWS") ? MILD : 11);
        String id = output;
        return new ScaleForecast(name, maximum,
                summary.series(id, name + " score", "points", run, OUTPUTS.indexOf(output), zero, Grades.WITHDRAWAL),
                summary.quantity(id + ".onset", "hours until it is felt (" + name + " " + (name.equals("COWS") ? "5" : "11") + " or more), where it comes to that", "h", course.onset(), Grades.TIMING),
                summary.quantity(id + ".peak_time", "hours until the worst", "h", course.peakTime(), Grades.TIMING),
                summary.quantity(id + ".peak", "worst score", "points", course.peak(), Grades.WITHDRAWAL),
                summary.quantity(id + ".end", "hours until it is over, where it came to that", "h", course.end(), Grades.TIMING),
                new PeakShares(cohorts, peaks("opponent"), name).shares(), Grades.WITHDRAWAL);
    }

    /** Onset and end are NaN for a twin who never reaches the threshold; the end is NaN where day 30 comes first. */
    record Course(double[] onset, double[] peakTime, double[] peak, double[] end) {}

    private Course course(String output, double threshold) {
        int n = cohorts.subjects();
        Course course = new Course(new double[n], new double[n], new double[n], new double[n]);
        int index = OUTPUTS.indexOf(output);
        for (int i = 0; i < n; i++) {
            double[] curve = run.series(index, i);
            int peak = 0;
            int first = -1;
            int last = -1;
            for (int t = 0; t < curve.length; t++) {
                if (curve[t] > curve[peak]) {
                    peak = t;
                }
                if (curve[t] >= threshold) {
                    first = first < 0 ? t : first;
                    last = t;
                }
            }
            course.onset()[i] = first < 0 ? Double.NaN : hours[first];
            course.peakTime()[i] = hours[peak];
            course.peak()[i] = curve[peak];
            course.end()[i] = last < 0 || last == curve.length - 1 ? Double.NaN : hours[last];
        }
        return course;
    }

    /** Highest value of an output by subject. */
    double[] peaks(String output) {
        int index = OUTPUTS.indexOf(output);
        double[] peaks = new double[cohorts.subjects()];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = Arrays.stream(run.series(index, i)).max().orElse(Double.NaN);
        }
        return peaks;
    }

    /** An output at some hour after the last dose, by subject. */
    double[] at(String output, double hour) {
        int index = OUTPUTS.indexOf(output);
        int after = 0;
        while (after < hours.length - 1 && hours[after] < hour) {
            after++;
        }
        int before = Math.max(0, after - 1);
        double weight = after == before ? 0 : (hour - hours[before]) / (hours[after] - hours[before]);
        double[] values = new double[cohorts.subjects()];
        for (int i = 0; i < values.length; i++) {
            values[i] = run.value(index, i, before) * (1 - weight) + run.value(index, i, after) * weight;
        }
        return values;
    }

    private List<LinkForecast> links() {
        Course course = course("cows", MILD);
        List<LinkForecast> forecasts = new ArrayList<>();
        for (Link link : Link.values()) {
            forecasts.add(new LinkForecast(link.id(), link.label(), link.explanation(),
                    interval(course.onset(), link), interval(course.peakTime(), link), interval(course.peak(), link), interval(course.end(), link)));
        }
        return forecasts;
    }

    private Interval interval(double[] values, Link link) {
        double[] chosen = java.util.stream.IntStream.range(0, cohorts.size()).filter(i -> cohorts.twins(Spread.BOTH).link(i) == link).mapToDouble(i -> values[i]).toArray();
        return summary.interval(chosen, 0, chosen.length);
    }

    Summary summary() {
        return summary;
    }
}
