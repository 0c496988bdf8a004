package ketum.engine.solver;

/**
 * Coefficients of a Rosenbrock method in the form that needs no product with a matrix (Hairer and Wanner, <i>Solving Ordinary Differential
 * Equations II</i>, 2nd ed. (1996), IV.7, formula 7.25). With W = I/(h·γ) - J, stage i solves
 *
 * <pre>
 *   W·u_i = f(t + alpha_i·h, y + Σ a_ij·u_j) + Σ (c_ij/h)·u_j + gamma_i·h·∂f/∂t
 * </pre>
 *
 * <p>The methods here are stiffly accurate: a stage whose row of {@code a} is empty starts from the state of the stage before plus
 * {@code u} of that stage, so does the new value, and the last {@code u} is the difference of the new value and the embedded one.
 * Within the step, y(θ) = (1-θ)·y + θ·(y_new + (1-θ)·Σ_k θ^k·Σ_j dense_kj·u_j).
 *
 * @param order    of the new value; the embedded value has one less
 * @param gamma    the diagonal
 * @param alpha    nodes
 * @param timeWeight gamma_i
 * @param dense    two or three rows
 */
record RosenbrockFormula(int order, double gamma, double[] alpha, double[] timeWeight, double[][] a, double[][] c, double[][] dense) {

    private static final double[] BEFORE = {};

    /**
     * Rodas5P of G. Steinebach, <i>Construction of Rosenbrock-Wanner method Rodas5P and numerical benchmarks within the Julia
     * Differential Equations package</i>, BIT Numer. Math. 63 (2023) 27: 8 stages, order 5(4), L-stable, dense output of order 4.
     */
    static final RosenbrockFormula RODAS5P = new RosenbrockFormula(5, 0.21193756319429014,
            new double[] {0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1},
            new double[] {0.21193756319429014, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734, 2.325825639765069, 0, 0, 0},
            new double[][] {
                BEFORE,
                {3},
                {2.849394379747939, 0.45842242204463923},
                {-6.954028509809101, 2.489845061869568, -10.358996098473584},
                {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
                {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946},
                BEFORE,
                BEFORE,
            },
            new double[][] {
                {},
                {-14.155112264123755},
                {-17.97296035885952, -2.859693295451294},
                {147.12150275711716, -1.41221402718213, 71.68940251302358},
                {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
                {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
                {30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783, -19.097331116725623,
                    -28.087943162872662},
                {37.80277123390563, -3.2571969029072276, 112.26918849496327, 66.9347231244047, -40.06618937091002,
                    -54.66780262877968, -9.48861652309627},
            },
            new double[][] {
                {25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204, 0.524948541321073,
                    1.1241088310450404, 0.4272876194431874, -0.17202221070155493},
                {-9.91568850695171, -0.9689944594115154, 3.0438037242978453, -24.495224566215796, 20.176138334709044,
                    15.98066361424651, -6.789040303419874, -6.710236069923372},
                {11.419903575922262, 2.8879645146136994, 72.92137995996029, 80.12511834622643, -52.072871366152654,
                    -59.78993625266729, -0.15582684282751913, 4.883087185713722},
            });

    int stages() {
        return alpha.length;
    }

    /** Weights of u_1 to u_s in the state at which a stage, or (one beyond the last) the step's end, stands. */
    double[] weights(int stage) {
        double[] weights = new double[stages()];
        if (stage == stages() || a[stage].length == 0 && stage > 0) {
            double[] earlier = weights(stage - 1);
            System.arraycopy(earlier, 0, weights, 0, stage);
            weights[stage - 1] = 1;
            return weights;
        }
        System.arraycopy(a[stage], 0, weights, 0, stage);
        return weights;
    }

}
