package ketum.fuzz;

import java.util.List;

/**
 * One reader, and what is held against it: whatever the bytes, it ends soon, with a result that keeps its promises or with its own
 * refusal, which names a place in the input.
 *
 * @param name    word of the command line
 * @param reads   what it reads, in a few words
 * @param seconds for which it is usually run
 * @param longest bytes that an input made by Jazzer may have; the reader's own limit is tried by {@link LongInputs}
 * @param largest bytes that the reader accepts, or as many as are worth trying
 * @param seeds   files of a checkout that it reads, as globs
 * @param reader  throws anything at all: then the input is a finding
 */
record Target(String name, String reads, int seconds, int longest, int largest, List<String> seeds, Reader reader) {

    Target {
        seeds = List.copyOf(seeds);
    }

    @FunctionalInterface
    interface Reader {
        /** Returns both for a good result and for the reader's declared refusal. */
        void read(byte[] input) throws Exception;
    }

    void read(byte[] input) throws Exception {
        reader.read(input);
    }
}
