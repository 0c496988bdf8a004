package ketum.care;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.PersonFactor;
import ketum.kratom.data.Row;
import ketum.kratom.data.Table;
import ketum.kratom.data.Tables;
import ketum.kratom.twin.Influence;

/** Which survey factors a case has, and what each would do to the half-effect drive if its association were wholly causal. */
final class PersonFactors {

    private static final int MANY_DOSES = 3;
    private static final int LONG_YEARS = 7;

    private PersonFactors() {
    }

    static List<PersonFactor> of(Case input) {
        int perDay = input.products().stream().mapToInt(p -> p.use().perDay()).sum();
        long years = input.products().stream().mapToLong(p -> ChronoUnit.YEARS.between(p.use().since(), input.date())).max().orElse(0);
        List<PersonFactor> factors = new ArrayList<>();
        factors.add(factor("doses_over_3_a_day", "more than three doses a day", perDay > MANY_DOSES));
        factors.add(factor("use_over_7_years", "use for seven years or more", years >= LONG_YEARS));
        factors.add(factor("other_substance_use_disorder", "another substance use disorder",
                input.history().conditions().contains(Case.Condition.SUBSTANCE_USE_DISORDER)
                        || input.history().otherUse().stream().anyMatch(Case.OtherUse::dependent)));
        return factors;
    }

    static Influence influence(String id) {
        return new Influence(id, row(id).value());
    }

    private static PersonFactor factor(String id, String label, boolean present) {
        Row row = row(id);
        double logSd = withdrawal().value("half_effect.people", "log_sd");
        return new PersonFactor(id, label, influence(id).multiplier(logSd), present,
                new Grade(Character.toString(row.grade()), "D", "association may be reverse causation; each twin takes a share of it between none and all", List.of(row.source())));
    }

    private static Row row(String id) {
        return Tables.standard().table("person-factors").row(id, "odds_ratio");
    }

    private static Table withdrawal() {
        return Tables.standard().table("withdrawal");
    }
}
