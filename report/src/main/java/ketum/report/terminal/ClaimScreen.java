package ketum.report.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ketum.care.article.ArticleCheck;
import ketum.care.article.ArticleCheck.Contradiction;
import ketum.care.article.ArticleCheck.Finding;
import ketum.care.article.ClaimAnswer;
import ketum.care.article.ClaimFinder;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Source;
import ketum.kratom.data.Status;
import ketum.report.terminal.Screen.Style;
import ketum.report.text.ClaimWords;

/** Claims: one that somebody heard, all that are on file, or those of an article. */
public final class ClaimScreen {
    private static final int LABEL = 10;

    private ClaimScreen() {}

    public static String answer(ClaimAnswer answer, TerminalOptions options) {
        Screen screen = new Screen(options);
        if (answer.findings().isEmpty()) {
            screen.line("\"" + answer.asked().strip() + "\": not on Ketum's list of claims, so it says nothing about it.", Style.BOLD);
            if (!answer.near().isEmpty()) {
                screen.line("Near it:", Style.PLAIN);
                answer.near().forEach(claim -> screen.item(" - ", claim.title() + " [" + claim.id() + "]", Style.PLAIN));
            }
            screen.line("All claims: ketum claim --list", Style.PLAIN);
            return screen.toString();
        }
        for (Finding finding : answer.findings()) {
            ClaimFinder.Match match = finding.match().orElseThrow();
            screen.blank();
            screen.line("\"" + finding.sentence() + "\"", Style.BOLD);
            screen.labelled("Verdict", LABEL, verdict(match) + ", " + ClaimWords.grade(match.claim().grade()) + ".");
            screen.labelled("Claim", LABEL, match.claim().title() + " The sentence " + ClaimWords.stance(match) + ".");
            evidence(match.claim(), screen);
        }
        sources(ArticleCheck.sources(answer.claims()), screen);
        return screen.toString();
    }

    private static String verdict(ClaimFinder.Match match) {
        return switch (match.stance()) {
            case MENTIONS -> "the sentence leaves it open; on the claim, " + ClaimWords.verdict(match.claim().verdict());
            case ASSERTS, DENIES -> ClaimWords.verdict(match.verdict());
        };
    }

    private static void evidence(Claim claim, Screen screen) {
        screen.labelled("Answer", LABEL, claim.answer());
        screen.labelled("For", LABEL, evidence(claim.support()));
        screen.labelled("Against", LABEL, evidence(claim.against()));
        screen.labelled("As of", LABEL, claim.asOf().toString());
    }

    private static String evidence(List<Claim.Evidence> side) {
        if (side.isEmpty()) {
            return "nothing on file.";
        }
        List<String> findings = new ArrayList<>();
        for (Claim.Evidence evidence : side) {
            findings.add(evidence.finding() + " [" + evidence.source() + ", " + evidence.locator() + (evidence.status() == Status.UNCONFIRMED ? ", NOT CONFIRMED" : ", " + evidence.status().label()) + "]");
        }
        return String.join("; ", findings) + ".";
    }

    /** Every claim on file. */
    public static String list(Collection<Claim> claims, TerminalOptions options) {
        Screen screen = new Screen(options);
        screen.line(claims.size() + " claims, by topic; ketum claim ID shows one with its evidence", Style.BOLD);
        claims.stream().map(Claim::topic).distinct().forEach(topic -> {
            screen.blank();
            screen.line(topic.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + topic.substring(1), Style.BOLD);
            claims.stream().filter(claim -> claim.topic().equals(topic)).forEach(claim ->
                    screen.item(" - ", claim.title() + " " + claim.verdict().label() + ", " + claim.grade() + " [" + claim.id() + "]", Style.PLAIN));
        });
        return screen.toString();
    }

    public static String article(ArticleCheck check, TerminalOptions options) {
        Screen screen = new Screen(options);
        long spoken = check.findings().stream().filter(finding -> finding.match().isPresent()).map(Finding::number).distinct().count();
        long offers = check.findings().stream().filter(Finding::promotes).map(Finding::number).distinct().count();
        screen.line(check.file() + ": " + check.read() + " sentences, " + spoken + " on claims that Ketum knows, " + offers + " that promote a shop or service", Style.BOLD);
        for (Claim.Verdict verdict : Claim.Verdict.values()) {
            long count = check.findings().stream().filter(finding -> settled(finding).filter(match -> match.verdict() == verdict).isPresent()).count();
            screen.item(" - ", count + " " + verdict.label() + ": " + ClaimWords.verdict(verdict), Style.PLAIN);
        }
        contradictions(check, screen);
        int number = 0;
        for (Finding finding : check.findings()) {
            screen.blank();
            if (finding.number() != number) {
                screen.item(finding.number() + ". ", "\"" + finding.sentence() + "\"" + (finding.promotes() ? " (PROMOTES A SHOP OR SERVICE)" : ""), Style.BOLD);
            }
            number = finding.number();
            finding.match().ifPresent(match -> {
                screen.item("   ", mark(match) + ", grade " + match.claim().grade() + ". " + match.claim().title() + " The sentence " + ClaimWords.stance(match) + ".", Style.PLAIN);
                screen.item("   ", match.claim().answer() + " [" + match.claim().id() + "]", Style.PLAIN);
            });
        }
        screen.blank();
        screen.line("Evidence for and against: ketum claim ID, or --html and --json here. " + ClaimWords.LIMIT, Style.PLAIN);
        return screen.toString();
    }

    private static String mark(ClaimFinder.Match match) {
        return match.stance() == ClaimFinder.Stance.MENTIONS ? "LEFT OPEN (claim: " + match.claim().verdict().label() + ")" : match.verdict().label().toUpperCase(java.util.Locale.ROOT);
    }

    /** What a sentence takes a side on. */
    private static Optional<ClaimFinder.Match> settled(Finding finding) {
        return finding.match().filter(match -> match.stance() != ClaimFinder.Stance.MENTIONS);
    }

    private static void contradictions(ArticleCheck check, Screen screen) {
        if (check.contradictions().isEmpty()) {
            return;
        }
        screen.blank();
        screen.line("Where it contradicts itself", Style.BOLD);
        for (Contradiction contradiction : check.contradictions()) {
            screen.item(" - ", contradiction.why() + " " + side(contradiction.first()) + " " + side(contradiction.second())
                    + (contradiction.voices() ? " (One of them is somebody else's words.)" : ""), Style.PLAIN);
        }
    }

    private static String side(Finding finding) {
        return finding.number() + ". \"" + finding.sentence() + "\"";
    }

    private static void sources(List<Source> sources, Screen screen) {
        screen.blank();
        screen.line("Sources", Style.BOLD);
        for (Source source : sources) {
            screen.item("   ", "[" + source.key() + "] " + source.citation(), Style.PLAIN);
        }
    }
}
