/*
 * The rival in one language down: problem K8 (docs/performance.md) by one scalar C program, subject after subject.
 *
 * Method: Dormand and Prince's explicit pair of orders 5 and 4 (J. Comput. Appl. Math. 6 (1980) 19-26), first-same-as-last, with
 * Shampine's dense output of order 4 and the step control of Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I
 * (2nd ed. 1993), II.4-II.6. Error norm: root of the mean over states of (error / (atol + rtol max|y|))^2.
 *
 * What is done for speed, so that nobody wins against a slow rival: rate constants are divided out once per subject; the last
 * slope of a step is the first of the next, by exchange of pointers; outputs are computed only in steps that hold one; results go to
 * one array that is touched before the clock starts; loops over the 8 states are left to the compiler. Step control is what is faster
 * for each problem: for K8 the plain controller (the proportional-integral one takes 6 % more steps), for K8-S, where stability
 * decides, the proportional-integral one (the plain one takes 16 % more steps, an eighth of them rejected). After a dose the step that
 * served after the dose before is tried (the book's estimate at each dose, -DFRESH_STEP, costs 2 % more right-hand sides).
 *
 * Build:  gcc -O3 -march=native -o dp54 dp54.c -lm        (use: k8.h)
 */
#include "k8.h"

static const double A21 = 1.0 / 5, A31 = 3.0 / 40, A32 = 9.0 / 40, A41 = 44.0 / 45, A42 = -56.0 / 15, A43 = 32.0 / 9,
    A51 = 19372.0 / 6561, A52 = -25360.0 / 2187, A53 = 64448.0 / 6561, A54 = -212.0 / 729,
    A61 = 9017.0 / 3168, A62 = -355.0 / 33, A63 = 46732.0 / 5247, A64 = 49.0 / 176, A65 = -5103.0 / 18656,
    B1 = 35.0 / 384, B3 = 500.0 / 1113, B4 = 125.0 / 192, B5 = -2187.0 / 6784, B6 = 11.0 / 84,
    E1 = 71.0 / 57600, E3 = -71.0 / 16695, E4 = 71.0 / 1920, E5 = -17253.0 / 339200, E6 = 22.0 / 525, E7 = -1.0 / 40,
    D1 = -12715105075.0 / 11282082432.0, D3 = 87487479700.0 / 32700410799.0, D4 = -10690763975.0 / 1880347072.0,
    D5 = 701980252875.0 / 199316789632.0, D6 = -1453857185.0 / 822651844.0, D7 = 69997945.0 / 29380423.0;

static const double SAFETY = 0.9, LEAST_FACTOR = 0.2, GREATEST_FACTOR = 10;

static inline double larger(double a, double b) { return a > b ? a : b; }
static inline double smaller(double a, double b) { return a < b ? a : b; }

static double norm(const double *a, const double *b, const double *y, double rtol, double atol)
{
    double sum = 0;
    for (int i = 0; i < STATES; i++) {
        double ratio = (a[i] - (b ? b[i] : 0)) / (atol + rtol * fabs(y[i]));
        sum += ratio * ratio;
    }
    return sqrt(sum / STATES);
}

/* Hairer, Norsett, Wanner II.4, "starting step size". */
static double first_step(const struct rates *p, const double *y, const double *k1, double rtol, double atol, struct work *work)
{
    double d0 = norm(y, NULL, y, rtol, atol), d1 = norm(k1, NULL, y, rtol, atol);
    double h0 = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1;
    double next[STATES], k2[STATES];
    for (int i = 0; i < STATES; i++) {
        next[i] = y[i] + h0 * k1[i];
    }
    slope(p, next, k2);
    work->right_hand_sides++;
    double most = larger(d1, norm(k2, k1, y, rtol, atol) / h0);
    double h1 = most <= 1e-15 ? larger(1e-6, h0 * 1e-3) : pow(0.01 / most, 0.2);
    return smaller(100 * h0, h1);
}

/* Integrates one subject and writes its OUTPUTS x STATES values. */
static struct work integrate(const struct rates *p, double rtol, double atol, double *out)
{
    _Alignas(64) double y[STATES] = {0}, next[STATES], stage[STATES];
    _Alignas(64) double slopes[2][STATES], k2[STATES], k3[STATES], k4[STATES], k5[STATES], k6[STATES];
    double *k1 = slopes[0], *k7 = slopes[1];
    struct work work = {0};
    double t = 0, after_dose = NAN;
    double old_log = 0, beta = is_stiff(p) ? 0.04 : 0;
    int hour = 0;
    for (int dose = 0; dose < DOSES; dose++) {
        double target = dose + 1 < DOSES ? (dose + 1) * INTERVAL : HOURS;
        y[AG] += DOSE;
        slope(p, y, k1);
        work.right_hand_sides++;
#ifdef FRESH_STEP
        after_dose = NAN;
#endif
        double proposed = isnan(after_dose) ? first_step(p, y, k1, rtol, atol, &work) : after_dose;
        int first = 1, just_rejected = 0;
        while (t < target) {
            double left = target - t, h = proposed, end;
            if (h >= left) {
                h = left;
                end = target;
            } else {
                if (2 * h > left) {
                    h = 0.5 * left; /* no sliver of a step before the dose */
                }
                end = t + h;
            }
            for (int i = 0; i < STATES; i++) {
                stage[i] = y[i] + h * (A21 * k1[i]);
            }
            slope(p, stage, k2);
            for (int i = 0; i < STATES; i++) {
                stage[i] = y[i] + h * (A31 * k1[i] + A32 * k2[i]);
            }
            slope(p, stage, k3);
            for (int i = 0; i < STATES; i++) {
                stage[i] = y[i] + h * (A41 * k1[i] + A42 * k2[i] + A43 * k3[i]);
            }
            slope(p, stage, k4);
            for (int i = 0; i < STATES; i++) {
                stage[i] = y[i] + h * (A51 * k1[i] + A52 * k2[i] + A53 * k3[i] + A54 * k4[i]);
            }
            slope(p, stage, k5);
            for (int i = 0; i < STATES; i++) {
                stage[i] = y[i] + h * (A61 * k1[i] + A62 * k2[i] + A63 * k3[i] + A64 * k4[i] + A65 * k5[i]);
            }
            slope(p, stage, k6);
            for (int i = 0; i < STATES; i++) {
                next[i] = y[i] + h * (B1 * k1[i] + B3 * k3[i] + B4 * k4[i] + B5 * k5[i] + B6 * k6[i]);
            }
            slope(p, next, k7);
            work.right_hand_sides += 6;
            work.steps++;
            double sum = 0;
            for (int i = 0; i < STATES; i++) {
                double error = h * (E1 * k1[i] + E3 * k3[i] + E4 * k4[i] + E5 * k5[i] + E6 * k6[i] + E7 * k7[i]);
                double ratio = error / (atol + rtol * larger(fabs(y[i]), fabs(next[i])));
                sum += ratio * ratio;
            }
            double square = sum / STATES;
            if (!(square <= 1e20)) {
                square = 1e20;
            }
            double log_error = 0.5 * log(larger(square, 1e-20));
                        double exponent = first || square > 1 ? -0.2 * log_error : beta * old_log - (0.2 - 0.75 * beta) * log_error;
            old_log = square > 1 ? old_log : larger(log_error, -9.2);
            double grown = h * larger(LEAST_FACTOR, smaller(GREATEST_FACTOR, SAFETY * exp(exponent)));
            if (square > 1) {
                work.rejected++;
                just_rejected = 1;
                proposed = smaller(grown, SAFETY * h);
                continue;
            }
            if (just_rejected) {
                grown = smaller(grown, h);
                just_rejected = 0;
            }
            proposed = h < proposed ? larger(grown, proposed) : grown;
            if (first) {
                after_dose = proposed;
                first = 0;
            }
            if (hour < end) {
                _Alignas(64) double c1[STATES], c2[STATES], c3[STATES], c4[STATES];
                for (int i = 0; i < STATES; i++) {
                    c1[i] = next[i] - y[i];
                    c2[i] = h * k1[i] - c1[i];
                    c3[i] = c1[i] - h * k7[i] - c2[i];
                    c4[i] = h * (D1 * k1[i] + D3 * k3[i] + D4 * k4[i] + D5 * k5[i] + D6 * k6[i] + D7 * k7[i]);
                }
                for (; hour < end; hour++) {
                    double x = (hour - t) / h, rest = 1 - x;
                    for (int i = 0; i < STATES; i++) {
                        out[hour * STATES + i] = y[i] + x * (c1[i] + rest * (c2[i] + x * (c3[i] + rest * c4[i])));
                    }
                }
            }
            memcpy(y, next, sizeof y);
            double *swap = k1;
            k1 = k7;
            k7 = swap;
            t = end;
        }
    }
    memcpy(out + HOURS * STATES, y, sizeof y);
    return work;
}

int main(int count, char **words)
{
    return converse(count, words, integrate);
}
