package ketum.kratom.interaction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ketum.kratom.Versions;
import ketum.kratom.interaction.Scoring.Group;
import ketum.kratom.interaction.Scoring.Pair;
import ketum.kratom.interaction.Scoring.Score;

/** The page {@code docs/validation/interactions.md}: predicted ratios beside observed ones, misses first. Markdown. */
public final class InteractionPage {

    private static final double TARGET_FOLD = 1.5;
    private static final double TARGET_WITHIN = 0.9;

    private final List<ObservedRatio> basis;
    private final Scoring scoring;
    private final InteractionConstants constants;

    /** @param basis ratios that constants rest on; @param scored ratios that they are scored on */
    public InteractionPage(List<ObservedRatio> basis, List<ObservedRatio> scored) {
        this.basis = List.copyOf(basis);
        this.scoring = new Scoring(basis, scored);
        this.constants = InteractionConstants.derivedFrom(basis);
    }

    /** @param command the command line that made the page, named on it */
    public String text(String command) {
        StringBuilder page = new StringBuilder("# Interactions between medicines: predicted beside observed\n\n");
        page.append("Made by `").append(command).append("`; do not edit by hand. Data ").append(Versions.data()).append(".\n\n")
                .append("""
                        Ratios of areas under the curve with over without a precipitant, CYP3A and CYP2D6, mostly by mouth. Equations, and how observed ratios become
                        constants: [interactions.md](../model/interactions.md). *Out-of-sample*: no ratio of the pair, and none of the same study, helped to estimate a
                        constant of either medicine. *In-sample*: the same study did, or the same review table, which may hold several studies.

                        """);
        List<Pair> scored = scoring.scored();
        page.append("""
                ## Scored list

                Read and committed before the method was changed for the last time, and scored once after that. No pair of it stands among the ratios that constants rest on.

                """);
        list(page, scored);
        List<Pair> others = scoring.leavingEachPairOut();
        page.append("""
                ## Ratios that constants rest on, each predicted without its pair

                Constants estimated anew without any ratio of the pair. What was chosen about the method was chosen on these ratios, so this is a description and no proof.

                """);
        head(page, "Group");
        line(page, "all", Scoring.score(others));
        part(page, "inhibitors", others, effects -> effects.stream().allMatch(PairModel.Effect::inhibits));
        part(page, "inducers", others, effects -> effects.stream().noneMatch(PairModel.Effect::inhibits));
        page.append("""

                ## How well studies agree

                Each study of a pair that was studied several times, beside the geometric mean of the other studies. Nothing can be expected to foretell a study better than
                other studies of the same pair do.

                """);
        head(page, "Group");
        line(page, "all", Scoring.studiesAgainstEachOther(basis));
        line(page, "inhibitors", Scoring.studiesAgainstEachOther(basis.stream().filter(ObservedRatio::inhibits).toList()));
        line(page, "inducers", Scoring.studiesAgainstEachOther(basis.stream().filter(ratio -> !ratio.inhibits()).toList()));
        misses(page, "Scored list: missed by more than 2-fold, out-of-sample", of(scored, Group.OUT_OF_SAMPLE));
        misses(page, "Without its pair: missed by more than 2-fold", others);
        counts(page);
        constants(page);
        pairs(page, "The scored list", scored);
        return page.toString();
    }

    private void list(StringBuilder page, List<Pair> scored) {
        List<Pair> blind = of(scored, Group.OUT_OF_SAMPLE);
        verdict(page, Scoring.score(blind));
        head(page, "Group");
        for (Group group : Group.values()) {
            List<Pair> some = of(scored, group);
            if (!some.isEmpty()) {
                line(page, name(group), Scoring.score(some));
            }
        }
        for (Enzyme enzyme : Enzyme.values()) {
            part(page, "out-of-sample, " + enzyme + " only", blind, effects -> effects.stream().allMatch(effect -> effect.enzyme() == enzyme));
        }
        part(page, "out-of-sample, both enzymes", blind, effects -> effects.size() > 1);
        part(page, "out-of-sample, inhibitors", blind, effects -> effects.stream().allMatch(PairModel.Effect::inhibits));
        part(page, "out-of-sample, inducers", blind, effects -> effects.stream().noneMatch(PairModel.Effect::inhibits));
        part(page, "out-of-sample, a constant known by its class alone", blind, effects -> !ownRatios(effects));
        line(page, "out-of-sample, each precipitant known by its class alone", Scoring.score(scoring.leavingEachPrecipitantOut()));
        line(page, "out-of-sample, doses of studies left aside", Scoring.score(of(scoring.scoredAtUsualDoses(), Group.OUT_OF_SAMPLE)));
        page.append('\n').append(leftOut(blind)).append('\n');
    }

    private static boolean ownRatios(List<PairModel.Effect> effects) {
        return effects.stream().allMatch(effect -> effect.share().kind() != Constant.Kind.CLASS && effect.change().kind() != Constant.Kind.CLASS);
    }

    private static void part(StringBuilder page, String name, List<Pair> pairs, Predicate<List<PairModel.Effect>> which) {
        List<Pair> some = pairs.stream().filter(pair -> pair.predicted() instanceof PairModel.Computed computed && which.test(computed.effects())).toList();
        if (!some.isEmpty()) {
            line(page, name, Scoring.score(some));
        }
    }

    private static void head(StringBuilder page, String first) {
        page.append("| ").append(first).append(" | n | without a prediction | geometric mean fold error | predicted over observed | within 2-fold | inside the interval |\n|---|---|---|---|---|---|---|\n");
    }

    private static void misses(StringBuilder page, String title, List<Pair> pairs) {
        page.append("\n## ").append(title).append("\n\n");
        pairs.stream().filter(pair -> pair.foldError() > 2).sorted(Comparator.comparingDouble(Pair::foldError).reversed())
                .forEach(pair -> page.append("- ").append(pair.observed().precipitant()).append(" on ").append(pair.observed().victim()).append(": predicted ").append(predicted(pair))
                        .append(", observed ").append(number(pair.observed().ratio())).append(" (").append(pair.observed().row().locator()).append(")\n"));
    }

    private static void pairs(StringBuilder page, String title, List<Pair> pairs) {
        page.append("\n## ").append(title).append("\n\n| Precipitant | Victim | Group | Observed | Predicted (interval) | Fold error | Read in |\n|---|---|---|---|---|---|---|\n");
        pairs.forEach(pair -> page.append("| ").append(pair.observed().precipitant()).append(" | ").append(pair.observed().victim()).append(" | ").append(name(pair.group()))
                .append(" | ").append(number(pair.observed().ratio())).append(" | ").append(predicted(pair)).append(" | ").append(number(pair.foldError()))
                .append(" | ").append(pair.observed().row().source()).append(", ").append(pair.observed().row().locator()).append(" |\n"));
    }

    private static void verdict(StringBuilder page, Score score) {
        page.append("Target, out-of-sample: geometric mean fold error at most ").append(TARGET_FOLD).append(": **").append(score.foldError() <= TARGET_FOLD ? "met" : "missed")
                .append("** (").append(String.format(Locale.ROOT, "%.3f", score.foldError())).append("). ").append(percent(TARGET_WITHIN)).append(" within 2-fold: **")
                .append(score.withinTwo() >= TARGET_WITHIN ? "met" : "missed").append("** (").append(percent(score.withinTwo())).append(" of ").append(score.n()).append("; ").append(score.missing())
                .append(" more cannot be predicted and count as neither; counted as missed they would make it ").append(percent(score.withinTwo() * score.n() / (score.n() + score.missing()))).append(").\n\n");
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
        page.append("\n## What can be computed\n\n| | from ratios of the medicine itself | from its regulatory class only | in all |\n|---|---|---|---|\n");
        count(page, "victims (CYP3A or CYP2D6)", constants.victims(), victim -> anyRatio(enzyme -> constants.contribution(enzyme, victim)));
        count(page, "precipitants", constants.precipitants(), medicine -> anyRatio(enzyme -> constants.inhibition(enzyme, medicine).or(() -> constants.induction(enzyme, medicine))));
        page.append("\nRatios that constants rest on: ").append(basis.size()).append(". A class says little: its interval spans the whole class.\n");
    }

    /** What a reader needs to follow a prediction by hand. */
    private void constants(StringBuilder page) {
        page.append("""

                ## Constants

                Share: of the victim's oral clearance. Taken: share of the enzyme that an inhibitor takes, at the dose named. Added: rise of the enzyme under an inducer.

                | Medicine | Enzyme | Constant | Value (interval) | Rests on |
                |---|---|---|---|---|
                """);
        for (Enzyme enzyme : Enzyme.values()) {
            constants.victims().forEach(medicine -> constants.contribution(enzyme, medicine).ifPresent(constant -> constant(page, medicine, enzyme, "share", constant)));
            constants.precipitants().forEach(medicine -> {
                constants.inhibition(enzyme, medicine).ifPresent(constant -> constant(page, medicine, enzyme, "taken", constant));
                constants.induction(enzyme, medicine).ifPresent(constant -> constant(page, medicine, enzyme, "added", constant));
            });
        }
    }

    private static void constant(StringBuilder page, String medicine, Enzyme enzyme, String what, Constant constant) {
        page.append("| ").append(medicine).append(" | ").append(enzyme).append(" | ").append(what)
                .append(constant.dose().isPresent() ? String.format(Locale.ROOT, ", %.0f mg a day", constant.dose().getAsDouble()) : "").append(" | ").append(share(constant.value().median()))
                .append(" (").append(share(constant.value().low())).append("-").append(share(constant.value().high())).append(") | ")
                .append(constant.kind() == Constant.Kind.CLASS ? "its class" : constant.basis().size() + (constant.basis().size() == 1 ? " ratio" : " ratios")).append(" |\n");
    }

    /** Shares near one need a digit more. */
    private static String share(double value) {
        return String.format(Locale.ROOT, value < 0.95 || value > 1 ? "%.2f" : "%.3f", value);
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
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.1f", value);
    }
}
