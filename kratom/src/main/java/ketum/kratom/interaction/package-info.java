/** How much one medicine changes another's exposure, and kratom a medicine's: constants derived from observed ratios, models, and their scores. */
package ketum.kratom.interaction;
