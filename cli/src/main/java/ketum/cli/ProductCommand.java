package ketum.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.care.casefile.CaseFileException;
import ketum.care.casefile.CertificateFile;
import ketum.care.law.LawAnswer;
import ketum.care.product.Certificate;
import ketum.care.product.ProductCheck;
import ketum.care.product.ProductReport;
import ketum.report.Audience;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum product}: what a laboratory's certificate says about a product. */
@Command(name = "product", synopsisSubcommandLabel = "COMMAND",
        header = "Checks a laboratory's certificate of a product.",
        footer = {
            "",
            "Examples:",
            "  ketum product check examples/certificates/k51.yaml --daily 6g",
            "  ketum product check examples/certificates/k51.yaml --in US-GA"})
final class ProductCommand implements Runnable {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,3})?)\\s*([a-z]+)");
    private static final Map<String, Certificate.Unit> UNITS = Map.ofEntries(Map.entry("g", Certificate.Unit.GRAM), Map.entry("gram", Certificate.Unit.GRAM), Map.entry("grams", Certificate.Unit.GRAM),
            Map.entry("ml", Certificate.Unit.MILLILITRE), Map.entry("tablet", Certificate.Unit.PIECE), Map.entry("tablets", Certificate.Unit.PIECE), Map.entry("capsule", Certificate.Unit.PIECE),
            Map.entry("capsules", Certificate.Unit.PIECE), Map.entry("bottle", Certificate.Unit.PIECE), Map.entry("bottles", Certificate.Unit.PIECE), Map.entry("piece", Certificate.Unit.PIECE),
            Map.entry("pieces", Certificate.Unit.PIECE));

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ProductCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "check",
            header = "Contaminants at your intake, alkaloids, label, missing tests, and the rules of a place.",
            description = {"", "FILE is a certificate as YAML, JSON or CSV; docs/user/product.md says what it may hold. Nothing is worked out for another intake than the one stated, and nothing says how much to take.", ""},
            footer = {"", "Examples:", "  ketum product check coa.yaml --daily 6g", "  ketum product check coa.csv --daily \"4 capsules\" --in US-GA --json"})
    void check(
            @Parameters(paramLabel = "FILE", description = "the certificate (YAML, JSON or CSV)") Path file,
            @Option(names = "--daily", paramLabel = "AMOUNT", description = "what is taken in a day: 6g, \"4 capsules\", \"60 ml\"") String daily,
            @Option(names = "--in", paramLabel = "PLACE", description = "also check the rules of this place") String place,
            @Option(names = "--on", paramLabel = "DATE", description = "the day asked about (default: today)") String on,
            @Option(names = "--for", paramLabel = "READER", defaultValue = "person", completionCandidates = AssessCommand.Readers.class,
                    description = "who reads it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})") Audience reader,
            @Option(names = "--json", description = "print JSON in place of text") boolean json) {
        LocalDate day = LawCommand.day(on, spec);
        Optional<Certificate.Amount> intake = Optional.ofNullable(daily).map(this::amount);
        Optional<LawAnswer> law = Optional.ofNullable(place).map(each -> LawCommand.ask(each, day));
        ProductReport report = ProductCheck.run(read(file), day, intake, law);
        terminal.print(json ? Report.productJson(report, reader) : Report.product(report, reader, terminal.screen()));
    }

    static Certificate read(Path file) {
        try {
            return CertificateFile.full(file, LocalDate.now());
        } catch (CaseFileException e) {
            throw new InputProblem(e.getMessage());
        }
    }

    private Certificate.Amount amount(String typed) {
        Matcher amount = AMOUNT.matcher(typed.strip().toLowerCase(java.util.Locale.ROOT));
        if (amount.matches() && UNITS.containsKey(amount.group(2)) && Double.parseDouble(amount.group(1)) > 0) {
            return new Certificate.Amount(Double.parseDouble(amount.group(1)), UNITS.get(amount.group(2)));
        }
        throw new ParameterException(spec.commandLine(), "--daily: \"" + typed + "\" is no amount; write for example 6g, \"4 capsules\" or \"60 ml\"");
    }
}
