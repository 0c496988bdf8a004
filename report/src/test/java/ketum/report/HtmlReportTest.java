package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import ketum.care.Assessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    static Stream<Arguments> all() {
        return SampleAssessment.all().stream().flatMap(assessment -> Stream.of(Audience.values()).map(audience -> Arguments.of(assessment, audience)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyChartHasViewBoxRoleTitleDescriptionAndIsNamedByThem(Assessment assessment, Audience audience) throws Exception {
        for (Element svg : elements(parse(assessment, audience), "svg")) {
            assertTrue(svg.getAttribute("viewBox").matches("0 0 440 \\d+(\\.\\d)?"), svg.getAttribute("viewBox"));
            assertEquals("img", svg.getAttribute("role"));
            Element title = children(svg, "title").getFirst();
            Element description = children(svg, "desc").getFirst();
            assertFalse(title.getTextContent().isBlank());
            assertFalse(description.getTextContent().isBlank());
            assertEquals(title.getAttribute("id") + " " + description.getAttribute("id"), svg.getAttribute("aria-labelledby"));
        }
    }

    @Test
    void aFullReportHasChartsForEveryPart() throws Exception {
        Document page = parse(SampleAssessment.standard(), Audience.PERSON);
        for (String section : List.of("exposure", "receptors", "effects", "dependence", "withdrawal", "tapers")) {
            assertFalse(elements(section(page, section), "svg").isEmpty(), section);
        }
        assertTrue(Report.html(SampleAssessment.standard(), Audience.PERSON).contains("id=\"chart-shares-COWS-title\""));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyChartIsFollowedByASummaryAndADataTable(Assessment assessment, Audience audience) throws Exception {
        for (Element figure : elements(parse(assessment, audience), "figure")) {
            Element summary = children(figure, "p").getFirst();
            assertEquals("summary", summary.getAttribute("class"));
            assertTrue(summary.getTextContent().trim().endsWith("."), summary.getTextContent());
            List<Element> tables = elements(figure, "table");
            assertFalse(tables.isEmpty());
            for (Element table : tables) {
                int rows = elements(children(table, "tbody").getFirst(), "tr").size();
                assertTrue(rows > 0 && rows <= 40, "rows " + rows);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLoadedAndNothingRuns(Assessment assessment, Audience audience) throws Exception {
        String html = Report.html(assessment, audience);
        for (Element element : elements(parse(html), "*")) {
            assertFalse(Set.of("script", "link", "iframe", "object", "embed", "img", "image", "use", "audio", "video", "form", "base").contains(element.getTagName()),
                    element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = element.getAttributes().item(i).getNodeName();
                String value = element.getAttributes().item(i).getNodeValue();
                assertFalse(name.startsWith("on") || name.equals("src") || name.equals("srcset"), name);
                assertTrue(!name.equals("href") || value.startsWith("#") || value.startsWith("tel:"), value);
                assertTrue(!value.contains("url(") || value.startsWith("url(#"), value);
            }
        }
        String css = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
        assertFalse(css.contains("url(") || css.contains("@import") || css.contains("//"), css);
    }

    @ParameterizedTest
    @MethodSource("all")
    void idsAreUniqueAndEveryInnerLinkLeadsSomewhere(Assessment assessment, Audience audience) throws Exception {
        Set<String> ids = new HashSet<>();
        List<Element> all = elements(parse(assessment, audience), "*");
        all.stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty()).forEach(id -> assertTrue(ids.add(id), "twice: " + id));
        all.stream().map(element -> element.getAttribute("href")).filter(href -> href.startsWith("#"))
                .forEach(href -> assertTrue(ids.contains(href.substring(1)), href));
        all.stream().map(element -> element.getAttribute("aria-labelledby")).filter(value -> !value.isEmpty())
                .forEach(value -> Stream.of(value.split(" ")).forEach(id -> assertTrue(ids.contains(id), id)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void helpStandsAfterTheUrgentPartAndInTheFooterOfEveryReport(Assessment assessment, Audience audience) throws Exception {
        Document page = parse(assessment, audience);
        List<String> sections = children(elements(page, "main").getFirst(), "section").stream().map(element -> element.getAttribute("id")).toList();
        List<String> expected = new ArrayList<>(List.of("urgent", "help", "input", "reading", "product", "exposure", "receptors", "effects", "dependence", "withdrawal", "now", "tapers", "options", "claims", "limits",
                "sources", "run"));
        if (assessment.claims().isEmpty()) {
            expected.remove("claims");
        }
        assertEquals(expected, sections);
        assertEquals("help-again", children(elements(page, "footer").getFirst(), "section").getFirst().getAttribute("id"));
        String number = assessment.help().isEmpty() ? "emergency number" : "1-800-222-1222";
        assertTrue(section(page, "help").getTextContent().contains(number));
        assertTrue(section(page, "help-again").getTextContent().contains(number));
    }

    /** The claim is a quotation, and the verdict stands before it, so that nobody takes it for what Ketum says. */
    @ParameterizedTest
    @EnumSource(Audience.class)
    void whatIsOftenSaidIsQuotedBehindItsVerdict(Audience audience) throws Exception {
        List<Element> claims = elements(section(parse(SampleAssessment.standard(), audience), "claims"), "li");
        assertEquals(3, claims.size());
        assertEquals(audience == Audience.PERSON ? "Not true:" : "Contradicted:", children(claims.getFirst(), "strong").getFirst().getTextContent());
        assertEquals("Centuries of traditional use show that kratom is safe.", children(claims.getFirst(), "q").getFirst().getTextContent());
        assertTrue(claims.getFirst().getTextContent().startsWith(children(claims.getFirst(), "strong").getFirst().getTextContent()));
        assertEquals(audience == Audience.CLINICIAN, claims.getFirst().getTextContent().contains("[tanna-2022]"));
    }

    @Test
    void noWayOfHelpIsCalledWellProven() throws Exception {
        Element options = section(parse(SampleAssessment.standard(), Audience.PERSON), "options");
        assertTrue(options.getTextContent().contains("measured in people who take kratom"), options.getTextContent());
        assertFalse(options.getTextContent().contains("A, good"), options.getTextContent());
        assertTrue(elements(options, "summary").getFirst().getTextContent().startsWith("Buprenorphine"));
    }

    @Test
    void anOldNumberIsMarkedLoudlyOnEveryFormOfTheReport() throws Exception {
        SampleAssessment sample = new SampleAssessment();
        sample.help = sample.help.stream().map(line -> new Assessment.HelpLine(line.country(), line.kind(), line.name(), line.number(), line.what(), line.source(), line.checked(), true)).toList();
        assertEquals(3, section(parse(sample.build(), Audience.PERSON), "help").getTextContent().split("may have changed", -1).length - 1);
        assertTrue(Report.terminal(sample.build(), Audience.PERSON, new ketum.report.terminal.TerminalOptions(80, false)).contains("911 (OLD)"));
        assertTrue(Report.json(sample.build()).contains("\"stale\":true"));
        assertFalse(section(parse(SampleAssessment.standard(), Audience.PERSON), "help").getTextContent().contains("may have changed"));
    }

    @Test
    void whereNoHelpLineIsKnownTheEmergencyNumberIsNamedAndNoNumberInvented() throws Exception {
        SampleAssessment sample = new SampleAssessment();
        sample.help = List.of();
        String help = section(parse(sample.build(), Audience.PERSON), "help").getTextContent();
        assertTrue(help.contains("emergency number"));
        assertFalse(help.matches("(?s).*\\d.*"), help);
    }

    @Test
    void dangersComeFirstAndAreNamedInWords() throws Exception {
        List<Element> items = elements(section(parse(SampleAssessment.withheld(), Audience.PERSON), "urgent"), "li");
        assertEquals(List.of("danger", "danger", "note"), items.stream().map(item -> item.getAttribute("class")).toList());
        assertTrue(items.getFirst().getTextContent().startsWith("Danger:"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPersonNeverSeesACurveOfBreathingNorClinicianText(Assessment assessment, Audience audience) {
        String html = Report.html(assessment, Audience.PERSON);
        assertFalse(html.contains("ventilation"));
        assertFalse(html.contains("CLINICIAN-ONLY-TEXT"));
        assertFalse(html.contains("Additive respiratory depression"));
    }

    @Test
    void aPersonReadsThatBreathingCanSlowAndAClinicianSeesTheCurve() {
        assertTrue(Report.html(SampleAssessment.standard(), Audience.PERSON).contains("It can slow breathing, especially with alcohol"));
        assertTrue(Report.html(SampleAssessment.standard(), Audience.CLINICIAN).contains("id=\"chart-effect-ventilation-title\""));
    }

    @Test
    void breathingIsNotDrawnForAPersonEvenWhenTheFindingIsNotFlagged() {
        SampleAssessment sample = new SampleAssessment();
        sample.effects = new Assessment.Section.Present<>(SampleAssessment.effectsFinding(false));
        assertFalse(Report.html(sample.build(), Audience.PERSON).contains("ventilation"));
    }

    @Test
    void aPersonSeesSingleCurvesAndNoSmoothMiddleLine() throws Exception {
        Document page = parse(SampleAssessment.standard(), Audience.PERSON);
        for (Element svg : elements(page, "svg")) {
            boolean fan = elements(svg, "path").stream().anyMatch(path -> path.getAttribute("class").equals("outer"));
            long samples = elements(svg, "path").stream().filter(path -> path.getAttribute("class").equals("path")).count();
            boolean middle = elements(svg, "path").stream().anyMatch(path -> path.getAttribute("class").startsWith("line"));
            assertTrue(!fan || samples >= 20 && samples <= 30 && !middle, samples + " " + middle);
        }
        assertTrue(Report.html(SampleAssessment.standard(), Audience.PERSON).contains("where 90 of 100 simulated people fall"));
    }

    @Test
    void oneWildCurveNeitherFlattensTheOthersNorRunsAlongTheEdge() throws Exception {
        SampleAssessment sample = new SampleAssessment();
        Assessment.WithdrawalFinding before = ((Assessment.Section.Present<Assessment.WithdrawalFinding>) sample.withdrawal).value();
        Assessment.Series tail = before.tail();
        double[] wild = tail.timeH().clone();
        java.util.Arrays.fill(wild, 5000);
        Assessment.Series stretched = new Assessment.Series(tail.id(), tail.label(), tail.unit(), tail.timeH(), tail.both(), tail.people(), tail.science(),
                Stream.concat(tail.sampled().stream(), Stream.of(wild)).skip(1).toList(), tail.grade());
        sample.withdrawal = new Assessment.Section.Present<>(new Assessment.WithdrawalFinding(before.scales(), before.domains(), stretched, before.links(), false, "", ""));
        Element chart = elements(parse(sample.build(), Audience.PERSON), "svg").stream()
                .filter(svg -> svg.getAttribute("aria-labelledby").startsWith("chart-tail-tail-title")).findFirst().orElseThrow();
        assertEquals(1, elements(chart, "path").stream().filter(path -> path.getAttribute("class").equals("path") && path.getAttribute("d").isEmpty()).count());
        double top = elements(chart, "text").stream().map(Element::getTextContent).filter(text -> text.matches("\\d+")).mapToDouble(Double::parseDouble).max().orElseThrow();
        assertTrue(top <= 120, "the axis ends at " + top);
    }

    @Test
    void peopleAndScienceDifferInPatternAndNotOnlyInColour() throws Exception {
        Document page = parse(SampleAssessment.standard(), Audience.CLINICIAN);
        Element split = elements(page, "svg").stream().filter(svg -> svg.getAttribute("aria-labelledby").startsWith("chart-COWS-split")).findFirst().orElseThrow();
        Element science = elements(split, "path").stream().filter(path -> path.getAttribute("class").equals("science")).findFirst().orElseThrow();
        assertEquals("url(#chart-COWS-split-hatch)", science.getAttribute("fill"));
        assertEquals(1, elements(split, "path").stream().filter(path -> path.getAttribute("class").equals("people")).count());
    }

    @Test
    void withheldAndInsufficientPartsShowTheirReasonAndNeitherChartNorNumber() throws Exception {
        Document page = parse(SampleAssessment.sevenHydroxy(), Audience.PERSON);
        for (String id : List.of("exposure", "receptors", "effects", "dependence", "withdrawal", "now", "tapers")) {
            Element section = section(page, id);
            assertTrue(elements(section, "svg").isEmpty() && elements(section, "table").isEmpty(), id);
            Element absent = elements(section, "div").getFirst();
            assertTrue(absent.getTextContent().contains("7-OH tablets"), id);
            assertFalse(absent.getTextContent().replace("7-OH", "").matches("(?s).*\\d.*"), absent.getTextContent());
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void everyReportOnStoppingWarnsOfLostToleranceAndNamesNaloxone(Audience audience) throws Exception {
        for (Assessment assessment : SampleAssessment.all()) {
            assertTrue(section(parse(assessment, audience), "withdrawal").getTextContent().contains("naloxone"));
        }
    }

    @Test
    void whatIsTypedCannotBecomeMarkup() throws Exception {
        SampleAssessment sample = new SampleAssessment();
        sample.name = "<script>alert(1)</script>\"'>";
        sample.goal = "</dd></dl><img src=x onerror=alert(1)>&amp;";
        sample.place = "US-<b>OR";
        for (Audience audience : Audience.values()) {
            String html = Report.html(sample.build(), audience);
            Document page = parse(html);
            assertTrue(elements(page, "script").isEmpty() && elements(page, "img").isEmpty());
            assertTrue(section(page, "input").getTextContent().contains(sample.goal));
            assertTrue(section(page, "input").getTextContent().contains(sample.name));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void tableRowsAreTheValuesOfTheCurve(Assessment assessment, Audience audience) throws Exception {
        if (!(assessment.withdrawalIfStopped() instanceof Assessment.Section.Present<Assessment.WithdrawalFinding>(var finding))
                || Double.isNaN(finding.scales().getFirst().series().both().p50()[0])) {
            return;
        }
        Assessment.Series series = finding.scales().getFirst().series();
        Element figure = elements(parse(assessment, audience), "figure").stream().filter(one -> children(one, "figcaption").getFirst().getTextContent().equals("COWS score"))
                .findFirst().orElseThrow();
        List<Element> rows = elements(children(elements(figure, "table").getLast(), "tbody").getFirst(), "tr");
        int middle = audience == Audience.PERSON ? 1 : 2;
        int at = -1;
        for (Element row : rows) {
            double hours = Double.parseDouble(elements(row, "th").getFirst().getTextContent().replace(" h", ""));
            do {
                at++;
            } while (StrictMath.abs(series.timeH()[at] - hours) > 0.06);
            List<Element> cells = elements(row, "td");
            assertEquals(series.both().p05()[at], Double.parseDouble(cells.getFirst().getTextContent()), 0.006 * series.both().p05()[at]);
            assertEquals(series.both().p50()[at], Double.parseDouble(cells.get(middle).getTextContent()), 0.006 * series.both().p50()[at]);
        }
        assertEquals(series.timeH().length - 1, at, "the last row is the last value");
    }

    @ParameterizedTest
    @MethodSource("all")
    void headingsAreInOrderAndTablesHaveCaptionAndScope(Assessment assessment, Audience audience) throws Exception {
        Document page = parse(assessment, audience);
        int level = 0;
        int firsts = 0;
        for (Element element : elements(page, "*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertTrue(next <= level + 1, element.getTextContent());
                level = next;
                firsts += next == 1 ? 1 : 0;
            }
        }
        assertEquals(1, firsts);
        for (Element table : elements(page, "table")) {
            assertFalse(children(table, "caption").getFirst().getTextContent().isBlank());
            elements(table, "th").forEach(cell -> assertTrue(Set.of("row", "col").contains(cell.getAttribute("scope"))));
        }
        assertEquals("en", page.getDocumentElement().getAttribute("lang"));
        assertEquals("#report", elements(page, "a").getFirst().getAttribute("href"), "the first link skips to the report");
    }

    @ParameterizedTest
    @MethodSource("all")
    void purposeAndVersionsStandInTheFooter(Assessment assessment, Audience audience) throws Exception {
        String footer = elements(parse(assessment, audience), "footer").getFirst().getTextContent();
        assertTrue(footer.contains("not a medical device") && footer.contains("FDA"));
        assertTrue(footer.contains("Ketum 0.1.0, model 0.1.0, data 2026.11, schema 1.0.0"), footer);
    }

    @Test
    void clinicianSeesRunSettingsAndSourceKeysAndAPersonDoesNot() {
        String clinician = Report.html(SampleAssessment.standard(), Audience.CLINICIAN);
        String person = Report.html(SampleAssessment.standard(), Audience.PERSON);
        assertTrue(clinician.contains("Relative tolerance") && clinician.contains("href=\"#source-rogers-2024\""));
        assertFalse(person.contains("olerance</th>") || person.contains("href=\"#source-rogers-2024\""));
    }

    @Test
    void schedulesOutsideTheSafeRangeAreMarkedForTheClinician() throws Exception {
        assertTrue(section(parse(SampleAssessment.forClinician(), Audience.PERSON), "tapers").getTextContent().contains("for your clinician"));
        assertFalse(section(parse(SampleAssessment.standard(), Audience.PERSON), "tapers").getTextContent().contains("for your clinician"));
    }

    @Test
    void aCategoryTheModelCannotProduceIsNamedAndNotDrawn() throws Exception {
        Element withdrawal = section(parse(SampleAssessment.forClinician(), Audience.PERSON), "withdrawal");
        assertTrue(withdrawal.getTextContent().contains("severe: the model cannot say"));
        assertTrue(elements(withdrawal, "path").stream().noneMatch(path -> path.getAttribute("class").equals("severe")));
    }

    @Test
    void theSentenceUnderACurveThatFallsNamesItsLowestPoint() throws Exception {
        Element effects = section(parse(SampleAssessment.standard(), Audience.CLINICIAN), "effects");
        Element figure = elements(effects, "figure").stream().filter(one -> one.getTextContent().startsWith("Change of ventilation")).findFirst().orElseThrow();
        Assessment.Bands bands = ((Assessment.Section.Present<Assessment.EffectsFinding>) SampleAssessment.standard().effects()).value().effects().getLast().series().both();
        int lowest = java.util.stream.IntStream.range(0, bands.p50().length).reduce((a, b) -> bands.p50()[b] < bands.p50()[a] ? b : a).orElseThrow();
        String summary = children(figure, "p").getFirst().getTextContent();
        assertTrue(summary.startsWith("Change of ventilation: median is lowest at " + ketum.report.text.Times.clock(lowest * 0.25) + ", -"), summary);
    }

    @Test
    void aCurveOfOnePointIsASentenceAndNoEmptyChart() throws Exception {
        SampleAssessment sample = new SampleAssessment();
        Assessment.DependenceFinding before = ((Assessment.Section.Present<Assessment.DependenceFinding>) sample.dependence).value();
        double[] one = {1};
        Assessment.Bands bands = new Assessment.Bands(one, one, one, one, one);
        Assessment.Series point = new Assessment.Series("tolerance", "tolerance", "1", new double[] {0}, bands, bands, bands, List.of(one), SampleAssessment.WEAK);
        sample.dependence = new Assessment.Section.Present<>(new Assessment.DependenceFinding(before.toleranceNow(), point, before.adaptation(), before.factors(), "", "",
                before.grade()));
        Element dependence = section(parse(sample.build(), Audience.PERSON), "dependence");
        assertTrue(elements(dependence, "svg").isEmpty());
        assertTrue(dependence.getTextContent().contains("is now 1 to 1 in 90 of 100 simulated people"));
    }

    @Test
    void aCurveWithoutANumberIsNamedAndNotDrawn() throws Exception {
        for (Audience audience : Audience.values()) {
            Element withdrawal = section(parse(SampleAssessment.holes(), audience), "withdrawal");
            assertTrue(elements(withdrawal, "svg").isEmpty());
            assertTrue(withdrawal.getTextContent().contains("COWS score: not known."));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameAssessmentGivesTheSameText(Assessment assessment, Audience audience) {
        assertEquals(Report.html(assessment, audience), Report.html(assessment, audience));
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() {
        String expected = Report.html(SampleAssessment.standard(), Audience.PERSON);
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, Report.html(SampleAssessment.standard(), Audience.PERSON));
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    /** The page is written so that it is also well-formed XML: a wrong nesting cannot hide. */
    private static Document parse(Assessment assessment, Audience audience) throws Exception {
        return parse(Report.html(assessment, audience));
    }

    private static Document parse(String html) throws Exception {
        Matcher style = Pattern.compile("(?s)<style>.*?</style>").matcher(html.replaceFirst("<!DOCTYPE html>", ""));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(style.replaceAll(""))));
    }

    private static Element section(Document page, String id) {
        return elements(page, "section").stream().filter(element -> element.getAttribute("id").equals(id)).findFirst().orElseThrow();
    }

    private static List<Element> elements(Object within, String tag) {
        NodeList nodes = within instanceof Document document ? document.getElementsByTagName(tag) : ((Element) within).getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent, String tag) {
        return elements(parent, tag).stream().filter(element -> element.getParentNode() == parent).toList();
    }
}
