/**
 * What is known about the law of a place on a day: finds the place, the notes that speak for that day at each level (country, state,
 * county or city), and says how old and how sure they are. Gives no legal advice and never answers "legal".
 */
package ketum.care.law;
