/** Integrates blocks of subjects side by side, each with its own time, step size, doses and outputs. */
package ketum.engine.solver;
