package ketum.cli;

import ketum.care.article.ClaimAnswer;
import ketum.kratom.data.Claims;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum claim}: what the evidence says to something that somebody heard about kratom. */
@Command(name = "claim",
        header = "What the evidence says to something that is said about kratom.",
        description = {
            "",
            "The words are matched with a list of claims, each with a verdict, a grade, and what speaks for and against it. "
                    + "\"Nobody knows\" is a verdict. What is not on the list gets no answer.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum claim \"kratom isn't addictive\"",
            "  ketum claim can-be-addictive --json",
            "  ketum claim --list",
            "",
            "How well the words are matched: docs/validation/claims/score.md"})
final class ClaimCommand implements Runnable {

    private static final int LONGEST = 1000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "what was said, or the id of a claim")
    private String text;

    @Option(names = "--list", description = "every claim with its verdict")
    private boolean list;

    @Option(names = "--json", description = "print JSON in place of text")
    private boolean json;

    ClaimCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (list == (text != null)) {
            throw new ParameterException(spec.commandLine(), list ? "--list stands alone: it shows every claim" : "what was said? Write it in quotation marks, or --list for all claims");
        }
        if (list) {
            var claims = Claims.standard().all();
            terminal.print(json ? Report.claimsJson(claims) : Report.claims(claims, terminal.screen()));
            return;
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw new InputProblem("the claim: " + (text.isBlank() ? "found nothing" : "found " + text.length() + " characters") + "; accepted is a sentence or some, up to " + LONGEST
                    + " characters (for longer texts: ketum check-article)");
        }
        ClaimAnswer answer = ClaimAnswer.to(text);
        terminal.print(json ? Report.claimJson(answer) : Report.claim(answer, terminal.screen()));
    }
}
