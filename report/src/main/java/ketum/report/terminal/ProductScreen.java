package ketum.report.terminal;

import java.util.Optional;
import java.util.stream.Collectors;
import ketum.care.law.LawAnswer;
import ketum.care.product.Certificate;
import ketum.care.product.ProductReport;
import ketum.care.product.ProductReport.Finding;
import ketum.care.product.ProductReport.LabelLine;
import ketum.care.product.ProductReport.LimitLine;
import ketum.care.product.ProductReport.ReadingLine;
import ketum.care.product.ProductReport.RuleLine;
import ketum.care.product.ProductReport.Verdict;
import ketum.care.product.Range;
import ketum.kratom.data.LawRule;
import ketum.kratom.data.Source;
import ketum.kratom.data.Status;
import ketum.report.Audience;
import ketum.report.terminal.Screen.Style;

/** A checked certificate: the law's answer where a place was named, what stands out, each limit, what was not tested, each rule with its arithmetic. */
public final class ProductScreen {
    /** Said under every check. */
    public static final String NO_DOSE = "A certificate speaks for the sample the laboratory got. Nothing here says how much to take.";

    private final ProductReport report;
    private final Audience audience;
    private final Screen screen;

    private ProductScreen(ProductReport report, Audience audience, Screen screen) {
        this.report = report;
        this.audience = audience;
        this.screen = screen;
    }

    public static String render(ProductReport report, Audience audience, TerminalOptions options) {
        Screen screen = new Screen(options);
        new ProductScreen(report, audience, screen).write();
        return screen.toString();
    }

    /** The law of the place in full, then what it makes of the product. */
    public static String lawAndProduct(ProductReport report, TerminalOptions options) {
        Screen screen = new Screen(options);
        LawScreen.write(report.law().orElseThrow(), screen);
        screen.blank();
        ProductScreen part = new ProductScreen(report, Audience.CLINICIAN, screen);
        part.head();
        part.verdict();
        part.rules();
        part.label();
        return screen.toString();
    }

    private void write() {
        head();
        report.law().ifPresent(law -> LawScreen.warnings(law, screen));
        verdict();
        screen.blank();
        report.findings().forEach(this::finding);
        limits();
        if (!report.missing().isEmpty()) {
            screen.blank();
            screen.line("Not on the certificate", Style.BOLD);
            screen.item("   ", String.join(", ", report.missing()) + ". What was not tested is not known to be absent.", Style.PLAIN);
        }
        rules();
        label();
        screen.blank();
        screen.line("Sources", Style.BOLD);
        for (Source source : report.sources()) {
            screen.item("   ", "[" + source.key() + "] " + source.citation(), Style.PLAIN);
        }
        screen.line(NO_DOSE, Style.BOLD);
        if (report.law().isPresent()) {
            screen.line(LawScreen.NOT_ADVICE, Style.BOLD);
        }
    }

    private void head() {
        Certificate certificate = report.certificate();
        screen.line("Product check of " + certificate.title() + " on " + report.on(), Style.BOLD);
        screen.item("   ", report.form().map(form -> "Checked as: " + form.label() + ".").orElse("What kind of product it is, is not on the certificate (type)."), Style.PLAIN);
        report.daily().ifPresent(daily -> screen.item("   ", "Stated intake: " + number(daily.amount().number()) + " " + unit(daily.amount().unit()) + " a day"
                + (daily.grams().isPresent() && daily.amount().unit() != Certificate.Unit.GRAM ? " = " + number(daily.grams().getAsDouble()) + " g" : "") + ".", Style.PLAIN));
    }

    private static String unit(Certificate.Unit unit) {
        return switch (unit) {
            case GRAM -> "g";
            case MILLILITRE -> "ml";
            case PIECE -> "pieces";
        };
    }

    private void verdict() {
        Optional<Verdict> verdict = report.verdict();
        if (verdict.isEmpty()) {
            return;
        }
        LawAnswer law = report.law().orElseThrow();
        screen.blank();
        screen.line("Is it lawful in " + law.name() + " (" + law.place() + ") on " + law.on() + "?  " + switch (verdict.get().answer()) {
            case FORBIDDEN -> "NO, as far as known";
            case AMBIGUOUS -> "AMBIGUOUS";
            case CANNOT_TELL -> "CANNOT TELL";
            case NO_RULE_AGAINST_IT_FOUND -> "NO RULE AGAINST IT FOUND";
        } + (law.stale() ? " (the note is stale)" : ""), Style.ALARM);
        verdict.get().reasons().forEach(reason -> screen.item(" - ", reason, Style.PLAIN));
        law.minimumAge().ifPresent(age -> screen.item(" - ", "Sold from " + age.value() + (age.confirmed() ? "." : ", which nobody confirmed."), Style.PLAIN));
        verdict.get().proposed().forEach(reason -> screen.item(" - ", "Not in force, only proposed: " + reason, Style.PLAIN));
    }

    private void finding(Finding finding) {
        String text = finding.text() + (audience == Audience.CLINICIAN ? " [" + finding.grade() + "]" : "");
        screen.item(switch (finding.level()) {
            case PROBLEM -> "!! ";
            case CAUTION -> " ! ";
            case CANNOT_TELL -> " ? ";
            case FINE -> "ok ";
        }, text, finding.level() == ProductReport.Level.PROBLEM ? Style.BOLD : Style.PLAIN);
        if (!finding.arithmetic().isEmpty()) {
            screen.item("     ", finding.arithmetic(), Style.PLAIN);
        }
    }

    private void limits() {
        if (report.limits().isEmpty()) {
            return;
        }
        screen.blank();
        screen.line("Beside each limit", Style.BOLD);
        String last = "";
        for (LimitLine line : report.limits().stream().sorted(java.util.Comparator.comparing(LimitLine::analyte)).toList()) {
            if (!line.analyte().equals(last)) {
                screen.item("   ", line.analyte() + ": " + line.arithmetic(), Style.PLAIN);
                last = line.analyte();
            }
            screen.item("     ", line.outcome().label() + "  " + number(line.limit()) + " " + line.unit() + ", " + line.set() + line.share().map(share -> ": " + percent(share) + " of it").orElse("")
                    + reached(line) + (line.status() == Status.UNCONFIRMED ? " (this limit is NOT CONFIRMED)" : ""), Style.PLAIN);
        }
    }

    private static String percent(Range share) {
        return share.times(100).words() + " %";
    }

    /** A person sees the amount only where it lies within what they take; nothing may read as room for more. */
    private String reached(LimitLine line) {
        Optional<Range> at = line.reachedAt().filter(range -> !Double.isInfinite(range.low()));
        boolean within = at.isPresent() && report.daily().isPresent() && report.daily().get().grams().isPresent() && at.get().low() <= report.daily().get().grams().getAsDouble();
        if (at.isEmpty() || audience == Audience.PERSON && !within) {
            return "";
        }
        double most = audience == Audience.PERSON ? report.daily().orElseThrow().grams().getAsDouble() : Double.POSITIVE_INFINITY;
        return ", reached at " + (at.get().high() > most ? number(at.get().low()) + " g a day or more" : at.get().words() + " g a day");
    }

    private void rules() {
        if (report.rules().isEmpty()) {
            return;
        }
        screen.blank();
        screen.line("Rules on what it may hold, each as it is written", Style.BOLD);
        for (RuleLine line : report.rules()) {
            String marks = (line.rule().binding() == LawRule.Binding.PROPOSED ? " (only proposed)" : "") + (line.rule().status() == Status.UNCONFIRMED ? " (NOT CONFIRMED)" : "")
                    + (line.close() ? " (close)" : "");
            screen.item("   ", line.outcome().label().toUpperCase(java.util.Locale.ROOT) + marks + "  " + line.place() + ": " + line.rule().text() + " [" + line.rule().locator() + "]", Style.BOLD);
            for (ReadingLine reading : line.readings()) {
                String lead = line.readings().size() > 1 ? reading.outcome().label() + " if " + reading.assuming() + ": " : "";
                screen.item("     ", lead + String.join(". ", reading.arithmetic()) + ".", Style.PLAIN);
            }
        }
    }

    private void label() {
        if (report.label().isEmpty()) {
            return;
        }
        screen.blank();
        screen.line("What the label must state", Style.BOLD);
        for (var outcome : ProductReport.Outcome.values()) {
            String lines = report.label().stream().filter(line -> line.outcome() == outcome).map(LabelLine::says).distinct().collect(Collectors.joining("; "));
            if (!lines.isEmpty()) {
                screen.item("   ", switch (outcome) {
                    case PASS -> "there: ";
                    case FAIL -> "MISSING: ";
                    case CANNOT_TELL, AMBIGUOUS -> "not looked at: ";
                } + lines + ".", Style.PLAIN);
            }
        }
    }

    private static String number(double value) {
        return new Range(value, value).words();
    }
}
