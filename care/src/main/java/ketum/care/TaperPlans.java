package ketum.care;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import ketum.care.Assessment.Stage;

/**
 * Fixed ways down from the present use, for comparison: none is a prescription and none ever goes above it. Amounts are fractions of the
 * present dose here; {@link TaperStep} turns them into what can be weighed.
 */
final class TaperPlans {

    private static final int WEEK = 7;
    /** At about a tenth of the start, people step off (community habit: 1-2 g a day); every plan shows what that step would feel like. */
    private static final double JUMP = 0.1;

    /** A daily amount this near to the planned one (share of the present and of the planned amount) is near enough to keep the number of doses. */
    private static final double NEAR = 0.05;
    private static final double NEAR_TARGET = 0.25;

    private static final int EQUAL_STEPS = 9;

    /** @param fractions of the present daily amount, one per week; the week after the last is nothing */
    record Plan(String id, String label, String explanation, List<Double> fractions) {}

    private TaperPlans() {
    }

    /**
     * @param reserveNow gain times stimulus averaged over a day of the present use, median twin: sets where equal steps of activation lie
     */
    static List<Plan> all(double reserveNow) {
        return List.of(
                new Plan("stop_now", "stop now", "No taper: nothing after the last dose.", List.of()),
                new Plan("linear_10_start", "10 % of the start each week", "Every week 10 % of the starting amount less; nothing after nine weeks.", linear()),
                new Plan("exponential_10_current", "10 % of what is left each week",
                        "Every week 10 % less than the week before, to a tenth of the start, then a jump-off.", exponential()),
                new Plan("equal_occupancy", "equal steps of effect",
                        "Nine weekly steps that lower the effect at the receptor by equal parts, to a tenth of the start, then a jump-off.", equalSteps(reserveNow)));
    }

    private static List<Double> linear() {
        List<Double> fractions = new ArrayList<>();
        for (int week = 1; week <= 9; week++) {
            fractions.add(1 - 0.1 * week);
        }
        return fractions;
    }

    private static List<Double> exponential() {
        List<Double> fractions = new ArrayList<>();
        double fraction = 0.9;
        while (fraction > JUMP) {
            fractions.add(fraction);
            fraction *= 0.9;
        }
        fractions.add(JUMP);
        return fractions;
    }

    /**
     * Activation a = rf/(1 + rf) at fraction f of the present use; nine steps equal in a, so f = a / (r(1 - a)). Two digits of r are enough;
     * with all of them a stage could change by a whole grain on a last digit.
     */
    private static List<Double> equalSteps(double reserveNow) {
        double r = new BigDecimal(reserveNow).round(new MathContext(2)).doubleValue();
        double now = r / (1 + r);
        double end = r * JUMP / (1 + r * JUMP);
        List<Double> fractions = new ArrayList<>();
        for (int step = 1; step <= EQUAL_STEPS; step++) {
            double activation = now + (end - now) * step / EQUAL_STEPS;
            fractions.add(step == EQUAL_STEPS ? JUMP : activation / (r * (1 - activation)));
        }
        return fractions;
    }

    /**
     * The plan in what can be measured out: each stage a whole number of equal doses of a whole number of grains. No stage has a larger dose
     * or more doses a day than the present use, nor a larger daily amount than the stage before. Doses become smaller before they become
     * fewer; they become fewer where that alone comes near enough to the planned amount.
     *
     * @param present amount of a dose now
     * @param perDay  doses a day now
     * @param grain   the smallest amount that can be measured out
     */
    static List<Stage> stages(Plan plan, double present, int perDay, double grain) {
        double unit = Math.min(grain, present);
        int most = (int) StrictMath.floor(present / unit + 1e-9);
        double before = present * perDay;
        List<Stage> stages = new ArrayList<>();
        for (int week = 0; week < plan.fractions().size(); week++) {
            Stage stage = stage(week * WEEK, plan.fractions().get(week) * present * perDay, before, most, perDay, unit);
            stages.add(stage);
            before = stage.perDose() * stage.perDay();
        }
        stages.add(new Stage(plan.fractions().size() * WEEK, 0, perDay));
        return stages;
    }

    private static Stage stage(int startDay, double target, double before, int mostGrains, int perDay, double unit) {
        Stage best = new Stage(startDay, unit, 1);
        double error = Double.POSITIVE_INFINITY;
        double near = Math.min(NEAR * mostGrains * unit * perDay, NEAR_TARGET * target);
        for (int doses = perDay; doses >= 1 && error > near + 1e-6; doses--) {
            for (int grains : new int[] {(int) StrictMath.ceil(target / (doses * unit) - 1e-9), (int) StrictMath.floor(target / (doses * unit) + 1e-9)}) {
                double daily = doses * grains * unit;
                if (grains >= 1 && grains <= mostGrains && daily <= before + 1e-9 && Math.abs(daily - target) < error - 1e-9) {
                    best = new Stage(startDay, grains * unit, doses);
                    error = Math.abs(daily - target);
                }
            }
        }
        return best;
    }
}
