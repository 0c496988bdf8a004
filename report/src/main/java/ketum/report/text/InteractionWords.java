package ketum.report.text;

import java.util.Locale;
import java.util.stream.Collectors;
import ketum.care.interaction.Evidence;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionAnswer.Agent;
import ketum.care.interaction.InteractionPair;
import ketum.care.interaction.Severity;
import ketum.kratom.data.CaseReports;
import ketum.kratom.interaction.OpioidVentilation;

/** What screens and pages call interactions, severities and evidence: the same words in each. */
public final class InteractionWords {
    private InteractionWords() {}

    /** What is asked about. */
    public static String subject(InteractionAnswer answer) {
        String names = answer.agents().stream().map(Agent::name).collect(Collectors.joining(", "));
        return answer.dose().isPresent() ? "Kratom with " + names : names + " together";
    }

    /** For which amount of kratom it holds; empty where kratom takes no part. */
    public static String amount(InteractionAnswer answer) {
        return answer.dose().map(dose -> answer.tested()
                ? (dose.assumed() ? "For one dose of 2 g of leaf, the only amount that was tested in people (say yours with --dose and --per-day)."
                        : "For " + dose.inWords() + ": no more than was tested in people.")
                : "For " + dose.inWords() + ". Only one dose of 2 g of leaf was tested in people, so nobody knows what more does to other medicines.").orElse("");
    }

    /** The heading a pair stands under; a rescue medicine has its own, whatever its severity. */
    public static String heading(InteractionPair pair) {
        return pair.rescue() ? "In an emergency" : heading(pair.severity()) + " (" + note(pair.severity()) + ")";
    }

    /** The same for a terminal: loud in front, calm in brackets. */
    public static String loudHeading(InteractionPair pair) {
        return pair.rescue() ? "IN AN EMERGENCY" : heading(pair.severity()).toUpperCase(Locale.ROOT) + " (" + note(pair.severity()) + ")";
    }

    private static String heading(Severity severity) {
        return switch (severity) {
            case CONTRAINDICATED -> "Do not combine";
            case MAJOR -> "Dangerous together";
            case MODERATE -> "Take care";
            case UNKNOWN -> "Not known";
            case MINOR -> "Small change";
            case NONE -> "No change found in one study";
        };
    }

    private static String note(Severity severity) {
        return switch (severity) {
            case UNKNOWN -> "unknown does not mean harmless";
            case NONE -> "at this dose only";
            case CONTRAINDICATED, MAJOR, MODERATE, MINOR -> severity.label();
        };
    }

    /** How it is known, for a person or a clinician. */
    public static String evidence(InteractionPair pair, boolean clinician) {
        return pair.evidence().map(evidence -> clinician ? evidence.name() + ", " + evidence.meaning() : plain(evidence)).orElse("nothing on file");
    }

    private static String plain(Evidence evidence) {
        return switch (evidence) {
            case E1 -> "tested in people";
            case E2 -> "seen in groups of people";
            case E3 -> "reports of single cases";
            case E4 -> "tested in animals";
            case E5 -> "tested in the lab, or worked out from one test with another medicine";
            case E6 -> "expected, not tested";
        };
    }

    /** A person hears how sure the link is; a clinician the score of each report. */
    public static String cases(InteractionPair pair, boolean clinician) {
        if (!clinician) {
            boolean possible = pair.cases().stream().anyMatch(report -> report.band() != CaseReports.Band.DOUBTFUL);
            return pair.cases().size() + (pair.cases().size() == 1 ? " report" : " reports") + "; that the mix was the cause is " + (possible ? "possible, not shown" : "doubtful");
        }
        return "case reports by the Drug Interaction Probability Scale: " + pair.cases().stream().map(report -> report.id() + " " + score(report)).collect(Collectors.joining("; "));
    }

    /** {@code 3, possible, 5 of 10 items answered}. */
    public static String score(CaseReports.Case report) {
        return report.score() + ", " + report.band().label() + ", " + report.answers().size() + " of " + CaseReports.ITEMS + " items answered";
    }

    public static final String VENTILATION = "Ventilation, model only (grade D), single dose, people used to neither drug";

    /** What the model says of breathing, for clinicians: the opioid alone is the ceiling. */
    public static String ventilation(OpioidVentilation.Lowest lowest) {
        return String.format(Locale.ROOT, "Share of normal, lowest in 8 h, middle (5 to 95 of 100 computed people): an opioid that alone halves it 0.50; kratom alone %.2f (%.2f-%.2f); both %.2f "
                        + "(%.2f-%.2f). In %.0f %% of them the model alone predicted better breathing than under the opioid alone (partial agonism); that is not shown, because nobody was ever tested. "
                        + "It says nothing on real doses, sleep, other sedatives or 7-OH.", lowest.kratomAlone().median(), lowest.kratomAlone().low(), lowest.kratomAlone().high(),
                lowest.together().median(), lowest.together().low(), lowest.together().high(), 100 * lowest.suppressed());
    }

    public static final String SCREENING = "Screening values of kratom at this dose (ICH M12). Upper bounds: they say whether a study is called for, not what will happen.";

    /** A screening value or a ratio. */
    public static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : "%.0f", value);
    }
}
