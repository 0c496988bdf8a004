/**
 * The numbers the kratom model stands on, and where each comes from: long tables, the list of sources, medicines, help lines,
 * places and published studies, read from the class path and checked row by row. Nothing here computes.
 */
package ketum.kratom.data;
