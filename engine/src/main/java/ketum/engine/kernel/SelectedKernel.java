package ketum.engine.kernel;

/** One kernel's functions with another's outputs; both read the same rows. */
record SelectedKernel(Kernel base, Kernel selected) implements Kernel {

    @Override
    public void prepare(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
        base.prepare(time, states, parameters, results, work, lanes);
    }

    @Override
    public void initial(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
        base.initial(time, states, parameters, results, work, lanes);
    }

    @Override
    public void rates(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
        base.rates(time, states, parameters, results, work, lanes);
    }

    @Override
    public void outputs(double[] time, double[] states, double[] parameters, double[] results, double[] work, int lanes) {
        selected.outputs(time, states, parameters, results, work, lanes);
    }
}
