/**
 * Reads a person's file: YAML text in plain words becomes a {@link ketum.care.Case}, or a list of everything that is wrong with
 * it, each entry with file, line, field, what was found, what is accepted and what to do. Computes nothing.
 */
package ketum.care.casefile;
