package ketum.bench;

/** A program that solves the same problem again and again. */
interface Contender {

    /** Integrates all subjects once. */
    Timing round();
}
