/** Renders findings for people and machines: {@link ketum.report.Report} is the only door. */
package ketum.report;
