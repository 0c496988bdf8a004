/**
 * The model language: reads plain Antimony text, checks that every equation balances in its units, and gives an immutable
 * {@link ketum.engine.model.Model}. docs/model/antimony.md lists the language; parsing ends in {@code Tokens} (what is left out, limits),
 * {@code Statements} (what is said of each name), {@code ExpressionReader} and {@code UnitReader} (formulas and units),
 * {@code UnitCheck}, and {@code ModelReader}, which puts them in order.
 */
package ketum.engine.model;
