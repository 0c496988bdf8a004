package ketum.kratom.interaction;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;

/**
 * One ratio of areas under the curve observed in people.
 *
 * @param precipitant medicine that changes the other's exposure
 * @param victim      medicine whose exposure is changed
 * @param study       the study or table it was read from; arms of one study share it
 * @param ratio       AUC with the precipitant over AUC without
 * @param derives     whether constants rest on it; otherwise it is scored
 * @param dailyDose   of the precipitant, mg; empty where the source does not name it or it does not matter
 * @param row         as in the table
 */
public record ObservedRatio(String precipitant, String victim, String study, double ratio, boolean derives, OptionalDouble dailyDose, Row row) {

    /** People without CYP2D6 stand in for its complete inhibition. */
    static final String NO_ENZYME = "poor-metaboliser";
    private static final Set<String> TAKE_CYP2D6 = Set.of("bupropion", "fluoxetine", "paroxetine", "quinidine", NO_ENZYME);
    static final Set<String> CYP2D6_PROBES = Set.of("desipramine", "dextromethorphan", "metoprolol");

    static ObservedRatio of(Row row) {
        String[] parts = row.id().split("\\.");
        return new ObservedRatio(parts[0], parts[1], parts[2].replaceFirst("-.*", ""), row.value(), row.quantity().equals("auc_ratio_derives"),
                Tables.interactions().table("interaction-doses").find(row.id(), "daily_dose").map(dose -> OptionalDouble.of(dose.value())).orElse(OptionalDouble.empty()), row);
    }

    ObservedRatio withoutDose() {
        return new ObservedRatio(precipitant, victim, study, ratio, derives, OptionalDouble.empty(), row);
    }

    /** Ratios that constants rest on, and the first list of scored ones. */
    public static List<ObservedRatio> all() {
        return of("interaction-ratios");
    }

    /** The second list of scored ratios: committed before the rules were changed for the last time. */
    public static List<ObservedRatio> second() {
        return of("interaction-ratios-second");
    }

    /** What was observed of any pair, on whichever list. */
    public static List<ObservedRatio> anywhere() {
        return Stream.concat(all().stream(), second().stream()).toList();
    }

    private static List<ObservedRatio> of(String name) {
        Table table = Tables.interactions().table(name);
        return table.rows().stream().map(ObservedRatio::of).toList();
    }

    /** The enzyme a derived constant is about: CYP2D6 where a probe of it or a precipitant of it alone takes part, else CYP3A. */
    Enzyme enzyme() {
        return TAKE_CYP2D6.contains(precipitant) || CYP2D6_PROBES.contains(victim) ? Enzyme.CYP2D6 : Enzyme.CYP3A;
    }

    boolean inhibits() {
        return ratio > 1;
    }
}
