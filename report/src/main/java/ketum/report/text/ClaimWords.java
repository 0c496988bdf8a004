package ketum.report.text;

import ketum.care.article.ClaimFinder;
import ketum.kratom.data.Claim;

/** What a verdict, a grade and a stance are called, the same on the screen and on the page. */
public final class ClaimWords {

    /** Said under every answer. */
    public static final String LIMIT = "Sentences are found by their words. On test articles an eighth to a quarter of the sentences on a claim were missed, and about a fifth of what was "
            + "listed was misread (docs/validation/claims/score.md). Read each sentence yourself. "
            + "A sentence that is not listed is not thereby right.";

    private ClaimWords() {}

    public static String verdict(Claim.Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "the evidence supports it";
            case PARTLY -> "partly so";
            case CONTRADICTED -> "the evidence contradicts it";
            case UNKNOWN -> "nobody knows";
        };
    }

    public static String grade(char grade) {
        return "grade " + grade + switch (grade) {
            case 'A' -> " (measured, read or counted)";
            case 'B' -> " (self-report, or another opioid)";
            case 'C' -> " (animals or test tube)";
            default -> " (assumed or anecdote)";
        };
    }

    /** What the sentence does, with how it is put. */
    public static String stance(ClaimFinder.Match match) {
        String does = switch (match.stance()) {
            case ASSERTS -> "says so";
            case DENIES -> "says that it is not so";
            case MENTIONS -> "leaves it open";
        };
        return does + (match.hedged() ? ", softened" : "") + (match.attributed() ? ", as somebody's words" : "");
    }
}
