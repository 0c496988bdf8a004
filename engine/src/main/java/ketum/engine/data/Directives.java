package ketum.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ketum.engine.data.Covariate.Rule;

/** Lines such as {@code #! WT: linear, kg} that say what a column is. */
final class Directives {

    private record Said(String name, Rule rule, boolean categorical, String unit, int line) {}

    private final Problems problems;
    private final Map<String, Said> said = new LinkedHashMap<>();

    Directives(Problems problems) {
        this.problems = problems;
    }

    void read(String text, int line) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon).strip();
        if (!Covariate.isName(name)) {
            problems.add(line, "", "found " + Problems.quote("#!" + text)
                    + "; accepted are a column, a colon, and its rule and unit, e.g. #! WT: linear, kg or #! AMT: mg");
            return;
        }
        Rule rule = null;
        boolean categorical = false;
        String unit = "";
        for (String word : text.substring(colon + 1).split(",")) {
            String plain = word.strip();
            Optional<Rule> known = rule(plain);
            if (known.isPresent() && rule == null) {
                rule = known.get();
            } else if (plain.equalsIgnoreCase("categorical") && !categorical) {
                categorical = true;
            } else if (known.isEmpty() && unit.isEmpty() && Covariate.isUnit(plain)) {
                unit = plain;
            } else {
                problems.add(line, name, "found " + Problems.quote(plain)
                        + "; accepted are one of constant, locf, nocb and linear, the word categorical, and a unit (UCUM)");
            }
        }
        if (said.put(name.toUpperCase(Locale.ROOT), new Said(name, rule, categorical, unit, line)) != null) {
            problems.add(line, name, "the column is described twice");
        }
        if (DataSetReader.STANDARD.contains(name.toUpperCase(Locale.ROOT)) && (rule != null || categorical)) {
            problems.add(line, name, "a standard column can only be given a unit");
        }
    }

    private static Optional<Rule> rule(String word) {
        for (Rule rule : Rule.values()) {
            if (rule.name().equalsIgnoreCase(word)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Units of TIME, AMT and DV. */
    Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        said.forEach((name, what) -> {
            if (DataSetReader.MEASURED.contains(name) && !what.unit().isEmpty()) {
                units.put(name, what.unit());
            }
        });
        return units;
    }

    /** The covariate that a column of this name is, or null for none; the exact spelling wins over the one that differs in case. */
    String covariateNamed(String column, Columns columns) {
        List<String> declared = new ArrayList<>();
        columns.covariates().forEach(covariate -> declared.add(covariate.name()));
        declared.addAll(columns.parameters().stream().sorted().toList());
        if (declared.contains(column)) {
            return column;
        }
        for (String name : declared) {
            if (name.equalsIgnoreCase(column)) {
                return name;
            }
        }
        return said.containsKey(column.toUpperCase(Locale.ROOT)) ? column : null;
    }

    /** The covariates of a file, from what the caller and the file say; everything said must have its column. */
    List<Covariate> covariates(List<String> present, Columns columns) {
        List<Covariate> result = new ArrayList<>();
        for (String name : present) {
            Said inFile = said.get(name.toUpperCase(Locale.ROOT));
            Optional<Covariate> inCall = columns.covariates().stream().filter(covariate -> covariate.name().equals(name)).findAny();
            if (inFile == null) {
                result.add(inCall.orElse(Covariate.constant(name)));
            } else if (inCall.isEmpty()) {
                add(result, inFile, new Said(name, inFile.rule() == null ? Rule.CONSTANT : inFile.rule(), inFile.categorical(),
                        inFile.unit(), 0));
            } else if (inFile.rule() != null && inFile.rule() != inCall.get().rule()) {
                problems.add(inFile.line(), name, "the file says " + word(inFile.rule()) + " and the call says " + word(inCall.get().rule())
                        + "; say one");
            } else {
                add(result, inFile, new Said(name, inCall.get().rule(), inFile.categorical() || inCall.get().categorical(),
                        inFile.unit().isEmpty() ? inCall.get().unit() : inFile.unit(), 0));
            }
        }
        said.forEach((name, what) -> {
            boolean standard = DataSetReader.STANDARD.contains(name);
            if (!standard && present.stream().noneMatch(column -> column.equalsIgnoreCase(name))) {
                problems.add(what.line(), what.name(), "described, but the header names no such column (descriptions stand above the header)");
            } else if (standard && !DataSetReader.MEASURED.contains(name)) {
                problems.add(what.line(), what.name(), "a unit can be said of "
                        + String.join(", ", DataSetReader.MEASURED.stream().sorted().toList())
                        + "; RATE, DUR and II follow from them");
            }
        });
        for (Covariate covariate : columns.covariates()) {
            if (!present.contains(covariate.name())) {
                problems.add(0, covariate.name(), "declared as a covariate, but the header names no such column");
            }
        }
        return result;
    }

    private void add(List<Covariate> result, Said inFile, Said joined) {
        if (joined.categorical() && joined.rule() == Rule.LINEAR) {
            problems.add(inFile.line(), joined.name(), "categorical and linear: there is nothing on a line between two labels; "
                    + "accepted are constant, locf and nocb");
        } else {
            result.add(new Covariate(joined.name(), joined.rule(), joined.unit(), joined.categorical()));
        }
    }

    static String word(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
