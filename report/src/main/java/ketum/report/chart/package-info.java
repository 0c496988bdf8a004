/**
 * Static SVG charts: fan, line, step, interval bars and icon array. Every chart has a viewBox, a title and a description, tells
 * its series apart by dash or pattern as well as colour, and comes out the same, byte for byte, from the same numbers.
 * {@link ketum.report.chart.ChartStyle} holds the one style sheet they need. Charts know nothing of what they show.
 */
package ketum.report.chart;
