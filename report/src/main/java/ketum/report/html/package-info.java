/** The report as one self-contained HTML file: a class for each section, and the few building blocks they share. */
package ketum.report.html;
