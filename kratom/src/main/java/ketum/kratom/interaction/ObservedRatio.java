package ketum.kratom.interaction;

import java.util.List;
import java.util.Set;
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
 * @param row         as in the table
 */
public record ObservedRatio(String precipitant, String victim, String study, double ratio, boolean derives, Row row) {

    /** People without CYP2D6 stand in for its complete inhibition. */
    static final String NO_ENZYME = "poor-metaboliser";
    private static final Set<String> TAKE_CYP2D6 = Set.of("bupropion", "fluoxetine", "paroxetine", "quinidine", NO_ENZYME);
    static final Set<String> CYP2D6_PROBES = Set.of("desipramine", "dextromethorphan", "metoprolol");

    static ObservedRatio of(Row row) {
        String[] parts = row.id().split("\\.");
        return new ObservedRatio(parts[0], parts[1], parts[2].replaceFirst("-.*", ""), row.value(), row.quantity().equals("auc_ratio_derives"), row);
    }

    /** All observed ratios of this version. */
    public static List<ObservedRatio> all() {
        Table table = Tables.interactions().table("interaction-ratios");
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
