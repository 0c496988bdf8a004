package ketum.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.engine.model.Model;

/**
 * How to take the columns of a file that are not part of the standard. A file may say the same in lines such as
 * {@code #! WT: linear, kg}; where both speak of a column, they must agree.
 *
 * @param covariates covariates with their rules
 * @param parameters names that may be columns without a rule, constant within a subject (the parameters of a model)
 * @param ignore     rows that begin with this character are comments; {@code '@'} stands for a letter or {@code @}, as NONMEM's IGNORE=@;
 *                   lines that begin with {@code #} always are
 */
public record Columns(List<Covariate> covariates, Set<String> parameters, char ignore) {

    /** Nothing but the standard columns and what the file itself declares. */
    public static final Columns STANDARD = new Columns(List.of(), Set.of(), '#');

    public Columns {
        covariates = List.copyOf(covariates);
        parameters = Set.copyOf(parameters);
        Set<String> names = new LinkedHashSet<>();
        for (Covariate covariate : covariates) {
            if (!names.add(covariate.name())) {
                throw new IllegalArgumentException("covariate " + covariate.name() + " is declared twice");
            }
        }
        if (Character.isLetterOrDigit(ignore) && ignore != 'C' && ignore != 'c' || Character.isISOControl(ignore)) {
            throw new IllegalArgumentException("rows cannot be ignored by " + Problems.quote(String.valueOf(ignore)) + "; use @, C or a sign");
        }
    }

    /** Columns named like parameters of the model set them. */
    public static Columns of(Model model) {
        return new Columns(List.of(), model.parameters().stream().map(Model.Parameter::id).collect(Collectors.toSet()), '#');
    }

    /** These columns with one more covariate, or with another rule for it. */
    public Columns with(Covariate covariate) {
        List<Covariate> all = new ArrayList<>(covariates);
        all.removeIf(known -> known.name().equals(covariate.name()));
        all.add(covariate);
        return new Columns(all, parameters, ignore);
    }

    public Columns ignoring(char sign) {
        return new Columns(covariates, parameters, sign);
    }
}
