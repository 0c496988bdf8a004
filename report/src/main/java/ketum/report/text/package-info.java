/** Words and numbers as they are read: message files, rounding, durations and clock times, all independent of the machine's locale. */
package ketum.report.text;
