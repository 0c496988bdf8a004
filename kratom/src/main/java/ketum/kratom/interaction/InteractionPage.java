package ketum.kratom.interaction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ketum.kratom.Versions;
import ketum.kratom.interaction.Scoring.Group;
import ketum.kratom.interaction.Scoring.Pair;
import ketum.kratom.interaction.Scoring.Score;

/** The page {@code docs/validation/interactions.md}: predicted ratios beside observed ones, misses first. Markdown. */
public final class InteractionPage {

    private static final double TARGET_FOLD = 1.5;
    private static final double TARGET_WITHIN = 0.9;

    private final List<ObservedRatio> ratios;
    private final Scoring scoring;
    private final InteractionConstants constants;

    public InteractionPage(List<ObservedRatio> ratios) {
        this.ratios = List.copyOf(ratios);
        this.scoring = new Scoring(ratios);
        this.constants = InteractionConstants.derivedFrom(ratios);
    }

    /** @param command the command line that made the page, named on it */
    public String text(String command) {
        List<Pair> scored = scoring.scored();
        List<Pair> blind = of(scored, Group.OUT_OF_SAMPLE);
        StringBuilder page = new StringBuilder("# Interactions between medicines: predicted beside observed\n\n");
        page.append("Made by `").append(command).append("`; do not edit by hand. Data ").append(Versions.data()).append(".\n\n")
                .append("""
                        Ratios of areas under the curve with over without a precipitant, CYP3A and CYP2D6, mostly by mouth. Equations, and the rules that turn observed
                        ratios into constants: [interactions.md](../model/interactions.md). The list of scored ratios and the rules were committed before any prediction was
                        computed; nothing was tuned on them. *Out-of-sample*: no study of the pair gave a constant of either medicine. *Repeat*: another study of the same
                        pair did. *In-sample*: the same study did, or the same review table, which may hold several studies.

                        """);
        verdict(page, Scoring.score(blind));
        page.append("| Group | n | without a prediction | geometric mean fold error | predicted over observed | within 2-fold | inside the interval |\n|---|---|---|---|---|---|---|\n");
        for (Group group : List.of(Group.OUT_OF_SAMPLE, Group.REPEAT, Group.IN_SAMPLE)) {
            line(page, name(group), Scoring.score(of(scored, group)));
        }
        line(page, "ratios that gave constants, predicted back", Scoring.score(scoring.derived()));
        line(page, "each precipitant known by its class alone (out-of-sample and repeat)", Scoring.score(scoring.leavingEachPrecipitantOut()));
        page.append('\n').append(leftOut(blind)).append("\n## Missed by more than 2-fold, out-of-sample\n\n");
        blind.stream().filter(pair -> !(pair.foldError() <= 2)).sorted(Comparator.comparingDouble(Pair::foldError).reversed())
                .forEach(pair -> page.append("- ").append(pair.observed().precipitant()).append(" on ").append(pair.observed().victim()).append(": predicted ").append(predicted(pair))
                        .append(", observed ").append(number(pair.observed().ratio())).append(" (").append(pair.observed().row().locator()).append(")\n"));
        counts(page);
        page.append("\n## All scored ratios\n\n| Precipitant | Victim | Group | Observed | Predicted (interval) | Fold error | Read in |\n|---|---|---|---|---|---|---|\n");
        scored.forEach(pair -> page.append("| ").append(pair.observed().precipitant()).append(" | ").append(pair.observed().victim()).append(" | ").append(name(pair.group()))
                .append(" | ").append(number(pair.observed().ratio())).append(" | ").append(predicted(pair)).append(" | ").append(number(pair.foldError()))
                .append(" | ").append(pair.observed().row().source()).append(", ").append(pair.observed().row().locator()).append(" |\n"));
        return page.toString();
    }

    private static void verdict(StringBuilder page, Score score) {
        page.append("Target, out-of-sample: geometric mean fold error at most ").append(TARGET_FOLD).append(": **").append(score.foldError() <= TARGET_FOLD ? "met" : "missed")
                .append("** (").append(number(score.foldError())).append("). ").append(percent(TARGET_WITHIN)).append(" within 2-fold: **")
                .append(score.withinTwo() >= TARGET_WITHIN ? "met" : "missed").append("** (").append(percent(score.withinTwo())).append(" of ").append(score.n()).append(").\n\n");
    }

    private static void line(StringBuilder page, String name, Score score) {
        page.append("| ").append(name).append(" | ").append(score.n()).append(" | ").append(score.missing()).append(" | ").append(number(score.foldError())).append(" | ")
                .append(number(score.bias())).append(" | ").append(percent(score.withinTwo())).append(" | ").append(percent(score.covered())).append(" |\n");
    }

    /** How much the headline rests on one precipitant. */
    private static String leftOut(List<Pair> blind) {
        Set<String> precipitants = blind.stream().map(pair -> pair.observed().precipitant()).collect(Collectors.toCollection(TreeSet::new));
        double[] errors = precipitants.stream().mapToDouble(left -> Scoring.score(blind.stream().filter(pair -> !pair.observed().precipitant().equals(left)).toList()).foldError()).sorted().toArray();
        return "Without the pairs of any one of the " + precipitants.size() + " precipitants, the out-of-sample fold error lies between " + number(errors[0]) + " and "
                + number(errors[errors.length - 1]) + ".\n";
    }

    private void counts(StringBuilder page) {
        page.append("\n## What can be computed\n\n| | from ratios of the medicine itself or the reference convention | from its regulatory class only | in all |\n|---|---|---|---|\n");
        count(page, "victims (CYP3A or CYP2D6)", constants.victims(), victim -> anyRatio(enzyme -> constants.contribution(enzyme, victim)));
        count(page, "precipitants", constants.precipitants(), medicine -> anyRatio(enzyme -> constants.inhibition(enzyme, medicine).or(() -> constants.induction(enzyme, medicine))));
        page.append("\nRatios that constants rest on: ").append(ratios.stream().filter(ObservedRatio::derives).count()).append(". A class says little: its interval spans the whole class.\n");
    }

    private static boolean anyRatio(Function<Enzyme, Optional<Constant>> constant) {
        return Arrays.stream(Enzyme.values()).anyMatch(enzyme -> constant.apply(enzyme).filter(found -> found.kind() != Constant.Kind.CLASS).isPresent());
    }

    private static void count(StringBuilder page, String name, Set<String> medicines, Function<String, Boolean> ratio) {
        long own = medicines.stream().filter(ratio::apply).count();
        page.append("| ").append(name).append(" | ").append(own).append(" | ").append(medicines.size() - own).append(" | ").append(medicines.size()).append(" |\n");
    }

    private static List<Pair> of(List<Pair> pairs, Group group) {
        return pairs.stream().filter(pair -> pair.group() == group).toList();
    }

    private static String name(Group group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String predicted(Pair pair) {
        return switch (pair.predicted()) {
            case PairModel.Computed computed -> number(computed.ratio().median()) + " (" + number(computed.ratio().low()) + "-" + number(computed.ratio().high()) + ")";
            case PairModel.Missing missing -> "none: " + String.join(", ", missing.what());
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.1f", value);
    }
}
