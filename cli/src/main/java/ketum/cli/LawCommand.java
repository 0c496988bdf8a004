package ketum.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import ketum.care.law.LawAnswer;
import ketum.care.law.LawLookup;
import ketum.care.law.UnknownPlace;
import ketum.care.product.ProductCheck;
import ketum.care.product.ProductReport;
import ketum.report.Audience;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ketum law}: what is known about the law of a place on a day. */
@Command(name = "law",
        header = "What is known about the law on kratom in a place, on a day, and how sure that is.",
        description = {
            "",
            "A note with its sources, not the law itself and no legal advice. Notes age: one that is older than 30 days "
                    + "(where law moves) or 180 days is marked as stale.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum law --in US-OH",
            "  ketum law --in Ohio --on 2026-01-15",
            "  ketum law --in \"US-CA/San Diego\" --json",
            "  ketum law --in US-GA --product examples/certificates/k51.yaml",
            "  ketum law --map"})
final class LawCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--in", paramLabel = "PLACE", description = "a code or name: US-OH, Ohio, Germany, US-CA/San Diego")
    private String place;

    @Option(names = "--on", paramLabel = "DATE", description = "the day asked about, for example 2026-11-22 (default: today)")
    private String on;

    @Option(names = "--map", description = "every place on file, one line each")
    private boolean map;

    @Option(names = "--product", paramLabel = "FILE", description = "a certificate: is this product lawful there and then?")
    private Path product;

    @Option(names = "--json", description = "print JSON in place of text")
    private boolean json;

    LawCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (map && product != null) {
            throw new ParameterException(spec.commandLine(), "--product needs one place; write --in in the place of --map");
        }
        if (map == (place != null)) {
            throw new ParameterException(spec.commandLine(), map ? "--map stands alone: it shows every place" : "which place? Write --in US-OH, or --map for all");
        }
        LocalDate day = day(on, spec);
        if (map) {
            var answers = LawLookup.map(day);
            terminal.print(json ? Report.lawMapJson(answers) : Report.lawMap(answers, terminal.screen()));
            return;
        }
        LawAnswer answer = ask(place, day);
        if (product != null) {
            ProductReport report = ProductCheck.run(ProductCommand.read(product), day, Optional.empty(), Optional.of(answer));
            terminal.print(json ? Report.productJson(report, Audience.PERSON) : Report.lawAndProduct(report, terminal.screen()));
            return;
        }
        terminal.print(json ? Report.lawJson(answer) : Report.law(answer, terminal.screen()));
    }

    static LawAnswer ask(String place, LocalDate day) {
        try {
            return LawLookup.ask(place, day);
        } catch (UnknownPlace unknown) {
            throw new InputProblem("--in: " + unknown.getMessage());
        }
    }

    /** A day as typed, today where none was; years outside 1900 to 2100 are slips. */
    static LocalDate day(String typed, CommandSpec spec) {
        if (typed == null) {
            return LocalDate.now();
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below, with the other slips
        }
        throw new ParameterException(spec.commandLine(), "--on: \"" + typed + "\" is no date; write for example 2026-11-22");
    }
}
