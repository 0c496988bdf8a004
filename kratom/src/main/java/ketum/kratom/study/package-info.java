/** Published studies as designs to simulate, and the statistics that their reports tabulate. */
package ketum.kratom.study;
