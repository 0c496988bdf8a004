/** Virtual subjects: random numbers that depend on nothing but what they are for, distributions, and summaries over subjects. */
package ketum.engine.population;
