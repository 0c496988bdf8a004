package ketum.bench;

/**
 * One round of one contender.
 *
 * @param elapsedSeconds on the clock on the wall
 * @param cpuSeconds     processor time of its whole process: all threads, compilers and garbage collection
 */
record Timing(double elapsedSeconds, double cpuSeconds) {}
