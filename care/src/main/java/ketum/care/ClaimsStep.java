package ketum.care;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ketum.care.Assessment.HeardClaim;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Claims;
import ketum.kratom.data.Status;

/**
 * A few claims that somebody with this case is likely to meet, with their verdicts. Which claim matters when is a table; its order is the
 * order of importance, and a claim with several rows is taken where any of them holds. Only the files of the claims taken are read.
 */
final class ClaimsStep {

    static final String FILE = "claims-by-case.csv";
    /** More would not be read. */
    static final int MOST = 4;
    private static final String PRODUCT = "product ";

    /**
     * When a claim matters: conditions of which all must hold.
     *
     * @param all {@code line ID} (this line of advice is said), {@code product TYPE}, {@code days N} and {@code doses a day N} (at least so
     *            many), {@code stopping shown} (the case is inside the model), {@code always}
     */
    record Row(String claim, List<String> all) {}

    private static final class Holder {
        private static final List<Row> ROWS = read();
    }

    private ClaimsStep() {
    }

    static List<HeardClaim> claims(Case input, Rules rules) {
        return Holder.ROWS.stream().filter(row -> row.all().stream().allMatch(condition -> holds(condition, input, rules))).map(Row::claim).distinct().limit(MOST)
                .map(id -> heard(Claims.one(id))).toList();
    }

    static List<Row> rows() {
        return Holder.ROWS;
    }

    static boolean holds(String condition, Case input, Rules rules) {
        int space = condition.lastIndexOf(' ');
        String value = condition.substring(space + 1);
        return switch (condition.substring(0, Math.max(0, space))) {
            case "line" -> rules.says(Advice.line(value).id());
            case "days" -> daysOfUse(input) >= Integer.parseInt(value);
            case "doses a day" -> input.products().stream().mapToInt(each -> each.use().perDay()).sum() >= Integer.parseInt(value);
            case "stopping" -> !rules.outsideModel();
            default -> special(condition, input);
        };
    }

    private static boolean special(String condition, Case input) {
        if (condition.startsWith(PRODUCT)) {
            return input.products().stream().anyMatch(each -> each.product().type().label().equals(condition.substring(PRODUCT.length())));
        }
        if (condition.equals("always")) {
            return true;
        }
        throw new IllegalStateException(FILE + ": no condition \"" + condition + "\"");
    }

    private static long daysOfUse(Case input) {
        return input.products().stream().mapToLong(each -> ChronoUnit.DAYS.between(each.use().since(), input.date()) + 1).max().orElse(0);
    }

    private static HeardClaim heard(Claim claim) {
        List<String> sources = Stream.concat(claim.support().stream(), claim.against().stream()).filter(evidence -> evidence.status() != Status.UNCONFIRMED).map(Claim.Evidence::source).distinct().toList();
        return new HeardClaim(claim.id(), claim.title(), claim.verdict(), Character.toString(claim.grade()), claim.answer(), claim.asOf(), sources);
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = ClaimsStep.class.getResourceAsStream(FILE);
             CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                rows.add(new Row(row.getField("claim"), List.of(row.getField("when").split(" and "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }
}
