package ketum.kratom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedicinesTest {
    private static final Medicines MEDICINES = Medicines.standard();

    /** Drugs of the interaction review, both victims and perpetrators. */
    static Stream<String> namesOfTheInteractionReview() {
        try (InputStream in = MedicinesTest.class.getResourceAsStream("medicines-that-must-be-found.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Medicine found(String written) {
        return assertInstanceOf(Medicines.Answer.Found.class, MEDICINES.find(written), written).medicine();
    }

    @ParameterizedTest
    @MethodSource("namesOfTheInteractionReview")
    void everyDrugOfTheInteractionReviewIsFound(String name) {
        found(name);
    }

    @ParameterizedTest
    @CsvSource({"Zoloft,sertraline", "zoloft 50 mg,sertraline", "SEROQUEL XR,quetiapine", "Vicodin,hydrocodone-acetaminophen", "suboxone,buprenorphine-naloxone",
            "Contrave,naltrexone-bupropion", "naltrexone/bupropion,naltrexone-bupropion", "LDN,naltrexone", "vivitrol,naltrexone", "Narcan,naloxone",
            "Relistor,methylnaltrexone", "opvee,nalmefene", "paracetamol,acetaminophen", "rifampicin,rifampin", "St. John's Wort,st-johns-wort",
            "wine,alcohol", "Xanax,alprazolam", "klonipin,clonazepam", "gabapentine,gabapentin", "GHB,sodium-oxybate", "Bupropion HCl XL 300mg,bupropion"})
    void brandsOtherNamesDosesAndListedMisspellingsLeadToTheIngredient(String written, String id) {
        assertEquals(id, found(written).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"naltrexone", "naltrexone-bupropion", "nalmefene", "naloxone", "methylnaltrexone", "buprenorphine", "buprenorphine-naloxone",
            "nalbuphine", "pentazocine", "butorphanol", "olanzapine-samidorphan", "naloxegol"})
    void whateverBlocksOpioidReceptorsIsFlaggedAsAntagonist(String id) {
        assertTrue(MEDICINES.byId(id).orElseThrow().has(Medicine.Flag.ANTAG));
    }

    @Test
    void opioidsBenzodiazepinesGabapentinoidsAndAlcoholSlowBreathing() {
        List<String> groups = List.of("opioid", "opioid partial agonist", "benzodiazepine", "z-drug", "gabapentinoid", "alcohol", "barbiturate");
        for (Medicine medicine : MEDICINES.all()) {
            if (groups.contains(medicine.group()) && !medicine.id().equals("loperamide")) {
                assertTrue(medicine.has(Medicine.Flag.RESP), medicine.id());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sertralinne,sertraline", "quetiapone,quetiapine", "alprazolm,alprazolam", "metadone,methadone", "nalterxone,naltrexone", "diazpam,diazepam"})
    void aMisspeltNameIsNotTakenSilentlyButSuggested(String written, String suggestion) {
        Medicines.Answer.Unknown unknown = assertInstanceOf(Medicines.Answer.Unknown.class, MEDICINES.find(written));
        assertEquals(suggestion, unknown.suggestions().getFirst());
        assertTrue(unknown.suggestions().size() <= 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "xqzwv", "50 mg", "tablet"})
    void whatLooksLikeNothingHasNoSuggestion(String written) {
        assertEquals(List.of(), assertInstanceOf(Medicines.Answer.Unknown.class, MEDICINES.find(written)).suggestions());
    }

    @Test
    void flagsAreMarkedAsUnconfirmedClassKnowledge() {
        assertTrue(MEDICINES.all().stream().allMatch(medicine -> medicine.status() == Status.UNCONFIRMED));
    }

    private static final String HEADER = "id,name,class,names,misspellings,flags,enzymes,source,locator,status\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A,a,c,,,SED,,ketum,l,unconfirmed                                  | id           | lower-case
            a,,c,,,SED,,ketum,l,unconfirmed                                   | name         | a value
            a,a,c,,,SLEEP,,ketum,l,unconfirmed                                | flags        | SED
            a,a,c,,,,CYP9/substrate//seen/ketum,ketum,l,unconfirmed           | enzymes      | enzyme/role
            a,a,c,,,,CYP3A/eater//seen/ketum,ketum,l,unconfirmed              | enzymes      | enzyme/role
            a,a,c,,,,CYP3A/substrate//seen/nobody,ketum,l,unconfirmed         | enzymes      | a source
            a,a,c,,,,CYP3A/substrate//maybe/ketum,ketum,l,unconfirmed         | enzymes      | seen
            a,a,c,,,,,nobody,l,unconfirmed                                    | source       | a key
            a,a,c,,,,,ketum,l,known                                           | status       | seen
            a,a,c,--,,,,ketum,l,seen                                          | names        | names with letters
            """)
    void aBadRowIsReportedWithItsPlace(String row, String column, String accepted) {
        DataException error = assertThrows(DataException.class, () -> Medicines.parse("m.csv", HEADER + row.strip() + "\n", Tables.standard().sources()));
        assertEquals(2, error.line());
        assertEquals("column " + column, error.field());
        assertTrue(error.getMessage().contains(accepted), error.getMessage());
    }

    @Test
    void twoMedicinesCannotShareAName() {
        String rows = "a,a,c,brand,,,,ketum,l,seen\nb,b,c,Brand,,,,ketum,l,seen\n";
        assertTrue(assertThrows(DataException.class, () -> Medicines.parse("m.csv", HEADER + rows, Tables.standard().sources())).getMessage().contains("is also a"));
    }
}
