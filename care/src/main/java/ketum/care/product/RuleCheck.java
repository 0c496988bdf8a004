package ketum.care.product;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ketum.care.product.Certificate.Value;
import ketum.care.product.ProductReport.Outcome;
import ketum.care.product.ProductReport.ReadingLine;
import ketum.care.product.ProductReport.RuleLine;
import ketum.kratom.data.Analytes;
import ketum.kratom.data.Analytes.Panel;
import ketum.kratom.data.Law.Form;
import ketum.kratom.data.LawRule;
import ketum.kratom.data.LawRule.Test;

/** Works out a rule on a certificate, as the rule is written, and shows the arithmetic. */
final class RuleCheck {

    /** The alkaloids that Oklahoma counts, and the fewest that a sum of a leaf's alkaloids needs. */
    static final List<String> FIVE = List.of("mitragynine", "speciociliatine", "speciogynine", "paynantheine", "7-hydroxymitragynine");
    private static final String SEVEN_OH = "7-hydroxymitragynine";
    /** Two relative standard deviations at the upper end of 4 to 7 %. */
    static final double NOISE = 0.14;

    private record Line(Outcome outcome, String arithmetic, boolean close) {}

    private final Certificate certificate;
    private final Amounts amounts;
    private final Optional<Form> form;

    RuleCheck(Certificate certificate, Optional<Form> form) {
        this.certificate = certificate;
        this.amounts = new Amounts(certificate);
        this.form = form;
    }

    /** The rule on this product; empty where it says nothing about products of this form. */
    Optional<RuleLine> line(String place, LawRule rule) {
        List<LawRule.Case> cases = rule.cases().stream().filter(each -> form.map(known -> each.forms().contains(known)).orElse(true)).toList();
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        List<ReadingLine> readings = new ArrayList<>();
        Set<Outcome> perCase = EnumSet.noneOf(Outcome.class);
        boolean close = false;
        for (LawRule.Case each : cases) {
            Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
            for (LawRule.Reading reading : each.readings()) {
                List<Line> lines = reading.tests().stream().map(test -> line(test)).toList();
                Outcome outcome = all(lines);
                outcomes.add(outcome);
                close |= lines.stream().anyMatch(Line::close);
                String what = form.isPresent() ? "" : "if it is " + String.join(" or ", each.forms().stream().map(Form::label).sorted().toList()) + ": ";
                readings.add(new ReadingLine(what + reading.assuming(), outcome, lines.stream().map(line -> line.outcome().label() + ": " + line.arithmetic()).toList()));
            }
            perCase.add(outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.AMBIGUOUS);
        }
        // What the product is, is for the certificate to say; what the rule means is not.
        Outcome outcome = perCase.size() == 1 ? perCase.iterator().next() : Outcome.CANNOT_TELL;
        return Optional.of(new RuleLine(place, rule, outcome, close, readings));
    }

    private static Outcome all(List<Line> lines) {
        if (lines.stream().anyMatch(line -> line.outcome() == Outcome.FAIL)) {
            return Outcome.FAIL;
        }
        return lines.stream().anyMatch(line -> line.outcome() == Outcome.CANNOT_TELL) ? Outcome.CANNOT_TELL : Outcome.PASS;
    }

    private Line line(Test test) {
        return switch (test) {
            case Test.ShareOfMass(String of, double most, LawRule.Basis basis) -> shareOfMass(of, most, basis == LawRule.Basis.DRY);
            case Test.ShareOfAlkaloids(String of, double most, LawRule.Total total) -> shareOfAlkaloids(of, most, total);
            case Test.AlkaloidsInMass(double most, LawRule.Basis basis) -> alkaloidsInMass(most, basis == LawRule.Basis.DRY);
            case Test.Milligrams(String of, double most, LawRule.Per per) -> milligrams(of, most, per);
            case Test.Ratio(String of, String to, double least) -> ratio(of, to, least);
            case Test.Dominant(String of, double least) -> dominant(of, least);
            case Test.Absent(List<String> analytes) -> absent(analytes);
            case Test.FormAllowed(Set<Form> allowed) -> formAllowed(allowed);
            case Test.NotStated(String what) -> new Line(Outcome.CANNOT_TELL, what + " is not known here", false);
        };
    }

    private static Line cannotTell(String why) {
        return new Line(Outcome.CANNOT_TELL, why, false);
    }

    private static Line atMost(Range found, double most, String unit, String arithmetic) {
        Outcome outcome = found.high() <= most ? Outcome.PASS : found.low() > most ? Outcome.FAIL : Outcome.CANNOT_TELL;
        boolean close = found.low() > 0 && found.low() <= most * (1 + NOISE) && found.high() >= most * (1 - NOISE);
        return new Line(outcome, arithmetic + "; limit " + Range.number(most) + " " + unit + (close ? " (within assay noise: another laboratory may land on the other side)" : ""), close);
    }

    private Line shareOfMass(String of, double most, boolean dry) {
        Optional<Range> found = amounts.perGram(of, dry);
        if (found.isEmpty()) {
            return cannotTell(missing(of, "per g"));
        }
        String assumed = amounts.assumesMoisture(of, dry) ? ", 0 to 15 % water assumed" : "";
        return atMost(found.get().times(0.1), most, "%", name(of) + " " + found.get().words() + " mg/g " + (dry ? "dry" : "as sold") + assumed + " = " + found.get().times(0.1).words() + " % by mass");
    }

    private String missing(String of, String per) {
        return amounts.tested(of) ? "the certificate gives no number for " + name(of) + " " + per : name(of) + " is not on the certificate";
    }

    /** mg in a common unit: each g where that is known, else each piece. */
    private Optional<Range> common(String analyte, boolean grams) {
        return grams ? amounts.relative(analyte) : amounts.perPiece(analyte);
    }

    private boolean inGrams(String of) {
        return amounts.perGram(of, false).isPresent();
    }

    private double most(boolean grams) {
        return grams ? Amounts.PURE : certificate.pieceGrams().isPresent() ? certificate.pieceGrams().getAsDouble() * Amounts.PURE : Double.POSITIVE_INFINITY;
    }

    private Line shareOfAlkaloids(String of, double most, LawRule.Total total) {
        boolean grams = inGrams(of);
        Optional<Range> part = common(of, grams);
        if (part.isEmpty()) {
            return cannotTell(missing(of, "per g or piece"));
        }
        Optional<Range> stated = total == LawRule.Total.REPORTED ? common("total alkaloids", grams) : Optional.empty();
        if (stated.isPresent()) {
            Range share = new Range(part.get().low() / stated.get().high(), stated.get().low() == 0 ? 1 : StrictMath.min(1, part.get().high() / stated.get().low())).times(100);
            return atMost(share, most, "%", name(of) + " " + part.get().words() + " / total alkaloids as reported " + stated.get().words() + " = " + share.words() + " %");
        }
        Range others = Range.exactly(0);
        List<String> counted = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Analytes.Analyte analyte : Analytes.standard().all()) {
            boolean five = FIVE.contains(analyte.id());
            if (analyte.panel() != Panel.ALKALOID || analyte.id().equals(of) || total == LawRule.Total.FIVE_ALKALOIDS && !five) {
                continue;
            }
            Optional<Range> amount = common(analyte.id(), grams);
            if (amount.isPresent()) {
                others = others.plus(amount.get());
                counted.add(analyte.name() + " " + amount.get().words());
            } else if (five) {
                absent.add(analyte.name());
            }
        }
        double room = StrictMath.max(0, most(grams) - part.get().low() - others.low());
        Range all = absent.isEmpty() ? others : others.plus(new Range(0, room));
        Range share = part.get().shareBeside(all).times(100);
        String unit = grams ? amounts.relativeUnit() : "mg a piece";
        String arithmetic = name(of) + " " + part.get().words() + " / (" + part.get().words() + " + " + (counted.isEmpty() ? "nothing else reported" : String.join(" + ", counted)) + ") " + unit + " = " + share.words() + " %"
                + (absent.isEmpty() ? "" : ", as " + String.join(", ", absent) + " " + (absent.size() == 1 ? "is" : "are") + " not on the certificate");
        return atMost(share, most, "% of " + (total == LawRule.Total.FIVE_ALKALOIDS ? "the five alkaloids" : "the alkaloids"), arithmetic);
    }

    private Line alkaloidsInMass(double most, boolean dry) {
        Range sum = Range.exactly(0);
        List<String> counted = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String id : FIVE) {
            Optional<Range> amount = amounts.perGram(id, dry);
            if (amount.isPresent()) {
                sum = sum.plus(amount.get());
                counted.add(amount.get().words());
            } else {
                absent.add(name(id));
            }
        }
        if (counted.isEmpty()) {
            return cannotTell("no alkaloid is stated per g");
        }
        Range all = absent.isEmpty() ? sum : new Range(sum.low(), Amounts.PURE);
        String assumed = amounts.assumesMoisture("mitragynine", dry) ? ", 0 to 15 % water assumed" : "";
        return atMost(all.times(0.1), most, "% of " + (dry ? "dry " : "") + "mass", "five alkaloids " + String.join(" + ", counted) + " mg/g" + assumed + " = " + sum.times(0.1).words() + " %"
                + (absent.isEmpty() ? "" : " without " + String.join(", ", absent) + ", not on the certificate"));
    }

    private Line milligrams(String of, double most, LawRule.Per per) {
        Optional<Range> found = switch (per) {
            case SERVING -> amounts.perServing(of);
            case PIECE -> amounts.perPiece(of);
            case PACKAGE -> amounts.perPackage(of);
            case GRAM_OR_MILLILITRE -> amounts.perMillilitre(of).or(() -> amounts.perGram(of, false));
        };
        if (found.isEmpty()) {
            boolean known = amounts.perGram(of, false).isPresent() || amounts.perPiece(of).isPresent() || amounts.perMillilitre(of).isPresent();
            return cannotTell(known ? "the certificate does not say what one " + per.label() + " is" : missing(of, "per " + per.label()));
        }
        return atMost(found.get(), most, "mg", name(of) + " " + found.get().words() + " mg per " + per.label());
    }

    private Line ratio(String of, String to, double least) {
        boolean grams = inGrams(of) && inGrams(to);
        Optional<Range> one = common(of, grams);
        Optional<Range> other = common(to, grams);
        if (one.isEmpty() || other.isEmpty()) {
            return cannotTell(one.isEmpty() ? missing(of, "per g or piece") : missing(to, "per g or piece"));
        }
        return atLeast(one.get().over(other.get()), least, name(of) + " " + one.get().words() + " / " + name(to) + " " + other.get().words());
    }

    private static Line atLeast(Range found, double least, String arithmetic) {
        Outcome outcome = found.low() >= least ? Outcome.PASS : found.high() < least ? Outcome.FAIL : Outcome.CANNOT_TELL;
        boolean close = found.low() <= least * (1 + NOISE) && found.high() >= least * (1 - NOISE) && !Double.isInfinite(found.high());
        return new Line(outcome, arithmetic + " = " + found.words() + "; at least " + Range.number(least), close);
    }

    private Line dominant(String of, double least) {
        boolean grams = inGrams(of);
        Optional<Range> one = common(of, grams);
        if (one.isEmpty()) {
            return cannotTell(missing(of, "per g or piece"));
        }
        Line worst = null;
        boolean untested = false;
        for (Analytes.Analyte analyte : Analytes.standard().all()) {
            if (analyte.panel() != Panel.ALKALOID || analyte.id().equals(of)) {
                continue;
            }
            Optional<Range> other = common(analyte.id(), grams);
            if (other.isPresent()) {
                Line line = atLeast(one.get().over(other.get()), least, name(of) + " " + one.get().words() + " / " + analyte.name() + " " + other.get().words());
                if (worst == null || line.outcome() == Outcome.FAIL || line.outcome() == Outcome.CANNOT_TELL && worst.outcome() == Outcome.PASS) {
                    worst = line;
                }
            } else {
                untested |= FIVE.contains(analyte.id());
            }
        }
        if (worst == null) {
            return cannotTell("no other alkaloid is on the certificate");
        }
        return worst.outcome() == Outcome.PASS && untested ? cannotTell(worst.arithmetic() + "; other alkaloids of the leaf are not on the certificate") : worst;
    }

    private Line absent(List<String> analytes) {
        if (form.isPresent() && form.get() == Form.SYNTHETIC_PRODUCT && analytes.contains("mitragynine pseudoindoxyl")) {
            return new Line(Outcome.FAIL, "the product is sold as mitragynine pseudoindoxyl or MGM", false);
        }
        List<String> found = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String id : analytes) {
            List<Certificate.Result> results = amounts.results(id).toList();
            boolean measured = results.stream().anyMatch(result -> switch (result.value()) {
                case Value.Mass mass -> mass.milligrams().low() > 0;
                case Value.Present _ -> true;
                case Value.Count _, Value.NotDetected _, Value.Absent _ -> false;
            });
            boolean maybe = results.isEmpty() || results.stream().anyMatch(result -> result.value() instanceof Value.Mass mass && mass.milligrams().low() == 0 && mass.milligrams().high() > 0);
            if (measured) {
                found.add(name(id));
            } else if (maybe) {
                open.add(name(id) + (results.isEmpty() ? " not on the certificate" : " only said to lie below a limit"));
            }
        }
        if (!found.isEmpty()) {
            return new Line(Outcome.FAIL, String.join(", ", found) + " found", false);
        }
        return open.isEmpty() ? new Line(Outcome.PASS, "none found of " + String.join(", ", analytes.stream().map(RuleCheck::name).toList()), false) : cannotTell(String.join("; ", open));
    }

    private Line formAllowed(Set<Form> allowed) {
        String only = String.join(" or ", allowed.stream().map(Form::label).sorted().toList());
        return form.map(known -> new Line(allowed.contains(known) ? Outcome.PASS : Outcome.FAIL, "it is " + known.label() + "; allowed is only " + only, false))
                .orElseGet(() -> cannotTell("the certificate does not say what the product is; allowed is only " + only));
    }

    static String name(String id) {
        return id.equals(SEVEN_OH) ? "7-OH" : Analytes.standard().find(id).map(Analytes.Analyte::name).orElse(id);
    }
}
