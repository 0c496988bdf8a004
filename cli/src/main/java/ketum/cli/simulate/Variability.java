package ketum.cli.simulate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.engine.model.Model;
import ketum.engine.population.CorrelatedNormals;
import ketum.engine.population.Layer;
import ketum.engine.population.Sampler;

/**
 * How parameters differ between subjects. A parameter has a typical value (the model's, or the data set's for that subject) and a random
 * effect e, normal with mean 0 and a standard deviation, the spread; effects of two parameters may be correlated. Read from a CSV file with
 * the columns {@value #HEADER}; the first row of a parameter gives its distribution and spread, and each of its rows may give one
 * correlation with a parameter of an earlier row.
 */
public final class Variability {

    static final String HEADER = "parameter,distribution,spread,correlated_with,correlation";

    private static final List<String> COLUMNS = List.of(HEADER.split(","));
    private static final int MOST_PARAMETERS = 200;

    private final String file;
    private final List<Effect> effects;
    private final CorrelatedNormals normals;

    private Variability(String file, List<Effect> effects, CorrelatedNormals normals) {
        this.file = file;
        this.effects = effects;
        this.normals = normals;
    }

    private record Effect(String parameter, Distribution distribution, double spread, long line) {}

    /** How a random effect e acts on a typical value. */
    private enum Distribution {
        /** value · exp(e); the spread is the standard deviation of the natural logarithm. */
        LOG_NORMAL,
        /** value + e; the spread has the parameter's unit. */
        NORMAL,
        /** a share s with ln(s/(1 - s)) = ln(value/(1 - value)) + e; the spread is the standard deviation on that scale. */
        LOGIT_NORMAL;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Distribution> of(String word) {
            return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
        }

        static String words() {
            return Stream.of(values()).map(Distribution::word).collect(Collectors.joining(", "));
        }

        /** What is wrong with this typical value, if anything. */
        Optional<String> problem(double value) {
            return switch (this) {
                case LOG_NORMAL -> value > 0 ? Optional.empty() : Optional.of("a log-normal parameter is above 0");
                case NORMAL -> Optional.empty();
                case LOGIT_NORMAL -> value > 0 && value < 1 ? Optional.empty() : Optional.of("a logit-normal parameter lies between 0 and 1");
            };
        }

        double value(double typical, double effect) {
            return switch (this) {
                case LOG_NORMAL -> typical * StrictMath.exp(effect);
                case NORMAL -> typical + effect;
                case LOGIT_NORMAL -> 1 / (1 + (1 - typical) / typical * StrictMath.exp(-effect));
            };
        }
    }

    /**
     * @param file name shown in messages
     * @throws UnusableInput naming line, column, what was found and what is accepted
     */
    public static Variability read(String file, String text, Model model) {
        return new Reader(file, model).read(text);
    }

    List<String> parameters() {
        return effects.stream().map(Effect::parameter).toList();
    }

    /** The subject's random effects, one for each parameter; the same for a seed, a subject and a replicate, whatever else is drawn. */
    double[] effects(Sampler sampler, long subject, long replicate) {
        return normals.draw(sampler, subject, replicate, Layer.BETWEEN_SUBJECTS);
    }

    /** The value of a parameter (by its place in {@link #parameters}) for a typical value and a random effect. */
    double value(int parameter, double typical, double effect) {
        return effects.get(parameter).distribution.value(typical, effect);
    }

    /** Why the parameter cannot have this typical value, if so. */
    Optional<String> problem(int parameter, double typical) {
        return effects.get(parameter).distribution.problem(typical);
    }

    /** Where the parameter's distribution is stated, as file:line. */
    String place(int parameter) {
        return file + ":" + effects.get(parameter).line;
    }

    private static final class Reader {

        private final String file;
        private final Model model;
        private final List<Effect> effects = new ArrayList<>();
        private final double[][] correlations = new double[MOST_PARAMETERS][MOST_PARAMETERS];

        Reader(String file, Model model) {
            this.file = file;
            this.model = model;
        }

        Variability read(String text) {
            long line = 1;
            try (CsvReader<CsvRecord> csv = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
                boolean header = true;
                for (CsvRecord fields : csv) {
                    line = fields.getStartingLineNumber();
                    List<String> cells = fields.getFields().stream().map(String::strip).toList();
                    if (header && !cells.equals(COLUMNS)) {
                        throw UnusableInput.at(file, line, "header", String.join(",", cells), "the columns are " + HEADER);
                    }
                    if (!header) {
                        row(line, cells);
                    }
                    header = false;
                }
                if (header) {
                    throw UnusableInput.at(file, 1, "header", "", "the columns are " + HEADER);
                }
            } catch (CsvParseException e) {
                throw new UnusableInput(file + ":" + line + ": this line or the next is not CSV (an open quotation mark?).");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Variability(file, List.copyOf(effects), normals(line));
        }

        private void row(long line, List<String> cells) {
            if (cells.size() != COLUMNS.size()) {
                throw UnusableInput.at(file, line, "row", cells.size() + " fields", "each row has " + COLUMNS.size() + ": " + HEADER);
            }
            String parameter = cells.get(0);
            int index = indexOf(parameter);
            if (index < 0) {
                index = effects.size();
                effects.add(effect(line, cells));
            } else if (!cells.get(1).isEmpty() || !cells.get(2).isEmpty()) {
                throw UnusableInput.at(file, line, "distribution", cells.get(1) + cells.get(2), parameter + " has its distribution in line "
                        + effects.get(index).line + "; a further row gives only a correlation");
            } else if (cells.get(3).isEmpty()) {
                throw UnusableInput.at(file, line, "correlated_with", "", parameter + " is in line " + effects.get(index).line + " already");
            }
            if (cells.get(3).isEmpty() != cells.get(4).isEmpty()) {
                throw UnusableInput.at(file, line, "correlation", cells.get(4), "correlated_with and correlation are given together or not at all");
            }
            if (!cells.get(3).isEmpty()) {
                correlate(line, index, cells.get(3), cells.get(4));
            }
        }

        private Effect effect(long line, List<String> cells) {
            String id = cells.get(0);
            Model.Parameter parameter = model.parameters().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() ->
                    UnusableInput.at(file, line, "parameter", id, model.name() + " has the parameters "
                            + model.parameters().stream().map(Model.Parameter::id).collect(Collectors.joining(", "))));
            Distribution distribution = Distribution.of(cells.get(1)).orElseThrow(() ->
                    UnusableInput.at(file, line, "distribution", cells.get(1), "accepted are " + Distribution.words()));
            if (distribution == Distribution.LOGIT_NORMAL && !parameter.unit().equals("1")) {
                throw UnusableInput.at(file, line, "distribution", cells.get(1), id + " is in " + parameter.unit() + ", and only a dimensionless "
                        + "parameter between 0 and 1 can be logit-normal");
            }
            if (effects.size() == MOST_PARAMETERS) {
                throw UnusableInput.at(file, line, "parameter", id, "at most " + MOST_PARAMETERS + " parameters can vary");
            }
            return new Effect(id, distribution, number(line, "spread", cells.get(2), 0, Double.MAX_VALUE,
                    "a standard deviation, 0 or more, written as a number (0.3, not 30 %)"), line);
        }

        private void correlate(long line, int index, String with, String text) {
            int other = indexOf(with);
            if (other < 0 || other == index) {
                throw UnusableInput.at(file, line, "correlated_with", with, "it names another parameter, of a row above this one");
            }
            if (correlations[index][other] != 0) {
                throw UnusableInput.at(file, line, "correlated_with", with, "this correlation is given twice");
            }
            correlations[index][other] = number(line, "correlation", text, -1, 1, "a number from -1 to 1");
            correlations[other][index] = correlations[index][other];
        }

        private double number(long line, String field, String text, double least, double most, String accepted) {
            try {
                double value = Double.parseDouble(text);
                if (value >= least && value <= most && text.matches("[-+.0-9eE]+")) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw UnusableInput.at(file, line, field, text, accepted);
        }

        private int indexOf(String parameter) {
            return effects.stream().map(Effect::parameter).toList().indexOf(parameter);
        }

        private CorrelatedNormals normals(long lastLine) {
            int n = effects.size();
            if (n == 0) {
                throw UnusableInput.at(file, lastLine, "row", "", "at least one parameter must vary");
            }
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double correlation = i == j ? 1 : correlations[i][j];
                    covariance[i][j] = correlation * effects.get(Math.min(i, j)).spread * effects.get(Math.max(i, j)).spread;
                }
            }
            try {
                return CorrelatedNormals.of(effects.stream().map(Effect::parameter).toList(), covariance);
            } catch (IllegalArgumentException e) {
                throw new UnusableInput(file + ": correlation: these correlations contradict each other: " + e.getMessage() + ".");
            }
        }
    }
}
