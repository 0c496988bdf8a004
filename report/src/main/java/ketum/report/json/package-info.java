/** The report as JSON; the published schema is the resource {@code /ketum/report/assessment.schema.json}. */
package ketum.report.json;
