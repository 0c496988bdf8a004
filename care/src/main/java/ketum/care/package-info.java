/** Helps a person: assessment, forecast, taper. Plain records in, plain records out; knows no door and no rendering. */
package ketum.care;
