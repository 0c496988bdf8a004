/** The command line door: parses, asks care, has report render, delivers. No science here. */
package ketum.cli;
