/** What rests on a source, and what still waits for one to confirm it. */
package ketum.care.source;
