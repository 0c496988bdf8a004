/**
 * Virtual twins: draws of people and of science, and the doses they take, bound to the model's parameters. Numbers come from the tables;
 * this package says only which table row feeds which parameter and how a range is sampled.
 */
package ketum.kratom.twin;
