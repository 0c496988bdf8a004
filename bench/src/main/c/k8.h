/*
 * Problem K8 for programs in C that are timed beside the engine: population, model, and the conversation with whoever takes the time.
 *
 * Use of such a program:   NAME RTOL ATOL SUBJECTS KE0_FACTOR [FIRST_SUBJECT]     then on stdin, one per line:
 *     run           integrate everything; answers "run ELAPSED_S CPU_S STEPS REJECTED RIGHT_HAND_SIDES"
 *     write FILE    native doubles: by subject, then hour 0..720, then state; answers "written"
 *     recipe        answers one line per subject with the eight parameters that differ between subjects
 */
#ifndef K8_H
#define K8_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { STATES = 8, DOSES = 90, HOURS = 720, OUTPUTS = HOURS + 1, VARIED = 8 };
enum { AG, AC, AP, MC, MP, CE, T1, T2 };

static const double DOSE = 25, INTERVAL = 8;

/* ---- the population: quasi-random, the same on every machine ---- */

static const double TYPICAL[VARIED] = {1.2, 40, 150, 400, 60, 0.5, 0.08, 0.02}; /* ka CL Vc Vp CLm ke0 EC50 k1 */
static const double OMEGA[VARIED] = {0.5, 0.4, 0.3, 0.3, 0.35, 0.3, 0.5, 0.3};
static const int PRIME[VARIED] = {2, 3, 5, 7, 11, 13, 17, 19};

static double fraction(double x) { return x - floor(x); }

static void draw(int subject, double value[VARIED])
{
    for (int j = 0; j < VARIED; j += 2) {
        double r = 0, angle = 0;
        if (subject > 0) {
            r = sqrt(-2 * log(fraction(subject * sqrt(PRIME[j]))));
            angle = 2 * M_PI * fraction(subject * sqrt(PRIME[j + 1]));
        }
        value[j] = TYPICAL[j] * exp(OMEGA[j] * r * cos(angle));
        value[j + 1] = TYPICAL[j + 1] * exp(OMEGA[j + 1] * r * sin(angle));
    }
}

/* ---- the model ---- */

struct rates {
    double ka, k10, k12, k21, formation, km0, km12, km21, ke0, perVc, rhoPerVm, ec50, k1, k1a1, k2, k2a2;
};

static const double Q = 60, VM = 80, QM = 30, VMP = 200, FM = 0.3, RHO = 5, EMAX = 100, GAMMA = 1.4, A1 = 0.03, A2 = 1.5,
    K2 = 0.004, E0 = 40;

static struct rates rates_of(int subject, double ke0_factor)
{
    double v[VARIED];
    draw(subject, v);
    double cl = v[1], vc = v[2], vp = v[3], clm = v[4];
    return (struct rates) {.ka = v[0], .k10 = cl / vc, .k12 = Q / vc, .k21 = Q / vp, .formation = FM * cl / vc, .km0 = clm / VM,
        .km12 = QM / VM, .km21 = QM / VMP, .ke0 = v[5] * ke0_factor, .perVc = 1 / vc, .rhoPerVm = RHO / VM, .ec50 = v[6],
        .k1 = v[7], .k1a1 = v[7] * A1, .k2 = K2, .k2a2 = K2 * A2};
}

/* The effect site of K8 is never so fast (per hour), that of K8-S always is. */
static inline int is_stiff(const struct rates *p) { return p->ke0 > 10; }

static inline void slope(const struct rates *p, const double *restrict y, double *restrict d)
{
    double x = y[AC] * p->perVc + p->rhoPerVm * y[MC];
    double ce = y[CE] > 0 ? y[CE] : 0;
    double u = pow(ce / (p->ec50 * (1 + y[T1])), GAMMA);
    double e = EMAX * u / (1 + u);
    double absorbed = p->ka * y[AG];
    double out = p->k12 * y[AC] - p->k21 * y[AP];
    double metabolite_out = p->km12 * y[MC] - p->km21 * y[MP];
    d[AG] = -absorbed;
    d[AC] = absorbed - p->k10 * y[AC] - out;
    d[AP] = out;
    d[MC] = p->formation * y[AC] - p->km0 * y[MC] - metabolite_out;
    d[MP] = metabolite_out;
    d[CE] = p->ke0 * (x - y[CE]);
    d[T1] = p->k1a1 * e - p->k1 * y[T1];
    d[T2] = p->k2a2 * (1 - exp(-e * (1 / E0))) - p->k2 * y[T2];
}

struct work {
    long steps, rejected, right_hand_sides;
};

/* ---- the conversation ---- */

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

/* Answers lines until there are no more; integrate fills one subject's OUTPUTS x STATES values. */
static int converse(int count, char **words, struct work (*integrate)(const struct rates *, double rtol, double atol, double *out))
{
    const char *name = words[0];
    if (count < 5) {
        fprintf(stderr, "use: %s RTOL ATOL SUBJECTS KE0_FACTOR [FIRST_SUBJECT], then lines \"run\", \"write FILE\" or \"recipe\"\n", name);
        return 2;
    }
    double rtol = atof(words[1]), atol = atof(words[2]), ke0_factor = atof(words[4]);
    int subjects = atoi(words[3]), first_subject = count > 5 ? atoi(words[5]) : 1;
    if (!(rtol > 0) || !(atol > 0) || !(ke0_factor > 0) || subjects < 1) {
        fprintf(stderr, "%s: tolerances, subjects and factor must be above 0\n", name);
        return 2;
    }
    size_t size = (size_t) subjects * OUTPUTS * STATES;
    double *out = malloc(size * sizeof *out);
    if (!out) {
        fprintf(stderr, "%s: no memory for %d subjects\n", name, subjects);
        return 1;
    }
    memset(out, 0, size * sizeof *out);
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        if (!strcmp(line, "run")) {
            struct work total = {0};
            double elapsed = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
            for (int i = 0; i < subjects; i++) {
                struct rates p = rates_of(first_subject + i, ke0_factor);
                struct work one = integrate(&p, rtol, atol, out + (size_t) i * OUTPUTS * STATES);
                total.steps += one.steps;
                total.rejected += one.rejected;
                total.right_hand_sides += one.right_hand_sides;
            }
            elapsed = seconds(CLOCK_MONOTONIC) - elapsed;
            cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
            printf("run %.9f %.9f %ld %ld %ld\n", elapsed, cpu, total.steps, total.rejected, total.right_hand_sides);
        } else if (!strncmp(line, "write ", 6)) {
            FILE *file = fopen(line + 6, "wb");
            if (!file || fwrite(out, sizeof *out, size, file) != size || fclose(file)) {
                fprintf(stderr, "%s: cannot write %s\n", name, line + 6);
                return 1;
            }
            printf("written\n");
        } else if (!strcmp(line, "recipe")) {
            for (int i = 0; i < subjects; i++) {
                double v[VARIED];
                draw(first_subject + i, v);
                printf("%.15g %.15g %.15g %.15g %.15g %.15g %.15g %.15g\n", v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
            }
        } else {
            fprintf(stderr, "%s: \"%s\" is not run, write FILE or recipe\n", name, line);
            return 2;
        }
        fflush(stdout);
    }
    free(out);
    return 0;
}

#endif
