/*
 * Problem K8 by CVODE of SUNDIALS (built by bench/rivals/cvode.sh). Method by what is fastest there: Adams with fixed-point iteration
 * for K8; BDF with a dense Jacobian by difference quotients for K8-S. Integration stops at each dose and starts anew after it.
 *
 * Use: see k8.h
 */
#include "k8.h"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

static int derivatives(realtype t, N_Vector y, N_Vector d, void *parameters)
{
    (void) t;
    slope(parameters, N_VGetArrayPointer(y), N_VGetArrayPointer(d));
    return 0;
}

static void check(int flag, const char *what)
{
    if (flag < 0) {
        fprintf(stderr, "cvode: %s failed with %d\n", what, flag);
        exit(1);
    }
}

static struct work integrate(const struct rates *rates, double rtol, double atol, double *out)
{
    struct rates p = *rates;
    struct work total = {0};
    int stiff = is_stiff(&p);
    SUNContext context;
    check(SUNContext_Create(NULL, &context), "SUNContext_Create");
    N_Vector y = N_VNew_Serial(STATES, context);
    N_VConst(0, y);
    double *state = N_VGetArrayPointer(y);
    void *cvode = CVodeCreate(stiff ? CV_BDF : CV_ADAMS, context);
    check(CVodeInit(cvode, derivatives, 0, y), "CVodeInit");
    check(CVodeSStolerances(cvode, rtol, atol), "CVodeSStolerances");
    check(CVodeSetUserData(cvode, &p), "CVodeSetUserData");
    check(CVodeSetMaxNumSteps(cvode, 100000), "CVodeSetMaxNumSteps");
    SUNMatrix matrix = NULL;
    SUNLinearSolver linear = NULL;
    SUNNonlinearSolver fixed_point = NULL;
    if (stiff) {
        matrix = SUNDenseMatrix(STATES, STATES, context);
        linear = SUNLinSol_Dense(y, matrix, context);
        check(CVodeSetLinearSolver(cvode, linear, matrix), "CVodeSetLinearSolver");
    } else {
        fixed_point = SUNNonlinSol_FixedPoint(y, 0, context);
        check(CVodeSetNonlinearSolver(cvode, fixed_point), "CVodeSetNonlinearSolver");
    }
    int hour = 0;
    for (int dose = 0; dose < DOSES; dose++) {
        int target = dose + 1 < DOSES ? (int) ((dose + 1) * INTERVAL) : HOURS;
        state[AG] += DOSE;
        check(CVodeReInit(cvode, hour, y), "CVodeReInit");
        check(CVodeSetStopTime(cvode, target), "CVodeSetStopTime");
        memcpy(out + hour * STATES, state, STATES * sizeof *out);
        while (hour < target) {
            realtype t;
            hour++;
            check(CVode(cvode, hour, y, &t, CV_NORMAL), "CVode");
            memcpy(out + hour * STATES, state, STATES * sizeof *out);
        }
        long steps = 0, failed = 0, calls = 0, for_jacobian = 0;
        CVodeGetNumSteps(cvode, &steps);
        CVodeGetNumErrTestFails(cvode, &failed);
        CVodeGetNumRhsEvals(cvode, &calls);
        if (stiff) {
            CVodeGetNumLinRhsEvals(cvode, &for_jacobian);
        }
        total.steps += steps + failed;
        total.rejected += failed;
        total.right_hand_sides += calls + for_jacobian;
    }
    if (stiff) {
        SUNLinSolFree(linear);
        SUNMatDestroy(matrix);
    } else {
        SUNNonlinSolFree(fixed_point);
    }
    N_VDestroy(y);
    CVodeFree(&cvode);
    SUNContext_Free(&context);
    return total;
}

int main(int count, char **words)
{
    return converse(count, words, integrate);
}
