/** From a model's expressions to machine code that evaluates them for a block of subjects at once, with elementary functions whose bits never vary. */
package ketum.engine.kernel;
