/**
 * Small benchmarks for whoever works on the engine, run by {@code ./ketum bench jmh}: parts of a run, each alone. They use what any user
 * can use. What a user waits for is measured by {@code ./ketum bench k8}.
 */
package ketum.bench.jmh;
