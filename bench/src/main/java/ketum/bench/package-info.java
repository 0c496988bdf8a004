/** Benchmarks of the engine beside other programs, in one run. Nothing depends on this module. */
package ketum.bench;
