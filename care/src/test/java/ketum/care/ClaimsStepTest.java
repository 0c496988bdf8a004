package ketum.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ketum.care.Assessment.HeardClaim;
import ketum.care.Case.Condition;
import ketum.care.Case.OtherUse;
import ketum.care.Case.Substance;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Claims;
import ketum.kratom.data.Sources;
import org.junit.jupiter.api.Test;

class ClaimsStepTest {

    private static List<HeardClaim> claims(Cases cases) {
        Case input = cases.get();
        return ClaimsStep.claims(input, new Rules(input, MedicineFlags::of));
    }

    private static List<String> ids(Cases cases) {
        return claims(cases).stream().map(HeardClaim::id).toList();
    }

    @Test
    void everyRowNamesAClaimOnFileAndConditionsThatAreUnderstood() {
        Case input = Cases.daily(30).get();
        Rules rules = new Rules(input, MedicineFlags::of);
        for (ClaimsStep.Row row : ClaimsStep.rows()) {
            assertTrue(Claims.standard().find(row.claim()).isPresent(), row.toString());
            // throws where one is not understood, names no line of advice or holds no number
            row.all().forEach(condition -> ClaimsStep.holds(condition, input, rules));
        }
        Set<String> types = java.util.Arrays.stream(Product.Type.values()).map(Product.Type::label).collect(Collectors.toSet());
        ClaimsStep.rows().stream().flatMap(row -> row.all().stream()).filter(condition -> condition.startsWith("product "))
                .forEach(condition -> assertTrue(types.contains(condition.substring("product ".length())), condition));
    }

    @Test
    void daysOfUseAndDosesADayCountFromTheirNumberOn() {
        assertTrue(ids(Cases.daily(30)).contains("physical-dependence"));
        assertFalse(ids(Cases.daily(29)).contains("physical-dependence"));
        assertTrue(ids(Cases.daily(2)).contains("more-often-more-dependent"), "four doses a day");
        Cases once = Cases.daily(2).products(Cases.use(Product.Type.LEAF_POWDER, 4, Use.AmountUnit.GRAM, List.of(LocalTime.of(8, 0)), Cases.DATE.minusDays(1)));
        assertEquals(List.of("safe-dose-known", "natural-so-safe", "strength-varies"), ids(once));
    }

    @Test
    void whatIsMostDangerousToBelieveComesFirst() {
        Cases daily = Cases.daily(200);
        assertEquals("safe-in-pregnancy", ids(daily.person(28, Person.Pregnancy.PREGNANT)).getFirst());
        assertEquals("safe-with-depressants", ids(daily.other(new OtherUse(Substance.ALCOHOL, false, Optional.empty()))).getFirst());
        assertEquals("safe-with-depressants", ids(daily.medicines("alprazolam")).getFirst());
        assertTrue(ids(daily.conditions(Condition.OPIOID_HISTORY)).containsAll(List.of("as-good-as-methadone", "helps-quit-opioids")));
        List<String> tablet = ids(daily.products(Cases.use(Product.Type.SEVEN_HYDROXY_TABLET, 1, Use.AmountUnit.TABLET, Cases.FOUR_TIMES, Cases.DATE.minusDays(40))));
        assertEquals(List.of("7oh-is-just-kratom", "breathing-ceiling", "7oh-withdrawal-worse"), tablet.subList(0, 3));
    }

    @Test
    void whereStoppingIsNotShownNothingIsSaidOfItsCourse() {
        assertTrue(ids(Cases.daily(200)).contains("withdrawal-starts-in-hours"));
        Cases pregnant = Cases.daily(200).person(28, Person.Pregnancy.PREGNANT);
        assertFalse(ids(pregnant).stream().anyMatch(id -> id.startsWith("withdrawal-") || id.equals("tapering-beats-stopping")), ids(pregnant).toString());
    }

    @Test
    void thereAreFourAtMostEachOnceAsItStandsOnFile() {
        List<HeardClaim> claims = claims(Cases.daily(200).conditions(Condition.values()).other(new OtherUse(Substance.ALCOHOL, true, Optional.empty()), new OtherUse(Substance.OPIOID, true, Optional.empty())));
        assertEquals(4, claims.size());
        assertEquals(4, claims.stream().map(HeardClaim::id).distinct().count());
        for (HeardClaim heard : claims) {
            Claim claim = Claims.standard().find(heard.id()).orElseThrow();
            assertEquals(claim.title() + claim.verdict() + claim.grade() + claim.answer() + claim.asOf(), heard.title() + heard.verdict() + heard.grade() + heard.answer() + heard.asOf());
            assertFalse(heard.sources().isEmpty() && claim.verdict() != Claim.Verdict.UNKNOWN, heard.toString());
            heard.sources().forEach(key -> assertTrue(Sources.standard().find(key).isPresent(), key));
        }
    }
}
