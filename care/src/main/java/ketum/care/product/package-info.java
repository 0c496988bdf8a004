/**
 * What a certificate of analysis says about a product: contaminants against every limit at a stated daily intake, whether its
 * alkaloids are those of the leaf, its label, what was not tested, and the rules on 7-OH of a place as they are written. Computes no
 * dose: an intake comes in only as stated.
 */
package ketum.care.product;
