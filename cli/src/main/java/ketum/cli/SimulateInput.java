package ketum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ketum.cli.simulate.Variability;
import ketum.engine.data.Columns;
import ketum.engine.data.Covariate;
import ketum.engine.data.DataSet;
import ketum.engine.model.Model;

/** Reads the files and the compound options of {@code ketum simulate}; every failure is an {@link InputProblem} or the reader's own. */
final class SimulateInput {

    private static final int LARGEST_VARIABILITY = 1 << 20;

    private SimulateInput() {
    }

    /** The model, and the files beside it that it imports. */
    static Model model(Path file) {
        try {
            return Model.read(file);
        } catch (IOException e) {
            throw unreadable("MODEL", file, e);
        }
    }

    /** @param rules as typed: a column, =, and what it is between records */
    static DataSet data(Path file, Model model, List<String> rules) {
        Columns columns = Columns.of(model);
        for (String typed : rules) {
            int equals = typed.indexOf('=');
            Optional<Covariate.Rule> rule = Stream.of(Covariate.Rule.values())
                    .filter(known -> known.name().equalsIgnoreCase(typed.substring(equals + 1).strip())).findFirst();
            if (equals < 1 || rule.isEmpty()) {
                throw new InputProblem("--covariate " + typed + ": write a column and its rule, constant, locf, nocb or linear, as in WT=linear");
            }
            String name = typed.substring(0, equals).strip();
            if (columns.covariates().stream().anyMatch(known -> known.name().equals(name))) {
                throw new InputProblem("--covariate: " + name + " is given twice");
            }
            columns = columns.with(new Covariate(name, rule.get(), "", false));
        }
        try {
            return DataSet.read(file, columns);
        } catch (IOException e) {
            throw unreadable("--data", file, e);
        }
    }

    static Variability variability(Path file, Model model) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_VARIABILITY + 1);
            if (bytes.length > LARGEST_VARIABILITY) {
                throw new InputProblem("--variability " + file + ": it is larger than 1 MiB");
            }
            return Variability.read(file.toString(), StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), model);
        } catch (CharacterCodingException e) {
            throw new InputProblem("--variability " + file + ": it is not a text in UTF-8");
        } catch (IOException e) {
            throw unreadable("--variability", file, e);
        }
    }

    /** Numbers by name, typed as NAME=NUMBER. */
    static Map<String, Double> pairs(String option, List<String> typed) {
        Map<String, Double> pairs = new LinkedHashMap<>();
        for (String pair : typed) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new InputProblem(option + " " + pair + ": write a name and a number, as in CL=3.5");
            }
            String id = pair.substring(0, equals).strip();
            if (pairs.put(id, number(option, pair, pair.substring(equals + 1).strip())) != null) {
                throw new InputProblem(option + ": " + id + " is given twice");
            }
        }
        return pairs;
    }

    static double number(String option, String typed, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && text.matches("[-+.0-9eE]+")) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InputProblem(option + " " + typed + ": \"" + text + "\" is not a number");
    }

    private static InputProblem unreadable(String what, Path file, IOException e) {
        String why = switch (e) {
            case NoSuchFileException none -> "there is no such file";
            case AccessDeniedException denied -> "you may not read it";
            default -> Files.isDirectory(file) ? "it is a folder" : e.getMessage() != null && e.getMessage().startsWith("it ") ? e.getMessage() : "it cannot be read";
        };
        return new InputProblem(what + " " + file + ": " + why);
    }
}
