package ketum.kratom.interaction;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.kratom.data.Medicine;
import ketum.kratom.data.Medicines;
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
 * @param dailyDose   of the precipitant, mg; empty where the source does not name it or it does not matter
 * @param row         as in the table
 */
public record ObservedRatio(String precipitant, String victim, String study, double ratio, OptionalDouble dailyDose, Row row) {

    /** People without CYP2D6 stand in for its complete inhibition. */
    static final String NO_ENZYME = "poor-metaboliser";
    static final Set<String> CYP2D6_PROBES = Set.of("atomoxetine", "desipramine", "dextromethorphan", "metoprolol");

    static ObservedRatio of(Row row) {
        String[] parts = row.id().split("\\.");
        return new ObservedRatio(parts[0], parts[1], parts[2].replaceFirst("-.*", ""), row.value(),
                Tables.interactions().table("interaction-doses").find(row.id(), "daily_dose").map(dose -> OptionalDouble.of(dose.value())).orElse(OptionalDouble.empty()), row);
    }

    ObservedRatio withoutDose() {
        return new ObservedRatio(precipitant, victim, study, ratio, OptionalDouble.empty(), row);
    }

    /** Ratios that constants rest on. */
    public static List<ObservedRatio> all() {
        return of("interaction-ratios");
    }

    /** Ratios that no constant rests on: read and committed before the method was changed, so that predictions can be scored on them. */
    public static List<ObservedRatio> scored() {
        return of("interaction-ratios-scored");
    }

    /** What was observed of any pair. */
    public static List<ObservedRatio> anywhere() {
        return Stream.concat(all().stream(), scored().stream()).toList();
    }

    private static List<ObservedRatio> of(String name) {
        Table table = Tables.interactions().table(name);
        return table.rows().stream().map(ObservedRatio::of).toList();
    }

    /** The enzyme that the ratio is about: CYP2D6 where a probe of it or a precipitant of it alone takes part, else CYP3A. */
    Enzyme enzyme() {
        return CYP2D6_PROBES.contains(victim) || precipitant.equals(NO_ENZYME) || Medicines.standard().byId(precipitant).filter(ObservedRatio::actsOnCyp2d6Alone).isPresent()
                ? Enzyme.CYP2D6 : Enzyme.CYP3A;
    }

    private static boolean actsOnCyp2d6Alone(Medicine medicine) {
        Set<String> enzymes = medicine.enzymes().stream().filter(own -> own.role() != Medicine.EnzymeRole.Role.SUBSTRATE).map(Medicine.EnzymeRole::enzyme).collect(Collectors.toSet());
        return enzymes.equals(Set.of(Enzyme.CYP2D6.name()));
    }

    String pair() {
        return precipitant + " on " + victim;
    }

    boolean inhibits() {
        return ratio > 1;
    }
}
