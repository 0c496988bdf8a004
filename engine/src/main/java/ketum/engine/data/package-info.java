/**
 * Data sets of dosing and observation records in the style of NONMEM, and what they mean to a model.
 *
 * <p>{@link ketum.engine.data.DataSet} is the file; {@link ketum.engine.data.DataSimulation} runs a model over it. The readings of the
 * standard that are taken are listed, with sources, in docs/model/dosing-records.md.
 */
package ketum.engine.data;
