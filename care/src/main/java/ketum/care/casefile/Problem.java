package ketum.care.casefile;

import java.util.Objects;

/**
 * One thing that is wrong with an input file, said to the person who wrote it.
 *
 * @param file     the file as the person named it
 * @param line     line in that file, from 1; 0 where the problem is the file as a whole (missing, too large)
 * @param column   column in that line, from 1; 0 where there is no line
 * @param field    path of the field, e.g. {@code use.amount} or {@code medicines[2]} (items counted from 1); empty for the whole file
 * @param found    what stands there, quoted and shortened where it is text
 * @param accepted what the field takes
 * @param advice   what to do about it; may be empty
 */
public record Problem(String file, int line, int column, String field, String found, String accepted, String advice) {

    public Problem {
        Objects.requireNonNull(file);
        Objects.requireNonNull(field);
        Objects.requireNonNull(found);
        Objects.requireNonNull(accepted);
        Objects.requireNonNull(advice);
    }

    /** The problem as one line of plain text, e.g. {@code daily.yaml:3: use.amount: found "4 ml"; leaf powder is measured in ...}. */
    public String message() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!field.isEmpty()) {
            text.append(field).append(": ");
        }
        text.append("found ").append(found);
        if (!accepted.isEmpty()) {
            text.append("; ").append(accepted);
        }
        text.append('.');
        if (!advice.isEmpty()) {
            text.append(' ').append(advice);
        }
        return text.toString();
    }
}
