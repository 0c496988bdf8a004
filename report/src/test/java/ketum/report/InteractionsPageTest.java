package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.interaction.InteractionCheck;
import ketum.care.interaction.InteractionPair;
import ketum.care.interaction.KratomDose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page of interactions: whole, without anything fetched, severity and evidence apart, and emergency medicines never discouraged. */
class InteractionsPageTest {
    private static final InteractionAnswer ANSWER = InteractionCheck.withKratom(
            List.of("midazolam", "Narcan", "oxycodone", "quetiapine", "naltrexone", "dextromethorphan", "<b>nothing & nobody</b>"), KratomDose.tested(), true);

    private static String page(Audience audience) {
        return Report.interactionsHtml(ANSWER, audience);
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page.replaceFirst("<!DOCTYPE html>", ""))));
    }

    private static List<Element> all(Document page, String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList found = page.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void everyLinkLeadsToAPlaceOnThePageAndNothingIsFetched(Audience audience) throws Exception {
        Document page = parsed(page(audience));
        Set<String> ids = new TreeSet<>();
        for (Element element : all(page, "*")) {
            if (element.hasAttribute("id")) {
                assertTrue(ids.add(element.getAttribute("id")), "twice: " + element.getAttribute("id"));
            }
            assertFalse(element.hasAttribute("src"), element.getTagName());
        }
        all(page, "a").forEach(link -> assertTrue(link.getAttribute("href").startsWith("#") && ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href")));
        assertEquals(List.of(), all(page, "script"));
        assertFalse(page(audience).toLowerCase(java.util.Locale.ROOT).contains("no interaction"));
    }

    /** One row a pair; the third cell is the severity and the fourth the evidence, and neither says the other. */
    @ParameterizedTest
    @EnumSource(Audience.class)
    void severityAndEvidenceStandInColumnsOfTheirOwn(Audience audience) throws Exception {
        Document page = parsed(page(audience));
        List<Element> rows = all(page, "tr").stream().filter(row -> ((Element) row.getParentNode()).getTagName().equals("tbody") && row.getElementsByTagName("td").getLength() == 3
                && ((Element) row.getElementsByTagName("td").item(1)).getAttribute("data-column").equals("How much it matters")).toList();
        assertEquals(ANSWER.pairs().size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            InteractionPair pair = ANSWER.pairs().get(i);
            Element severity = (Element) rows.get(i).getElementsByTagName("td").item(1);
            String evidence = rows.get(i).getElementsByTagName("td").item(2).getTextContent();
            assertEquals(pair.rescue(), severity.getTextContent().equals("always right in an emergency"), severity.getTextContent());
            assertEquals(audience == Audience.CLINICIAN && pair.evidence().isPresent(), evidence.matches("E[1-6], .*"), evidence);
            assertFalse(severity.getTextContent().matches(".*\\bE[1-6]\\b.*") || evidence.contains("(major)"));
        }
    }

    /** The alarm colour marks severe pairs, with a shape and words beside it, and never an emergency medicine; help stands before all of them. */
    @Test
    void theRescueMedicineStandsInTheHelpBoxWithoutAlarm() throws Exception {
        String page = page(Audience.PERSON);
        assertTrue(page.indexOf("id=\"help\"") < page.indexOf("id=\"overview\""), "help comes first");
        assertTrue(page.substring(page.indexOf("id=\"help\""), page.indexOf("id=\"overview\"")).contains("Give naloxone if someone cannot be woken"));
        for (Element alarm : all(parsed(page), "span").stream().filter(span -> span.getAttribute("class").contains("alarm")).toList()) {
            Element row = (Element) alarm.getParentNode().getParentNode();
            assertFalse(row.getTextContent().contains("naloxone"), row.getTextContent());
            assertTrue(alarm.getTextContent().matches("[\\u2716\\u25b2] .*"), alarm.getTextContent());
        }
        assertTrue(Report.interactionsHtml(InteractionCheck.between("paroxetine", "metoprolol"), Audience.PERSON).contains("naloxone is always right"));
    }

    /** Pairs with a number are drawn; the table beneath holds, in two figures, the model calibrated on 1.39 (1.23-1.57) and the published 0.99 (0.83-1.19). */
    @Test
    void computedRangesAreDrawnAndWritten() throws Exception {
        Document page = parsed(page(Audience.PERSON));
        long numbers = ANSWER.pairs().stream().filter(pair -> pair.ratio().isPresent()).count();
        assertEquals(numbers, all(page, "circle").size());
        String rows = all(page, "tr").stream().map(row -> row.getTextContent()).toList().toString();
        assertTrue(rows.contains("midazolam with kratom1.41.2 to 1.6"), rows);
        assertTrue(rows.contains("dextromethorphan with kratom0.990.83 to 1.2"), rows);
        InteractionAnswer daily = InteractionCheck.withKratom(List.of("simvastatin"), KratomDose.parse("4 g leaf", OptionalInt.of(4)));
        assertEquals(0, all(parsed(Report.interactionsHtml(daily, Audience.PERSON)), "circle").size(), "no number, no figure");
    }

    @Test
    void whatWasTypedIsTextOnly() {
        assertFalse(page(Audience.PERSON).contains("<b>nothing"));
        assertTrue(page(Audience.PERSON).contains("&lt;b&gt;nothing &amp; nobody"));
    }

    /** Scored case reports: a clinician sees each answered item, a person how sure the link is. */
    @Test
    void caseReportsAreOpenedForCliniciansOnly() {
        assertTrue(Pattern.compile("Case report hughes2019-quetiapine: score 2, possible, 4 of 10 items answered").matcher(page(Audience.CLINICIAN)).find());
        assertTrue(page(Audience.CLINICIAN).contains("Items not named are unknown"));
        assertFalse(page(Audience.PERSON).contains("Case report hughes2019"));
        assertTrue(page(Audience.PERSON).contains("2 reports; that the mix was the cause is possible, not shown."));
    }
}
