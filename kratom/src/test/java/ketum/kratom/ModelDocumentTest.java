package ketum.kratom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.engine.model.Model;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Spread;
import ketum.kratom.twin.Twins;
import org.junit.jupiter.api.Test;

/** The pages on the model in docs/model say what the model text and its tables say: rules, units, defaults, rows and their numbers. */
class ModelDocumentTest {

    private static final Path FOLDER = Path.of("..", "docs", "model");
    private static final List<String> EXPLAINING = List.of("kratom.md", "exposure.md", "signal.md", "withdrawal.md", "effects.md");
    /** Tables whose every row must be explained; the others hold more than this model uses. */
    private static final List<String> COMPLETE = List.of("effects", "person-factors", "signal", "variability", "withdrawal", "withdrawal-calibrated");

    private static final Pattern SIBLING = Pattern.compile("_(SG|PY|SC|MC|IP)\\b");
    private static final Pattern FENCE = Pattern.compile("```antimony\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("`([a-z][a-z-]*):([A-Za-z0-9][A-Za-z0-9._-]*)`");
    private static final Pattern SYMBOL = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\| (?:([^|]+) \\| )?[^|]+ \\|$");

    @Test
    void everyRuleOfTheModelTextIsQuotedAndEveryQuotedRuleStandsInTheText() throws IOException {
        Set<String> inText = rules(KratomModel.text());
        Set<String> quoted = new LinkedHashSet<>();
        for (String page : explaining().values()) {
            Matcher fence = FENCE.matcher(page);
            while (fence.find()) {
                quoted.addAll(rules(fence.group(1)));
            }
        }
        assertTrue(quoted.size() > 60, "only " + quoted.size() + " rules are quoted");
        assertEquals(Set.of(), difference(quoted, inText), "quoted in docs/model but not in kratom.ant");
        Set<String> missing = difference(inText, quoted);
        // The other five alkaloids' exposure is not quoted: their rules must be mitragynine's with the symbol exchanged.
        missing.removeIf(rule -> rule.matches("[GAPC]_(SG|PY|SC|MC|IP)\\b.*") && quoted.contains(SIBLING.matcher(rule).replaceAll("_MG")));
        assertEquals(Set.of(), missing, "in kratom.ant but quoted nowhere in docs/model");
    }

    @Test
    void symbolsListsEveryNameOfTheModelWithItsUnitAndDefault() throws IOException {
        Model model = KratomModel.model();
        Map<String, String> expected = new TreeMap<>();
        model.parameters().forEach(p -> expected.put(p.id(), p.unit() + " " + p.value()));
        model.states().forEach(s -> expected.put(s.id(), s.unit()));
        model.assignments().forEach(a -> expected.put(a.id(), a.unit()));
        Map<String, String> listed = new TreeMap<>();
        Matcher row = SYMBOL.matcher(page("symbols.md"));
        while (row.find()) {
            String value = row.group(3) == null ? "" : " " + Double.parseDouble(row.group(3));
            assertEquals(null, listed.put(row.group(1), row.group(2) + value), row.group(1) + " stands twice in symbols.md");
        }
        assertEquals(lines(expected), lines(listed));
    }

    @Test
    void everyNameIsExplainedAndNotOnlyListed() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String page : explaining().values()) {
            words.addAll(Arrays.asList(page.split("\\W+")));
        }
        Model model = KratomModel.model();
        Set<String> names = Stream.of(model.parameters().stream().map(Model.Parameter::id), model.states().stream().map(Model.State::id),
                        model.assignments().stream().map(Model.Assignment::id)).flatMap(ids -> ids)
                .map(id -> id.matches("(ka|CL|Vc|Q|Vp|F|G|A|P|C)_(SG|PY|SC|MC|IP)") ? SIBLING.matcher(id).replaceAll("_MG") : id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(names.size() > 100, names.toString());
        assertEquals(Set.of(), difference(names, words));
    }

    @Test
    void everyTableRowThatAPageNamesExistsAndIsQuotedWithItsNumbersSourceStatusAndGrade() throws IOException {
        List<String> wrong = new ArrayList<>();
        int quotedRows = 0;
        for (Map.Entry<String, String> page : explaining().entrySet()) {
            for (String line : page.getValue().lines().toList()) {
                Matcher named = ROW.matcher(line);
                while (named.find()) {
                    Table table = Tables.standard().table(named.group(1));
                    if (table.rows(named.group(2)).isEmpty()) {
                        wrong.add(page.getKey() + ": table " + named.group(1) + " has no id " + named.group(2));
                    }
                }
                String[] cells = line.split("\\|");
                if (cells.length == 9 && ROW.matcher(cells[2]).find()) {
                    quotedRows++;
                    String should = cells(cells[2].trim());
                    String is = Arrays.stream(cells, 2, 8).map(String::trim).collect(Collectors.joining(" | "));
                    if (!should.equals(is)) {
                        wrong.add(page.getKey() + ": | " + is + " | should be | " + should + " |");
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(quotedRows > 80, "only " + quotedRows + " rows are quoted with their numbers");
    }

    @Test
    void everyRowOfTheTablesThatAreTheModelIsQuoted() throws IOException {
        String pages = String.join("\n", explaining().values());
        List<String> missing = new ArrayList<>();
        for (String name : COMPLETE) {
            for (Row row : Tables.standard().table(name).rows()) {
                String cell = "`" + name + ":" + row.id() + "` " + row.quantity();
                if (!pages.contains("| " + cell + " |")) {
                    missing.add("| " + cells(cell) + " |");
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyParameterComesFromTheTwinsButTheFourThatAreZeroInEveryReport() throws IOException {
        Product leaf = new Product(Product.Type.LEAF_POWDER, "", new Product.Content.ByType(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        Twins twin = Twins.draw(i -> new Person(35, Person.Sex.UNSTATED, 75, Person.Pregnancy.UNSTATED), i -> List.of(),
                List.of(new Twins.Counted(leaf, Use.AmountUnit.GRAM)), Spread.BOTH, 1, 1);
        List<Model.Parameter> untouched = KratomModel.model().parameters().stream().filter(p -> !twin.parameters().containsKey(p.id())).toList();
        assertEquals(List.of("x_co", "tau_co", "x_block", "relief"), untouched.stream().map(Model.Parameter::id).toList());
        assertTrue(untouched.stream().allMatch(p -> p.value() == 0), untouched.toString());
        assertTrue(page("kratom.md").contains("`x_co`, `tau_co`, `x_block` and `relief` exist for mechanism tests and are 0 in every report"));
    }

    /** A row as the pages quote it: {@code `table:id` quantity | value | low | high | unit | source, status, grade}. */
    private static String cells(String cell) {
        Matcher named = ROW.matcher(cell);
        assertTrue(named.lookingAt(), cell);
        Row row = Tables.standard().table(named.group(1)).row(named.group(2), cell.substring(named.end()).trim());
        return String.join(" | ", cell, number(OptionalDouble.of(row.value())), number(row.low()), number(row.high()), row.unit(),
                row.source() + ", " + row.status().label() + ", " + row.grade());
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "–";
        }
        String text = Double.toString(value.getAsDouble());
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Rate and assignment rules, one space between words. */
    private static Set<String> rules(String text) {
        return text.lines().map(line -> line.replaceFirst("//.*", "")).flatMap(line -> Arrays.stream(line.split(";")))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> statement.matches("\\w+( :=|' =).*"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> difference(Set<String> all, Set<String> less) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(less);
        return rest;
    }

    private static String lines(Map<String, String> entries) {
        return entries.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> explaining() throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String name : EXPLAINING) {
            pages.put(name, page(name));
        }
        return pages;
    }

    private static String page(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
