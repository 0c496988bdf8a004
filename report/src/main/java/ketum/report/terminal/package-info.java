/** The report on one terminal screen. */
package ketum.report.terminal;
