package ketum.care;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ketum.care.Assessment.Stage;
import ketum.care.Assessment.Taper;
import ketum.care.Assessment.TaperFinding;
import ketum.care.TaperPlans.Plan;
import ketum.engine.Simulator;
import ketum.engine.Trajectories;
import ketum.kratom.Use;
import ketum.kratom.twin.Regimen;

/** Runs the fixed plans of {@link TaperPlans} on all twins from the present use, each to three weeks past its end. */
final class TaperStep {

    private static final int AFTER_DAYS = 21;
    private static final int PER_DAY = 8;

    private final Cohorts cohorts;
    private final Case input;
    private final Cohorts.Moment tonight;
    private final Summary summary;
    private final Simulator simulator;

    /** @param tonight state at midnight after the last day of the present use */
    TaperStep(Cohorts cohorts, Case input, Cohorts.Moment tonight) {
        this.cohorts = cohorts;
        this.input = input;
        this.tonight = tonight;
        this.summary = new Summary(cohorts.size());
        this.simulator = cohorts.simulator(List.of("cows"));
    }

    TaperFinding finding(double reserveNow, boolean forClinician, String person, String clinician) {
        List<Taper> tapers = TaperPlans.all(reserveNow).stream().map(this::taper).toList();
        return new TaperFinding(tapers, forClinician, person, clinician);
    }

    private Taper taper(Plan plan) {
        boolean single = input.products().size() == 1;
        Use use = input.products().getFirst().use();
        String unit = single ? use.unit().label() : "% of the present amount";
        double present = single ? use.amount() : 100;
        int perDay = single ? use.perDay() : 1;
        List<Stage> stages = TaperPlans.stages(plan, present, perDay, single ? grain(use) : 1);
        int days = stages.getLast().startDay();
        Trajectories run = cohorts.run(simulator, tonight, regimen(stages, days, single), times(days));
        double[][] daily = worstOfEachDay(run);
        double[] axis = new double[daily[0].length];
        for (int day = 0; day < axis.length; day++) {
            axis[day] = day * 24.0;
        }
        double total = 0;
        for (int s = 0; s + 1 < stages.size(); s++) {
            total += stages.get(s).perDose() * stages.get(s).perDay() * (stages.get(s + 1).startDay() - stages.get(s).startDay());
        }
        return new Taper(plan.id(), plan.label(), plan.explanation(), stages, days, total, unit,
                summary.quantity(plan.id() + ".peak", "worst COWS on the way and after", "points", reduce(daily, d -> Arrays.stream(d).max().orElse(Double.NaN)), Grades.TAPER),
                summary.quantity(plan.id() + ".days_mild", "days with COWS 5 or more", "d", reduce(daily, d -> Arrays.stream(d).filter(v -> v >= WithdrawalStep.MILD).count()), Grades.TAPER),
                summary.quantity(plan.id() + ".excess", "area above COWS 5", "points.d", excess(run), Grades.TAPER),
                summary.series(plan.id(), "worst COWS of the day", "points", axis, daily, Grades.TAPER));
    }

    /** The smallest step that people can measure out. */
    static double grain(Use use) {
        return switch (use.unit()) {
            case GRAM -> use.amount() >= 1 ? 0.25 : 0.05;
            case CAPSULE, TABLET -> 1;
            case TEASPOON, BOTTLE -> 0.25;
            case MILLILITRE -> use.amount() >= 50 ? 5 : 1;
        };
    }

    private Regimen regimen(List<Stage> stages, int days, boolean single) {
        List<Regimen.Dose> doses = new ArrayList<>();
        for (int s = 0; s + 1 < stages.size(); s++) {
            Stage stage = stages.get(s);
            for (int day = stage.startDay(); day < stages.get(s + 1).startDay(); day++) {
                for (int product = 0; product < input.products().size(); product++) {
                    Use use = input.products().get(product).use();
                    List<LocalTime> times = single && stage.perDay() != use.perDay() ? UseHistory.spread(stage.perDay()) : use.times();
                    double units = single ? stage.perDose() : use.amount() * stage.perDose() / 100;
                    for (LocalTime time : times) {
                        double hour = tonight.time() + day * 24.0 + time.toSecondOfDay() / 3600.0;
                        doses.add(new Regimen.Dose(hour, product, units, (int) StrictMath.floor(hour / 24)));
                    }
                }
            }
        }
        return new Regimen(doses);
    }

    private double[] times(int days) {
        double[] times = new double[(days + AFTER_DAYS) * PER_DAY];
        for (int i = 0; i < times.length; i++) {
            times[i] = tonight.time() + (i + 1) * 24.0 / PER_DAY;
        }
        return times;
    }

    private double[][] worstOfEachDay(Trajectories run) {
        double[][] worst = new double[cohorts.subjects()][run.times().length / PER_DAY];
        for (int i = 0; i < worst.length; i++) {
            double[] curve = run.series(0, i);
            for (int t = 0; t < curve.length; t++) {
                worst[i][t / PER_DAY] = Math.max(worst[i][t / PER_DAY], curve[t]);
            }
        }
        return worst;
    }

    private double[] excess(Trajectories run) {
        double[] area = new double[cohorts.subjects()];
        for (int i = 0; i < area.length; i++) {
            area[i] = Arrays.stream(run.series(0, i)).map(v -> Math.max(0, v - WithdrawalStep.MILD) / PER_DAY).sum();
        }
        return area;
    }

    private static double[] reduce(double[][] bySubject, java.util.function.ToDoubleFunction<double[]> of) {
        return Arrays.stream(bySubject).mapToDouble(of).toArray();
    }
}
