/* The model of problem K8 for deSolve, which loads it as a library (see desolve.R): a right-hand side as fast as that of the others. */
#include "k8.h"

static struct rates parameters;

/* Called by deSolve: the parameters are the subject's number and the factor of ke0. */
void k8_parameters(void (*give)(int *count, double *values))
{
    int count = 2;
    double values[2];
    give(&count, values);
    parameters = rates_of((int) values[0], values[1]);
}

void k8_derivatives(int *states, double *t, double *y, double *d, double *out, int *ip)
{
    (void) states, (void) t, (void) out, (void) ip, (void) converse, (void) is_stiff;
    slope(&parameters, y, d);
}
