import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.care.article.ClaimAnswer;
import ketum.care.casefile.CertificateFile;
import ketum.care.interaction.InteractionCheck;
import ketum.care.interaction.KratomDose;
import ketum.care.law.LawLookup;
import ketum.care.product.ProductCheck;
import ketum.care.source.SourceLookup;
import ketum.kratom.data.Claims;
import ketum.report.Audience;
import ketum.report.Report;
import ketum.report.terminal.TerminalOptions;

/** Times look-ups within one process, from question to text, in the processor time of their thread. docs/performance/lookups.md says how to run it. */
final class Lookups {

    private static final TerminalOptions SCREEN = new TerminalOptions(80, false);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int TIMES = 21;

    private interface LookUp {
        String answer() throws Exception;
    }

    private Lookups() {
    }

    public static void main(String[] arguments) throws Exception {
        Path certificate = Path.of("examples/certificates/k51.yaml");
        Map<String, LookUp> lookUps = new LinkedHashMap<>();
        lookUps.put("law --in US-OH", () -> Report.law(LawLookup.ask("US-OH", DAY), SCREEN));
        lookUps.put("law --map", () -> Report.lawMap(LawLookup.map(DAY), SCREEN));
        lookUps.put("product check k51.yaml", () -> Report.product(ProductCheck.run(CertificateFile.full(certificate, DAY), DAY, Optional.empty(), Optional.empty()), Audience.PERSON, SCREEN));
        lookUps.put("claim \"kratom isn't addictive\"", () -> Report.claim(ClaimAnswer.to("kratom isn't addictive"), SCREEN));
        lookUps.put("claim --list", () -> Report.claims(Claims.standard().all(), SCREEN));
        lookUps.put("interact --with sertraline", () -> Report.interactions(InteractionCheck.withKratom(List.of("sertraline"), KratomDose.tested()), Audience.PERSON, SCREEN));
        lookUps.put("interact, paroxetine with metoprolol", () -> Report.interactions(InteractionCheck.between("paroxetine", "metoprolol"), Audience.PERSON, SCREEN));
        lookUps.put("sources tanna2022", () -> Report.source(SourceLookup.ask("tanna2022"), false, SCREEN));
        lookUps.put("sources jarka2023", () -> Report.source(SourceLookup.ask("jarka2023"), false, SCREEN));
        lookUps.put("sources", () -> Report.sources(SourceLookup.all(), SCREEN));
        lookUps.put("sources --unconfirmed", () -> Report.awaiting(SourceLookup.awaiting(), false, SCREEN));
        System.out.printf("%-38s %9s %13s%n", "look-up", "first, ms", "later, median");
        for (Map.Entry<String, LookUp> lookUp : lookUps.entrySet()) {
            double[] times = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                if (lookUp.getValue().answer().isEmpty()) {
                    throw new IllegalStateException(lookUp.getKey() + " answers nothing");
                }
                times[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            }
            double first = times[0];
            double[] later = Arrays.copyOfRange(times, 1, TIMES);
            Arrays.sort(later);
            System.out.printf("%-38s %9.0f %13.1f%n", lookUp.getKey(), first, later[later.length / 2]);
        }
    }
}
