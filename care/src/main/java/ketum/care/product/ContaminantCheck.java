package ketum.care.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import ketum.care.product.Certificate.Value;
import ketum.care.product.ProductReport.Daily;
import ketum.care.product.ProductReport.Finding;
import ketum.care.product.ProductReport.Level;
import ketum.care.product.ProductReport.LimitLine;
import ketum.care.product.ProductReport.Outcome;
import ketum.kratom.data.Analytes;
import ketum.kratom.data.Analytes.Analyte;
import ketum.kratom.data.Analytes.Panel;
import ketum.kratom.data.Law.Form;
import ketum.kratom.data.Row;
import ketum.kratom.data.Status;
import ketum.kratom.data.Tables;

/** Metals, microbes, mycotoxins and solvents beside every limit on file, at the stated daily intake. */
final class ContaminantCheck {

    private static final double MICROGRAMS = 1000;
    private static final double MICROGRAMS_PER_KG = 1e6;

    private final Certificate certificate;
    private final Amounts amounts;
    private final Optional<Form> form;
    private final Optional<Daily> daily;

    ContaminantCheck(Certificate certificate, Optional<Form> form, Optional<Daily> daily) {
        this.certificate = certificate;
        this.amounts = new Amounts(certificate);
        this.form = form;
        this.daily = daily;
    }

    List<LimitLine> lines() {
        List<LimitLine> lines = new ArrayList<>();
        boolean leaf = form.map(each -> each == Form.LEAF || each == Form.LEAF_CAPSULE).orElse(true);
        for (Row row : Tables.one("limits").rows()) {
            int slash = row.id().indexOf('/');
            String set = row.id().substring(0, slash);
            Analyte analyte = Analytes.standard().find(row.id().substring(slash + 1)).orElseThrow(() -> new IllegalStateException("limit on an unknown analyte: " + row.id()));
            boolean fits = !set.equals("usp-2023-extract") && !set.equals("usp-2023") && !set.equals("ahpa") || leaf != set.equals("usp-2023-extract");
            if (fits && amounts.tested(analyte.id())) {
                lines.add(switch (row.quantity()) {
                    case "daily" -> daily(row, analyte);
                    case "content" -> content(row, analyte);
                    case "count" -> count(row, analyte);
                    case "absent_in" -> absent(row, analyte);
                    default -> throw new IllegalStateException("a limit of unknown kind: " + row.quantity());
                });
            }
        }
        return lines;
    }

    private static LimitLine line(Row row, Analyte analyte, Outcome outcome, String unit, Optional<Range> found, Optional<Range> reachedAt, String arithmetic) {
        Optional<Range> share = found.map(each -> each.times(1 / row.value()));
        return new LimitLine(analyte.name(), analyte.panel().label(), row.note(), outcome, row.value(), unit, found, share, reachedAt, arithmetic, row.status(), row.source(), row.locator());
    }

    private static Outcome below(Range found, double limit) {
        return found.high() <= limit ? Outcome.PASS : found.low() > limit ? Outcome.FAIL : Outcome.CANNOT_TELL;
    }

    private LimitLine daily(Row row, Analyte analyte) {
        Optional<Range> perGram = amounts.perGram(analyte.id(), false).map(each -> each.times(MICROGRAMS));
        Optional<Range> reached = perGram.map(each -> new Range(each.high() == 0 ? Double.POSITIVE_INFINITY : row.value() / each.high(), each.low() == 0 ? Double.POSITIVE_INFINITY : row.value() / each.low()));
        Optional<Range> found = daily.flatMap(stated -> amounts.in(analyte.id(), stated.amount())).map(each -> each.times(MICROGRAMS));
        if (found.isEmpty()) {
            return line(row, analyte, Outcome.CANNOT_TELL, "ug a day", found, reached, daily.isEmpty() ? "no daily intake was stated" : "the certificate gives no number in the unit of the intake");
        }
        String arithmetic = perGram.isPresent() && daily.get().grams().isPresent()
                ? perGram.get().words() + " ug/g x " + Range.number(daily.get().grams().getAsDouble()) + " g = " + found.get().words() + " ug a day" : found.get().words() + " ug a day";
        return line(row, analyte, below(found.get(), row.value()), "ug a day", found, reached, arithmetic);
    }

    private LimitLine content(Row row, Analyte analyte) {
        Optional<Range> found = amounts.perGram(analyte.id(), false).map(each -> each.times(MICROGRAMS_PER_KG));
        return line(row, analyte, found.map(each -> below(each, row.value())).orElse(Outcome.CANNOT_TELL), "ug/kg", found, Optional.empty(),
                found.map(each -> each.words() + " ug/kg").orElse("the certificate gives no number per mass"));
    }

    private LimitLine count(Row row, Analyte analyte) {
        Optional<Range> found = amounts.results(analyte.id()).map(result -> switch (result.value()) {
            case Value.Count(Range range) -> Optional.of(range);
            case Value.NotDetected(OptionalDouble limit, var _) when limit.isPresent() -> Optional.of(new Range(0, limit.getAsDouble()));
            case Value.Mass _, Value.NotDetected _, Value.Absent _, Value.Present _ -> Optional.<Range>empty();
        }).flatMap(Optional::stream).reduce(Range::with);
        return line(row, analyte, found.map(each -> below(each, row.value())).orElse(Outcome.CANNOT_TELL), "CFU/g", found, Optional.empty(),
                found.map(each -> each.words() + " CFU/g").orElse("the certificate gives no count"));
    }

    private LimitLine absent(Row row, Analyte analyte) {
        Outcome outcome = Outcome.PASS;
        List<String> said = new ArrayList<>();
        for (Certificate.Result result : amounts.results(analyte.id()).toList()) {
            Outcome here = switch (result.value()) {
                case Value.Present _ -> Outcome.FAIL;
                case Value.Count(Range range) -> range.low() > 0 ? Outcome.FAIL : Outcome.CANNOT_TELL;
                case Value.Absent(OptionalDouble grams) -> grams.isPresent() && grams.getAsDouble() >= row.value() ? Outcome.PASS : Outcome.CANNOT_TELL;
                case Value.NotDetected _, Value.Mass _ -> Outcome.CANNOT_TELL;
            };
            said.add(switch (result.value()) {
                case Value.Present _ -> "found";
                case Value.Absent(OptionalDouble grams) when grams.isPresent() -> "not found in " + Range.number(grams.getAsDouble()) + " g";
                case Value.Count(Range range) -> range.words() + " CFU/g";
                case Value.Absent _, Value.NotDetected _, Value.Mass _ -> "not found; in how much is not said";
            });
            outcome = here == Outcome.FAIL || outcome == Outcome.PASS ? here : outcome;
        }
        return line(row, analyte, outcome, "g without any", Optional.empty(), Optional.empty(), String.join(", ", said));
    }

    /** One statement for each analyte: over a limit that is sure, over one that is not or only warns, or under all. */
    static List<Finding> findings(List<LimitLine> lines) {
        Map<String, List<LimitLine>> byAnalyte = new LinkedHashMap<>();
        lines.forEach(line -> byAnalyte.computeIfAbsent(line.analyte(), _ -> new ArrayList<>()).add(line));
        List<Finding> findings = new ArrayList<>();
        byAnalyte.forEach((analyte, all) -> {
            List<LimitLine> confirmed = all.stream().filter(line -> line.status() != Status.UNCONFIRMED).toList();
            List<LimitLine> over = confirmed.stream().filter(line -> line.outcome() == Outcome.FAIL).toList();
            List<LimitLine> binding = over.stream().filter(line -> !line.set().contains("warning is due")).toList();
            List<String> sources = confirmed.stream().map(LimitLine::source).distinct().toList();
            String id = "contaminant." + analyte.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            List<LimitLine> perhaps = confirmed.stream().filter(line -> line.outcome() == Outcome.CANNOT_TELL && line.share().map(share -> share.high() > 1).orElse(false)).toList();
            if (!over.isEmpty() || !perhaps.isEmpty()) {
                List<String> said = new ArrayList<>();
                if (!over.isEmpty()) {
                    said.add("more than " + named(binding.isEmpty() ? over : binding));
                }
                if (!perhaps.isEmpty()) {
                    said.add("perhaps more than " + named(perhaps));
                }
                findings.add(new Finding(id, binding.isEmpty() ? Level.CAUTION : Level.PROBLEM, analyte + ": " + String.join("; ", said) + ".",
                        (over.isEmpty() ? perhaps : over).getFirst().arithmetic(), "B", sources));
            } else if (confirmed.isEmpty() || confirmed.stream().anyMatch(line -> line.outcome() == Outcome.CANNOT_TELL)) {
                String why = confirmed.isEmpty() ? "no confirmed limit is on file" : confirmed.stream().filter(line -> line.outcome() == Outcome.CANNOT_TELL).findFirst().orElseThrow().arithmetic();
                findings.add(new Finding(id, Level.CANNOT_TELL, analyte + ": cannot be compared with every limit: " + why + ".", "", "D", sources));
            } else {
                findings.add(new Finding(id, Level.FINE, analyte + ": under every confirmed limit on file.", confirmed.getFirst().arithmetic(), "B", sources));
            }
        });
        return findings;
    }

    private static String named(List<LimitLine> lines) {
        return lines.stream().map(line -> Range.number(line.limit()) + " " + line.unit() + " (" + line.set() + ")").collect(Collectors.joining(", "));
    }

    /** Tests that a certificate of such a product should have and this one lacks. */
    List<String> missing() {
        List<String> wanted = new ArrayList<>(List.of("mitragynine", "7-hydroxymitragynine", "speciogynine", "paynantheine", "speciociliatine", "mitragynine pseudoindoxyl", "mgm-15",
                "lead", "cadmium", "arsenic", "mercury", "nickel", "total aerobic count", "yeast and mould", "e. coli", "salmonella", "total aflatoxins"));
        List<String> missing = new ArrayList<>(wanted.stream().filter(id -> !amounts.tested(id)).map(id -> Analytes.standard().find(id).orElseThrow().name()).toList());
        boolean processed = form.map(each -> each != Form.LEAF && each != Form.LEAF_CAPSULE).orElse(false);
        if (processed && certificate.results().stream().noneMatch(result -> result.analyte().map(known -> known.panel() == Panel.SOLVENT).orElse(false))) {
            missing.add("residual solvents");
        }
        return missing;
    }
}
