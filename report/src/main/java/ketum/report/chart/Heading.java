package ketum.report.chart;

/**
 * What a chart says without being seen.
 *
 * @param id          unique in the page; parts of the chart derive their own ids from it
 * @param title       short name
 * @param description what it shows, in a sentence or two
 */
public record Heading(String id, String title, String description) {}
