/** Coverage-guided fuzzing of every reader of what people write: what a target holds against a reader, and how Jazzer is run over it. */
package ketum.fuzz;
