/** Solves models: any system of ordinary differential equations, any dosing, any population. Knows nothing of any substance. */
package ketum.engine;
