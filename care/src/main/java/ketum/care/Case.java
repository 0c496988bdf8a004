package ketum.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;

/**
 * What a person or clinician tells Ketum: validated, units attached. Nothing in it identifies anyone, and nothing of it is logged.
 *
 * @param products     at least one product with its use
 * @param date         the day the report is for; doses and history are counted back from it
 * @param lastDose     when the last dose was taken, where stated
 */
public record Case(Person person, History history, List<Medicine> medicines, List<ProductUse> products,
                   Optional<LocalDateTime> lastDose, Optional<ScoreNow> scoreNow, List<EarlierStop> earlierStops,
                   String place, LocalDate date, Optional<String> goal) {

    public Case {
        medicines = List.copyOf(medicines);
        products = List.copyOf(products);
        earlierStops = List.copyOf(earlierStops);
    }

    public record ProductUse(Product product, Use use) {}

    /**
     * @param conditions stated conditions
     * @param otherUse   other substances with daily or dependent use
     */
    public record History(Set<Condition> conditions, List<OtherUse> otherUse) {
        public History {
            conditions = Set.copyOf(conditions);
            otherUse = List.copyOf(otherUse);
        }
    }

    public enum Condition { SUBSTANCE_USE_DISORDER, OPIOID_HISTORY, MENTAL_HEALTH, LIVER_DISEASE, SEIZURES, HEART_RHYTHM, SUICIDAL_THOUGHTS }

    public enum Substance { OPIOID, ALCOHOL, BENZODIAZEPINE }

    /** Use of another substance now; {@code dependent} where daily or said to be dependent. */
    public record OtherUse(Substance substance, boolean dependent, Optional<LocalDateTime> lastUse) {}

    /**
     * @param id      ingredient id of the medicines table, or the free text where {@code checked} is false
     * @param written as the person wrote it
     * @param checked false for {@code {other: name}}: Ketum has not checked it
     */
    public record Medicine(String id, String written, boolean checked) {}

    public enum Scale { COWS, SOWS }

    /** A score entered by a person or clinician. */
    public record ScoreNow(Scale scale, double value, Optional<LocalDateTime> at) {}

    /** An earlier try to stop. */
    public record EarlierStop(OptionalDouble longestDays, Optional<Scale> scale, OptionalDouble worstScore, boolean taper, boolean failed, String helped) {}
}
