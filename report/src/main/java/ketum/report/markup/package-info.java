/** A small writer for HTML and SVG that escapes everything it is given. */
package ketum.report.markup;
