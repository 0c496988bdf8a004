/** Knows kratom: products, parameters, model text, studies and sources, as data with provenance; Java loads, validates and binds them. */
package ketum.kratom;
