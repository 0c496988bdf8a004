package ketum.bench;

import java.util.Arrays;

/**
 * K8 to about 12 digits by means that share nothing with the engine or with the C program.
 *
 * <p>Six of the eight states (gut to effect site) form a linear system with constant coefficients between doses. They are carried by
 * matrix exponentials (scaling, Taylor series, squaring), so however fast the effect site is, they carry no error of a step. The two
 * tolerances are driven by the effect site and are slow: Gauss collocation with 8 nodes (order 16; Hairer, Nørsett, Wanner I, II.7),
 * its equations solved by iteration to rounding. In the hour after a dose the panels begin at 1/1024 h and double, otherwise they
 * are a quarter of an hour.
 */
final class ExactSolution {

    private static final int LINEAR = 6;
    private static final int CE = 5;
    private static final int NODES = 8;
    private static final double QUARTER = 0.25;
    /** 1/1024, 1/1024, 1/512, ..., 1/2: one hour. */
    private static final double[] AFTER_DOSE = afterDose();
    private static final double[] ORDINARY = {QUARTER, QUARTER, QUARTER, QUARTER};
    private static final double CONVERGED = 2e-16;
    private static final int MOST_ITERATIONS = 60;

    private static final double[] NODE = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];
    /** A[i][j]: integral from 0 to node i of the polynomial that is 1 at node j and 0 at the others. */
    private static final double[][] A = new double[NODES][NODES];

    static {
        gaussLegendre();
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                for (int k = 0; k < NODES; k++) {
                    A[i][j] += NODE[i] * WEIGHT[k] * lagrange(j, NODE[i] * NODE[k]);
                }
            }
        }
    }

    // The typical values of the model that do not vary between subjects; names as in the model text.
    private static final double Q = 60;
    private static final double FM = 0.3;
    private static final double VM = 80;
    private static final double QM = 30;
    private static final double VMP = 200;
    private static final double RHO = 5;
    private static final double EMAX = 100;
    private static final double G = 1.4;
    private static final double A1 = 0.03;
    private static final double A2 = 1.5;
    private static final double K2 = 0.004;
    private static final double E0 = 40;

    private final double ec50;
    private final double k1;
    private final double[][] system = new double[LINEAR][LINEAR];

    private final double[] force = new double[NODES];
    private final double[] effect = new double[NODES];
    private final double[] tolerance = new double[NODES];
    private final double[] rate = new double[NODES];

    private ExactSolution(double[] p) {
        double ka = p[0];
        double cl = p[1];
        double vc = p[2];
        double vp = p[3];
        double clm = p[4];
        double ke0 = p[5];
        ec50 = p[6];
        k1 = p[7];
        system[0][0] = -ka;
        system[1] = new double[] {ka, -(cl + Q) / vc, Q / vp, 0, 0, 0};
        system[2] = new double[] {0, Q / vc, -Q / vp, 0, 0, 0};
        system[3] = new double[] {0, FM * cl / vc, 0, -(clm + QM) / VM, QM / VMP, 0};
        system[4] = new double[] {0, 0, 0, QM / VM, -QM / VMP, 0};
        system[5] = new double[] {0, ke0 / vc, 0, ke0 * RHO / VM, 0, -ke0};
    }

    /** States of one subject at hours 0 to 720, hour after hour, in the order of {@link K8Problem#STATES}. */
    static double[] of(K8Problem problem, int subject) {
        return new ExactSolution(problem.parameters(subject)).solve();
    }

    private double[] solve() {
        int states = LINEAR + 2;
        double[] result = new double[(K8Problem.HOURS + 1) * states];
        double[] y = new double[states];
        Panel[] afterDose = panels(AFTER_DOSE);
        Panel[] ordinary = panels(ORDINARY);
        for (int hour = 0; hour <= K8Problem.HOURS; hour++) {
            boolean dosed = K8Problem.isDoseHour(hour);
            if (dosed) {
                y[0] += K8Problem.DOSE_MG;
            }
            System.arraycopy(y, 0, result, hour * states, states);
            if (hour < K8Problem.HOURS) {
                for (Panel panel : dosed ? afterDose : ordinary) {
                    cross(panel, y);
                }
            }
        }
        return result;
    }

    /** Row of the effect site at each node, and the whole matrix at the end of a panel of one width. */
    private record Panel(double width, double[][] effectSite, double[][] end) {}

    private Panel[] panels(double[] widths) {
        Panel[] panels = new Panel[widths.length];
        for (int i = 0; i < widths.length; i++) {
            if (i > 0 && widths[i] == widths[i - 1]) {
                panels[i] = panels[i - 1];
                continue;
            }
            double[][] rows = new double[NODES][];
            for (int node = 0; node < NODES; node++) {
                rows[node] = exponential(system, NODE[node] * widths[i])[CE];
            }
            panels[i] = new Panel(widths[i], rows, exponential(system, widths[i]));
        }
        return panels;
    }

    private void cross(Panel panel, double[] y) {
        double h = panel.width;
        double t1 = y[LINEAR];
        double t2 = y[LINEAR + 1];
        for (int i = 0; i < NODES; i++) {
            double ce = 0;
            for (int j = 0; j < LINEAR; j++) {
                ce += panel.effectSite[i][j] * y[j];
            }
            force[i] = StrictMath.pow(Math.max(ce, 0) / ec50, G);
            tolerance[i] = t1;
        }
        double change = 1;
        for (int iteration = 0; change > CONVERGED && iteration < MOST_ITERATIONS; iteration++) {
            for (int i = 0; i < NODES; i++) {
                double u = force[i] * StrictMath.exp(-G * StrictMath.log1p(tolerance[i]));
                effect[i] = EMAX * u / (1 + u);
                rate[i] = k1 * (A1 * effect[i] - tolerance[i]);
            }
            change = update(h, t1);
        }
        y[LINEAR] = t1 + h * dot(WEIGHT, rate);

        for (int i = 0; i < NODES; i++) {
            effect[i] = -StrictMath.expm1(-effect[i] / E0);
        }
        Arrays.fill(tolerance, t2);
        change = 1;
        for (int iteration = 0; change > CONVERGED && iteration < MOST_ITERATIONS; iteration++) {
            for (int i = 0; i < NODES; i++) {
                rate[i] = K2 * (A2 * effect[i] - tolerance[i]);
            }
            change = update(h, t2);
        }
        y[LINEAR + 1] = t2 + h * dot(WEIGHT, rate);

        double[] next = new double[LINEAR];
        for (int i = 0; i < LINEAR; i++) {
            for (int j = 0; j < LINEAR; j++) {
                next[i] += panel.end[i][j] * y[j];
            }
        }
        System.arraycopy(next, 0, y, 0, LINEAR);
    }

    /** New values at the nodes from the rates there; returns the largest change relative to 1 + value. */
    private double update(double h, double start) {
        double change = 0;
        for (int i = 0; i < NODES; i++) {
            double value = start + h * dot(A[i], rate);
            change = Math.max(change, Math.abs(value - tolerance[i]) / (1 + Math.abs(value)));
            tolerance[i] = value;
        }
        return change;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[][] exponential(double[][] matrix, double time) {
        double norm = 0;
        for (double[] row : matrix) {
            norm = Math.max(norm, Arrays.stream(row).map(Math::abs).sum() * time);
        }
        int squarings = Math.max(0, Math.getExponent(norm) + 3); // norm below 1/4
        double scale = time / Math.scalb(1.0, squarings);
        int n = matrix.length;
        double[][] sum = new double[n][n];
        for (int i = 0; i < n; i++) {
            sum[i][i] = 1;
        }
        for (int term = 14; term >= 1; term--) { // Horner: 1 + M/1 (1 + M/2 (1 + ...))
            sum = multiply(matrix, sum);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum[i][j] = sum[i][j] * (scale / term) + (i == j ? 1 : 0);
                }
            }
        }
        for (int i = 0; i < squarings; i++) {
            sum = multiply(sum, sum);
        }
        return sum;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[] afterDose() {
        double[] widths = new double[11];
        widths[0] = 1.0 / 1024;
        for (int i = 1; i < widths.length; i++) {
            widths[i] = Math.scalb(1.0, i - 11);
        }
        return widths;
    }

    /** Nodes and weights on [0, 1], by Newton's method on the Legendre polynomial. */
    private static void gaussLegendre() {
        for (int i = 0; i < NODES; i++) {
            double x = -StrictMath.cos(StrictMath.PI * (i + 0.75) / (NODES + 0.5));
            double slope = 1;
            for (int iteration = 0; iteration < 10; iteration++) {
                double previous = 1;
                double value = x;
                for (int n = 2; n <= NODES; n++) {
                    double next = ((2 * n - 1) * x * value - (n - 1) * previous) / n;
                    previous = value;
                    value = next;
                }
                slope = NODES * (x * value - previous) / (x * x - 1);
                x -= value / slope;
            }
            NODE[i] = (1 + x) / 2;
            WEIGHT[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    private static double lagrange(int j, double x) {
        double product = 1;
        for (int k = 0; k < NODES; k++) {
            if (k != j) {
                product *= (x - NODE[k]) / (NODE[j] - NODE[k]);
            }
        }
        return product;
    }
}
