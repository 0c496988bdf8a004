/**
 * The model language: reads plain Antimony text, checks that every equation balances in its units, and gives an immutable
 * {@link ketum.engine.model.Model}. docs/model/antimony.md lists the language; reading goes through {@code Tokens} (what is left out, limits),
 * {@code Library} (the texts and their models), {@code Statements} (what is said of each name, submodels put in as {@code Scope}s),
 * {@code ExpressionReader}, {@code UnitReader} and {@code EventReader} (formulas, units, events), {@code UnitCheck}, and
 * {@code ModelReader}, which puts them together.
 */
package ketum.engine.model;
