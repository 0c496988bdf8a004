package ketum.care.interaction;

import java.util.List;
import java.util.Optional;
import ketum.kratom.data.CaseReports;
import ketum.kratom.interaction.Interval;

/**
 * One thing that can happen between two agents.
 *
 * @param rule       id of the rule or phrase behind it
 * @param first      what acts: kratom, or a medicine's name as shown
 * @param second     the other
 * @param kind       whether exposure changes (pharmacokinetic) or effects meet
 * @param mechanism  in plain words
 * @param direction  of exposure or effect
 * @param ratio      AUC of the changed agent with over without, where computed
 * @param severity   how much it matters
 * @param evidence   how it is known; empty where nothing is on file
 * @param classRule  whether it follows from the class alone, not from this medicine
 * @param rescue     an emergency medicine that is never advised against
 * @param advice     for people
 * @param statement  for clinicians
 * @param missing    constants that would be needed to compute more
 * @param grade      A-D, the house's scale; D where nothing is on file
 * @param sources    keys
 * @param cases      case reports that are evidence of it, scored; none for most
 */
public record InteractionPair(String rule, String first, String second, Kind kind, String mechanism, Direction direction, Optional<Interval> ratio, Severity severity,
                              Optional<Evidence> evidence, boolean classRule, boolean rescue, String advice, String statement, List<String> missing, char grade, List<String> sources, List<CaseReports.Case> cases) {

    /** Without case reports. */
    InteractionPair(String rule, String first, String second, Kind kind, String mechanism, Direction direction, Optional<Interval> ratio, Severity severity, Optional<Evidence> evidence,
                    boolean classRule, boolean rescue, String advice, String statement, List<String> missing, char grade, List<String> sources) {
        this(rule, first, second, kind, mechanism, direction, ratio, severity, evidence, classRule, rescue, advice, statement, missing, grade, sources, List.of());
    }

    /** Exposure or effect. */
    public enum Kind { PK, PD }

    /** What goes which way. */
    public enum Direction {
        EXPOSURE_UP("exposure up"), EXPOSURE_DOWN("exposure down"), NO_CHANGE("no change"), EFFECTS_ADD("effects add"), WITHDRAWAL("withdrawal"), UNCERTAIN("uncertain");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Direction of(String label) {
            for (Direction direction : values()) {
                if (direction.label.equals(label)) {
                    return direction;
                }
            }
            throw new IllegalArgumentException("no direction " + label);
        }
    }

    public InteractionPair {
        missing = List.copyOf(missing);
        sources = List.copyOf(sources);
        cases = List.copyOf(cases);
        if (severity == Severity.NONE && evidence.filter(Evidence.E1::equals).isEmpty()) {
            throw new IllegalArgumentException(rule + ": \"none\" needs a study in people");
        }
    }
}
