/** Fits exposure parameters to published human data and keeps every solution that fits, not only the best. */
package ketum.kratom.calibration;
