package ketum.bench;

/**
 * States of K8 at 720 h by a third party's hand: extrapolation of order 16 in 80-bit arithmetic, equal to 15 digits for steps of
 * 0.5, 0.25 and 0.125 h; for the last three states of K8-S the 10 digits on which CVODE's BDF and Adams methods agree.
 */
final class PublishedFinals {

    private static final double[] TYPICAL = {1.693333099583e-03, 7.023797977219e+00, 2.816076010003e+01, 9.488011602923e-01,
        3.006063692858e+00, 1.260757226611e-01, 1.314435792811e+00, 9.413518319177e-01};
    private static final double[] FIRST = {3.379846707443e-03, 1.010513695639e+01, 3.164988503677e+01, 1.629252610755e+00,
        4.658442200851e+00, 2.238567329819e-01, 2.133917488064e+00, 1.176371248761e+00};
    private static final double[] FIRST_STIFF = {3.379846707443e-03, 1.010513695639e+01, 3.164988503677e+01, 1.629252610755e+00,
        4.658442200851e+00, 1.937889859e-01, 2.114681050e+00, 1.172859336e+00};

    /** Sum of all states of subjects 1 to 1000 of K8 (not of K8-S): CVODE's Adams method at a tolerance of 1e-12. */
    static final double SUM_OF_A_THOUSAND = 4.790723492689e+04;

    private PublishedFinals() {
    }

    /** In the order of {@link K8Problem#STATES}; null where none was published (subject 0 of K8-S). */
    static double[] of(K8Problem problem, int subject) {
        if (subject == 1) {
            return (problem.stiff() ? FIRST_STIFF : FIRST).clone();
        }
        return subject == 0 && !problem.stiff() ? TYPICAL.clone() : null;
    }

    /** Greatest relative difference over the states. */
    static double difference(double[] published, double[] found) {
        double most = 0;
        for (int state = 0; state < published.length; state++) {
            double difference = Math.abs(found[state] - published[state]) / published[state];
            most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(most, difference);
        }
        return most;
    }
}
