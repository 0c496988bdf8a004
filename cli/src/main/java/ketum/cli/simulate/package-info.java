/** Runs any model over a data set for {@code ketum simulate}, and writes what comes out as a table with its units. */
package ketum.cli.simulate;
