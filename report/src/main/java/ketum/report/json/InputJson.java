package ketum.report.json;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ketum.care.Case;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person;
import ketum.kratom.Product;
import ketum.kratom.Use;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The input, echoed: what was entered and nothing else. The folder of a certificate file is left out, it may name a person. */
final class InputJson {
    private InputJson() {}

    static ObjectNode of(Case input) {
        ObjectNode node = Values.object();
        node.set("person", person(input.person()));
        ObjectNode history = node.putObject("history");
        history.set("conditions", Values.strings(input.history().conditions().stream().sorted().map(InputJson::lower).toList()));
        ArrayNode other = history.putArray("other_use");
        input.history().otherUse().forEach(use -> {
            ObjectNode entry = other.addObject();
            entry.put("substance", lower(use.substance()));
            entry.put("dependent", use.dependent());
            text(entry, "last_use", use.lastUse().map(Object::toString).orElse(null));
        });
        ArrayNode medicines = node.putArray("medicines");
        input.medicines().forEach(medicine -> medicines.addObject().put("id", medicine.id()).put("written", medicine.written())
                .put("checked", medicine.checked()));
        ArrayNode products = node.putArray("products");
        input.products().forEach(item -> {
            ObjectNode product = product(item.product());
            product.set("use", use(item.use()));
            products.add(product);
        });
        text(node, "last_dose", input.lastDose().map(Object::toString).orElse(null));
        if (input.scoreNow().isPresent()) {
            Case.ScoreNow score = input.scoreNow().get();
            ObjectNode entry = node.putObject("score_now");
            entry.put("scale", score.scale().name());
            Values.number(entry, "value", score.value());
            text(entry, "at", score.at().map(Object::toString).orElse(null));
        } else {
            node.putNull("score_now");
        }
        ArrayNode stops = node.putArray("earlier_stops");
        input.earlierStops().forEach(stop -> {
            ObjectNode entry = stops.addObject();
            Values.number(entry, "longest_days", stop.longestDays().orElse(Double.NaN));
            text(entry, "scale", stop.scale().map(Enum::name).orElse(null));
            Values.number(entry, "worst_score", stop.worstScore().orElse(Double.NaN));
            entry.put("taper", stop.taper()).put("failed", stop.failed()).put("helped", stop.helped());
        });
        node.put("place", input.place());
        node.put("date", input.date().toString());
        text(node, "goal", input.goal().orElse(null));
        return node;
    }

    private static ObjectNode person(Person person) {
        ObjectNode node = Values.object();
        Values.number(node, "age_years", person.ageYears());
        node.put("sex", lower(person.sex()));
        Values.number(node, "weight_kg", person.weightKg());
        node.put("pregnancy", lower(person.pregnancy()));
        return node;
    }

    private static ObjectNode product(Product product) {
        ObjectNode node = Values.object();
        node.put("type", product.type().label());
        node.put("name", product.name());
        ObjectNode content = node.putObject("content");
        switch (product.content()) {
            case Product.Content.ByType() -> content.put("known_by", "type");
            case Product.Content.ByLabel(var claims) -> {
                content.put("known_by", "label");
                content.set("strengths", strengths(claims));
            }
            case Product.Content.ByCertificate(String source, var assays) -> {
                content.put("known_by", "certificate");
                content.put("source", source.substring(StrictMath.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1));
                content.set("strengths", strengths(assays));
            }
        }
        Values.number(node, "capsule_g", product.capsuleGrams().orElse(Double.NaN));
        Values.number(node, "tea_leaf_g", product.teaLeafGrams().orElse(Double.NaN));
        Values.number(node, "tea_ml", product.teaMillilitres().orElse(Double.NaN));
        return node;
    }

    private static ArrayNode strengths(Map<Alkaloid, Product.Strength> strengths) {
        ArrayNode array = Values.array();
        new TreeMap<>(strengths).forEach((alkaloid, strength) -> {
            ObjectNode entry = array.addObject();
            entry.put("analyte", alkaloid.id());
            Values.number(entry, "value", strength.value());
            entry.put("unit", "mg/" + switch (strength.per()) {
                case GRAM -> "g";
                case MILLILITRE -> "mL";
                case UNIT -> "{unit}";
            });
            entry.put("below_limit", strength.belowLimit());
        });
        return array;
    }

    private static ObjectNode use(Use use) {
        ObjectNode node = Values.object();
        Values.number(node, "amount", use.amount());
        node.put("unit", use.unit().label());
        node.put("per_day", use.perDay());
        node.set("times", Values.strings(use.times().stream().map(Object::toString).toList()));
        node.put("times_stated", use.timesStated());
        node.put("since", use.since().toString());
        ArrayNode changes = node.putArray("changes");
        use.changes().forEach(change -> {
            ObjectNode entry = changes.addObject();
            entry.put("from", change.from().toString());
            Values.number(entry, "amount", change.amount());
            entry.put("per_day", change.perDay());
        });
        return node;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void text(ObjectNode node, String key, String value) {
        node.put(key, value);
    }
}
