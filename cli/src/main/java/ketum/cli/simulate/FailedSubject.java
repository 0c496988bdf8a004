package ketum.cli.simulate;

/**
 * A subject that could not be integrated; its cells in the table are empty.
 *
 * @param id        as in the data set
 * @param replicate from 1
 * @param line      line of the record at fault in the data file; 0 where it was none
 * @param text      time, state, step size and likely cause, in words
 */
public record FailedSubject(String id, int replicate, int line, String text) {
}
