package ketum.report.json;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ketum.care.article.ArticleCheck;
import ketum.care.article.ArticleCheck.Finding;
import ketum.care.article.ClaimAnswer;
import ketum.care.article.ClaimFinder;
import ketum.kratom.Versions;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Source;
import ketum.report.text.ClaimWords;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims as JSON, by {@code claims.schema.json}. Every key is always there; what is not known is null or empty. */
public final class ClaimJson {
    private static final String SCHEMA_VERSION = "1.0.0";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ClaimJson() {}

    public static String answer(ClaimAnswer answer) {
        ObjectNode node = head().put("asked", answer.asked());
        sentences(node, answer.findings());
        ArrayNode near = node.putArray("near");
        answer.near().forEach(claim -> near.addObject().put("id", claim.id()).put("title", claim.title()));
        claims(node, answer.claims());
        return text(node);
    }

    public static String list(Collection<Claim> claims) {
        ObjectNode node = head();
        claims(node, List.copyOf(claims));
        return text(node);
    }

    public static String article(ArticleCheck check) {
        ObjectNode node = head().put("file", check.file()).put("form", check.form().name().toLowerCase(Locale.ROOT)).put("sentences_read", check.read()).put("limit", ClaimWords.LIMIT);
        sentences(node, check.findings());
        ArrayNode contradictions = node.putArray("contradictions");
        check.contradictions().forEach(contradiction -> {
            ObjectNode item = contradictions.addObject();
            side(item.putObject("first"), contradiction.first());
            side(item.putObject("second"), contradiction.second());
            item.put("why", contradiction.why()).put("different_voices", contradiction.voices());
        });
        claims(node, check.claims());
        return text(node);
    }

    public static String schema() {
        return JsonReport.resource("claims.schema.json");
    }

    private static ObjectNode head() {
        return Values.object().put("schema_version", SCHEMA_VERSION).put("software", Versions.software()).put("data", Versions.data());
    }

    private static String text(ObjectNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static void side(ObjectNode node, Finding finding) {
        node.put("number", finding.number()).put("sentence", finding.sentence()).put("claim", finding.match().orElseThrow().claim().id());
    }

    private static void sentences(ObjectNode node, List<Finding> findings) {
        ArrayNode sentences = node.putArray("sentences");
        for (Finding finding : findings) {
            ObjectNode item = sentences.addObject().put("number", finding.number()).put("paragraph", finding.paragraph()).put("sentence", finding.sentence());
            if (finding.match().isPresent()) {
                ClaimFinder.Match match = finding.match().get();
                item.put("claim", match.claim().id()).put("stance", match.stance().label()).put("hedged", match.hedged()).put("attributed", match.attributed()).put("promotes", finding.promotes());
                item.put("verdict", match.verdict().label()).put("grade", String.valueOf(match.claim().grade()));
                item.set("sources", Values.strings(Stream.concat(match.claim().support().stream(), match.claim().against().stream()).map(Claim.Evidence::source).distinct().toList()));
            } else {
                item.putNull("claim").putNull("stance").putNull("hedged").putNull("attributed").put("promotes", finding.promotes()).putNull("verdict").putNull("grade");
                item.putArray("sources");
            }
        }
    }

    private static void claims(ObjectNode node, List<Claim> claims) {
        ArrayNode array = node.putArray("claims");
        for (Claim claim : claims) {
            ObjectNode item = array.addObject().put("id", claim.id()).put("topic", claim.topic()).put("title", claim.title()).put("verdict", claim.verdict().label())
                    .put("grade", String.valueOf(claim.grade())).put("answer", claim.answer()).put("as_of", claim.asOf().toString());
            evidence(item.putArray("for"), claim.support());
            evidence(item.putArray("against"), claim.against());
        }
        ArrayNode sources = node.putArray("sources");
        for (Source source : ArticleCheck.sources(claims)) {
            sources.addObject().put("key", source.key()).put("citation", source.citation()).put("address", source.address());
        }
    }

    private static void evidence(ArrayNode array, List<Claim.Evidence> side) {
        side.forEach(evidence -> array.addObject().put("finding", evidence.finding()).put("source", evidence.source()).put("locator", evidence.locator()).put("status", evidence.status().label()));
    }
}
