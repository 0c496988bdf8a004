package ketum.engine.kernel;

import java.lang.classfile.CodeBuilder;
import java.util.List;

/** A loop over the lanes whose results go into the table of coefficients (see {@link SeriesKernel}). */
final class OriginFrame extends BlockFrame {

    private final List<SeriesPlan.Entry> entries;
    private final int series;
    private final int width;

    OriginFrame(List<SeriesPlan.Entry> entries, int series, int width) {
        this.entries = entries;
        this.series = series;
        this.width = width;
    }

    @Override
    public void result(CodeBuilder code, int row) {
        code.aload(RESULTS).iload(LANE).loadConstant(series * SeriesKernel.ROWS).imul()
                .loadConstant(entries.get(row).place() * width).iadd();
    }
}
