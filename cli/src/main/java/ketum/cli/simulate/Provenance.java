package ketum.cli.simulate;

import java.util.Optional;

/**
 * What a table was made with and from.
 *
 * @param software    version of the program
 * @param model       name of the model's file, without folder
 * @param data        name of the data set's file
 * @param variability name of the file that says how subjects differ
 */
public record Provenance(String software, String model, Optional<String> data, Optional<String> variability) {
}
