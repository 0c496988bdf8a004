package ketum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ketum.care.article.ArticleCheck;
import ketum.care.article.ArticleException;
import ketum.care.article.ArticleReader;
import ketum.care.article.ClaimAnswer;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Claims;
import ketum.report.terminal.TerminalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ClaimReportTest {
    private static final TerminalOptions PLAIN = new TerminalOptions(80, false);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Report.claimsSchema(), InputFormat.JSON);

    private static ArticleCheck check(String file, String text) throws ArticleException {
        return ArticleCheck.of(ArticleReader.read(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ArticleCheck guide() throws ArticleException, IOException {
        return check("wellness-guide.md", Files.readString(Path.of("..", "examples", "articles", "wellness-guide.md")));
    }

    @Test
    void everyFormFollowsTheSchemaAndFitsTheScreen() throws ArticleException, IOException {
        assertEquals(List.of(), errors(Report.claimsJson(Claims.standard().all())));
        for (String asked : List.of("kratom isn't addictive", "frogs", "Is kratom an opioid? It can stop your breathing.", "can-be-addictive")) {
            assertEquals(List.of(), errors(Report.claimJson(ClaimAnswer.to(asked))), asked);
            assertFits(Report.claim(ClaimAnswer.to(asked), PLAIN));
        }
        assertEquals(List.of(), errors(Report.articleJson(guide())));
        assertFits(Report.article(guide(), PLAIN));
        assertFits(Report.claims(Claims.standard().all(), PLAIN));
    }

    private static void assertFits(String text) {
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    @Test
    void everyClaimIsShownWithItsEvidenceAndNothingUnconfirmedAsFact() {
        for (Claim claim : Claims.standard().all()) {
            String text = Report.claim(ClaimAnswer.to(claim.id()), PLAIN).replaceAll("\\s+", " ");
            assertTrue(text.contains(claim.title()) && text.contains(claim.answer().replaceAll("\\s+", " ")), text);
            long unconfirmed = java.util.stream.Stream.concat(claim.support().stream(), claim.against().stream()).filter(each -> each.status() == ketum.kratom.data.Status.UNCONFIRMED).count();
            assertEquals(unconfirmed, text.split("NOT CONFIRMED", -1).length - 1, text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sentences/0/verdict", "/sentences/0/sources", "/contradictions/0/why", "/claims/0/for", "/claims/0/as_of", "/file"})
    void aDocumentWithAFieldRemovedIsRejected(String pointer) throws ArticleException, IOException {
        JsonNode document = JsonMapper.builder().build().readTree(Report.articleJson(guide()));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        assertFalse(errors(document.toString()).isEmpty());
    }

    @Test
    void thePageHoldsTheArticlesWordsAsTextOnly() throws ArticleException {
        String page = Report.articleHtml(check("<b>.txt", "<script>alert(1)</script> Kratom causes seizures, \"<img src=x onerror=alert(1)>\" & more. Order now at http://example.org/shop today."));
        assertFalse(page.matches("(?s).*<(script|img|iframe|link|object|form|b>\\.txt).*"), page);
        assertFalse(page.matches("(?s).*(href|src)=\"[^#].*"), page);
        assertTrue(page.contains("&lt;script&gt;"), page);
        assertTrue(page.contains("Promotes a shop"), page);
    }

    @Test
    void everyLinkOfThePageHasItsPlace() throws ArticleException, IOException {
        String page = Report.articleHtml(guide());
        java.util.regex.Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().forEach(link -> assertTrue(page.contains(" id=\"" + link.group(1) + "\""), link.group()));
        java.util.regex.Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().forEach(id -> assertEquals(2, page.split(java.util.regex.Pattern.quote(id.group()), -1).length, id.group()));
    }

    @Test
    void nothingInAnArticleSteersTheTerminal() throws ArticleException {
        assertFalse(Report.article(check("a.txt", "Kratom causes \u001b[31mseizures\u202e today."), PLAIN).matches("(?s).*[\u001b\u202e].*"));
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}
