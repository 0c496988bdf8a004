package ketum.cli;

import ketum.care.Referral;
import ketum.care.law.UnknownPlace;
import ketum.report.Audience;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ketum referral}: whom to call, and what can help. */
@Command(name = "referral",
        header = "Whom to call, when to call at once, and what can help someone who takes kratom.",
        description = {
            "",
            "In an emergency call your emergency number now; do not read on. Nothing is scored here and no dose is computed. "
                    + "Help lines are shown only where their number was seen at its source; one that is older than 180 days is marked.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum referral --in US",
            "  ketum referral --in Malaysia --html help.html",
            "  ketum referral --in GB --for clinician",
            "  ketum referral --in US-OR --json"})
final class ReferralCommand implements Runnable {

    /** Said where the place cannot be told, since nobody should be left with an error alone. */
    static final String ALWAYS = "\nWherever you are: in an emergency call the emergency number there.";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--in", paramLabel = "PLACE", description = "a code or name: US, US-OR, Malaysia")
    private String place;

    @Option(names = "--on", paramLabel = "DATE", description = "the day by which the age of help lines is told (default: today)")
    private String on;

    @Option(names = "--for", paramLabel = "READER", defaultValue = "person", completionCandidates = AssessCommand.Readers.class,
            description = "who reads it: ${COMPLETION-CANDIDATES}")
    private Audience reader;

    @Option(names = "--html", paramLabel = "FILE", description = "write it as one self-contained page, to read or print")
    private String html;

    @Option(names = "--json", description = "print JSON in place of text")
    private boolean json;

    ReferralCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Answer answer = new Answer(html, json);
        Referral referral = referral();
        answer.deliver(terminal, () -> Report.referral(referral, reader, terminal.screen()), () -> Report.referralJson(referral), () -> Report.referralHtml(referral, reader));
    }

    private Referral referral() {
        try {
            return place == null ? Referral.anywhere(LawCommand.day(on, spec)) : Referral.in(place, LawCommand.day(on, spec));
        } catch (UnknownPlace unknown) {
            throw new InputProblem("--in: " + unknown.getMessage() + ALWAYS);
        }
    }
}
