package ketum.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ketum.engine.data.Columns;
import ketum.engine.data.DataException;
import ketum.engine.data.DataSet;

/** Data sets of dosing records: read, written and read again. */
final class DataSetTarget {

    private static final String SOURCE = "fuzzed.csv";

    /** As a file alone is read, and as one for a model with these parameters, whose comment rows begin with a letter. */
    private static final List<Columns> WAYS = List.of(Columns.STANDARD, new Columns(List.of(), Set.of("WT", "CL", "ka", "SEX"), '@'));

    static final Target TARGET = new Target("data", "data sets of dosing records (NONMEM-style)", 300, 4096, 4 << 20,
            List.of("examples/models/*.csv", "engine/src/test/resources/ketum/engine/dosing/*.csv"), DataSetTarget::read);

    private DataSetTarget() {
    }

    private static void read(byte[] input) {
        for (Columns columns : WAYS) {
            parse(input, columns).ifPresent(data -> {
                String written = data.text();
                DataSet again;
                try {
                    // what is written has no comment rows, and its subjects may begin with any sign
                    again = DataSet.parse(SOURCE, written, columns.ignoring('#'));
                } catch (DataException e) {
                    throw new Promise.Broken("what was written is refused: " + e.getMessage() + "\n" + written);
                }
                Promise.hold(again.equals(data), "what was written reads as another data set:\n" + written);
                Promise.hold(again.text().equals(written), "what was written and read is written otherwise:\n" + written);
            });
        }
    }

    private static Optional<DataSet> parse(byte[] input, Columns columns) {
        try {
            return Optional.of(DataSet.parse(SOURCE, input, columns));
        } catch (DataException refused) {
            Promise.message(refused.getMessage());
            Promise.hold(!refused.problems().isEmpty(), "refused without a problem");
            refused.problems().forEach(problem -> Promise.inside(Promise.text(input), problem.line(), problem.toString()));
            return Optional.empty();
        }
    }
}
