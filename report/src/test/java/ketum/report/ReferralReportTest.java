package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ketum.care.Referral;
import ketum.care.law.UnknownPlace;
import ketum.kratom.data.Finding;
import ketum.kratom.data.HelpLines;
import ketum.kratom.data.Treatment;
import ketum.kratom.data.WarningSigns;
import ketum.report.terminal.TerminalOptions;
import ketum.report.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReferralReportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Report.referralSchema(), InputFormat.JSON);

    private static Referral in(String place, LocalDate on) {
        try {
            return Referral.in(place, on);
        } catch (UnknownPlace e) {
            throw new AssertionError(e);
        }
    }

    /** Every country with a line, one without, and none. */
    static Stream<Referral> everywhere() {
        Set<String> countries = new TreeSet<>(HelpLines.standard().all().stream().map(HelpLines.Line::country).toList());
        countries.add("ID");
        return Stream.concat(countries.stream().map(country -> in(country, TODAY)), Stream.of(Referral.anywhere(TODAY)));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void everyAnswerFollowsTheSchemaAndFitsTheScreen(Referral referral) {
        assertEquals(List.of(), errors(Report.referralJson(referral)));
        for (Audience audience : Audience.values()) {
            for (int width : new int[] {40, 80}) {
                String text = Report.referral(referral, audience, new TerminalOptions(width, false));
                assertTrue(text.lines().allMatch(line -> line.length() <= width), text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void everyNumberShownIsOneThatWasSeenAndThePlacesOwn(Referral referral) {
        List<String> held = HelpLines.standard().heldBack().stream().map(HelpLines.Line::number).toList();
        for (String text : List.of(Report.referral(referral, Audience.PERSON, PLAIN), Report.referral(referral, Audience.CLINICIAN, PLAIN), Report.referralHtml(referral, Audience.PERSON),
                Report.referralJson(referral))) {
            String flat = flat(text);
            referral.lines().forEach(line -> assertTrue(flat.contains(line.number()), line.number()));
            held.forEach(number -> assertFalse(flat.contains(number), number));
            HelpLines.standard().all().stream().filter(line -> !referral.lines().contains(line) && line.number().length() > 4 && referral.lines().stream().noneMatch(own -> own.number().equals(line.number())))
                    .forEach(line -> assertFalse(flat.contains(line.number()), line.number()));
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void theSignsForWhichToCallNowComeBeforeEverythingElse(Audience audience) {
        for (String text : List.of(flat(Report.referral(in("US", TODAY), audience, PLAIN)), flat(Report.referralHtml(in("US", TODAY), audience).replaceAll("<[^>]+>", " ")))) {
            int last = 0;
            for (WarningSigns.Sign sign : WarningSigns.standard().stream().filter(each -> each.level() == WarningSigns.Level.EMERGENCY).toList()) {
                int at = text.indexOf(audience == Audience.PERSON ? sign.person() : sign.clinician());
                assertTrue(at > last, sign.id());
                last = at;
            }
            for (String later : List.of("1-800-222-1222", in("US", TODAY).treatments().getFirst().name(), Texts.of(audience).get("referral.same_day.heading"))) {
                assertTrue(text.indexOf(later) > last, later);
            }
            assertTrue(text.indexOf("911") < last, "the emergency number stands above the signs");
        }
    }

    /** A clinician sees every confirmed finding, with grade, source, locator and status. */
    @Test
    void aClinicianSeesEveryFindingWithItsSource() {
        String text = flat(Report.referral(in("US", TODAY), Audience.CLINICIAN, PLAIN));
        String page = Report.referralHtml(in("US", TODAY), Audience.CLINICIAN);
        Referral referral = in("US", TODAY);
        for (Treatment treatment : Stream.concat(referral.treatments().stream(), Stream.of(referral.naloxone())).toList()) {
            for (Finding finding : treatment.findings().toList()) {
                assertEquals(finding.confirmed(), text.contains(finding.text() + " [" + finding.grade() + "; " + finding.source() + ", " + finding.locator() + ", " + finding.status().label() + "]"), finding.text());
                assertTrue(page.contains("#source-" + finding.source()), finding.source());
            }
            treatment.unknown().forEach(unknown -> assertTrue(text.contains(unknown), unknown));
        }
    }

    /** No dose is said to a person; a clinician reads doses only inside findings of others. */
    @Test
    void aPersonReadsNoDose() {
        assertFalse(Report.referral(in("US", TODAY), Audience.PERSON, PLAIN).matches("(?s).*\\d\\s*mg\\b.*"));
        assertFalse(Report.referralHtml(in("US", TODAY), Audience.PERSON).replaceAll("(?s)<style>.*?</style>", "").matches("(?s).*\\d\\s*mg\\b.*"));
    }

    @Test
    void bothReportsOnTheDoseAndThatThereIsNoFormulaAreShownTogether() {
        String text = flat(Report.referral(in("US", TODAY), Audience.CLINICIAN, PLAIN));
        assertTrue(text.contains("There is no formula.") && text.contains("correlation 0.84") && text.contains("no correlation; started on"), text);
        assertTrue(flat(Report.referral(in("US", TODAY), Audience.PERSON, PLAIN)).contains("your grams do not tell the amount"));
    }

    @Test
    void anOldNumberIsLoudEverywhereAndNotOfferedAsTheEmergencyNumber() {
        Referral old = in("US", TODAY.plusDays(200));
        assertEquals(4, Report.referral(old, Audience.PERSON, PLAIN).split("!! OLD", -1).length - 1);
        assertTrue(Report.referralHtml(old, Audience.PERSON).contains("class=\"alarm\""));
        assertTrue(Report.referralJson(old).contains("\"stale\" : true"));
        assertFalse(Report.referral(old, Audience.PERSON, PLAIN).contains("it is 911"));
        assertFalse(Report.referral(in("US", TODAY), Audience.PERSON, PLAIN).contains("OLD"));
    }

    @Test
    void aCountryWithoutLinesGetsWhatIsAlwaysRight() {
        String text = flat(Report.referral(in("Indonesia", TODAY), Audience.PERSON, PLAIN));
        assertTrue(text.contains("no checked help lines for Indonesia") && text.contains("call the emergency number there, or go to the nearest hospital"), text);
        assertTrue(flat(Report.referral(in("GB", TODAY), Audience.PERSON, PLAIN)).contains("Held back since nobody has confirmed them: 1."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signs", "/naloxone/person", "/help/0/stale", "/held_back", "/always", "/treatments/0/disagreement/reports", "/treatments/0/known/0/status", "/sources/0/address", "/place/code"})
    void aDocumentWithAFieldRemovedIsRejected(String pointer) {
        JsonNode document = JsonMapper.builder().build().readTree(Report.referralJson(in("US", TODAY)));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        assertFalse(errors(document.toString()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void thePageFetchesNothingAndEveryLinkOfItHasItsPlace(Audience audience) {
        String page = Report.referralHtml(in("US", TODAY), audience);
        assertFalse(page.matches("(?s).*<(script|img|iframe|link|object|form).*"), "something is fetched or run");
        assertFalse(page.matches("(?s).*(href|src)=\"(?!#|tel:).*"), "something leads away");
        Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().forEach(link -> assertTrue(page.contains(" id=\"" + link.group(1) + "\""), link.group()));
        Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().forEach(id -> assertEquals(2, page.split(Pattern.quote(id.group()), -1).length, id.group()));
        assertTrue(page.contains("href=\"tel:18002221222\""), "a phone can dial it");
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}
