package ketum.report.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import ketum.care.Assessment.Bands;
import ketum.care.Assessment.Grade;
import ketum.care.Assessment.Interval;
import ketum.care.Assessment.Quantity;
import ketum.care.Assessment.Series;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The repeated shapes: interval, quantity, series. Numbers are rounded to six significant digits, half up, which is finer than the
 * integration tolerance and coarser than the last bits; a value that is not a number becomes null.
 */
final class Values {
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    /** Beyond this a plain number would be a row of zeros. */
    private static final double PLAIN = 1e12;

    private Values() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static void number(ObjectNode node, String key, double value) {
        node.set(key, number(value));
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode array = array();
        for (double value : values) {
            array.add(number(value));
        }
        return array;
    }

    /** A whole number is written without a decimal point. */
    private static JsonNode number(double value) {
        if (!Double.isFinite(value)) {
            return JsonNodeFactory.instance.nullNode();
        }
        double rounded = rounded(value);
        return rounded == StrictMath.rint(rounded) && StrictMath.abs(rounded) < PLAIN
                ? JsonNodeFactory.instance.numberNode((long) rounded)
                : JsonNodeFactory.instance.numberNode(rounded);
    }

    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    static ArrayNode strings(Iterable<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    static ObjectNode interval(Interval interval) {
        return interval(object(), interval);
    }

    private static ObjectNode interval(ObjectNode node, Interval interval) {
        number(node, "low", interval.low());
        number(node, "median", interval.median());
        number(node, "high", interval.high());
        return node;
    }

    static ObjectNode interval(Interval interval, String unit) {
        return interval(object().put("unit", unit), interval);
    }

    static void grade(ObjectNode node, Grade grade) {
        node.put("grade_direction", grade.direction());
        node.put("grade_size", grade.size());
        node.put("weakest_link", grade.weakestLink());
        node.set("sources", strings(grade.sources()));
    }

    static ObjectNode quantity(Quantity quantity) {
        ObjectNode node = object();
        node.put("id", quantity.id());
        node.put("label", quantity.label());
        node.put("unit", quantity.unit());
        interval(node, quantity.both());
        layer(node, "people", quantity.people());
        layer(node, "science", quantity.science());
        grade(node, quantity.grade());
        return node;
    }

    private static void layer(ObjectNode node, String key, Interval interval) {
        if (interval == null) {
            node.putNull(key);
        } else {
            node.set(key, interval(interval));
        }
    }

    static ArrayNode quantities(List<Quantity> quantities) {
        ArrayNode array = array();
        quantities.forEach(quantity -> array.add(quantity(quantity)));
        return array;
    }

    static ObjectNode series(Series series) {
        ObjectNode node = object();
        node.put("id", series.id());
        node.put("label", series.label());
        seriesBody(node, series);
        grade(node, series.grade());
        return node;
    }

    /** Unit, axis and bands, without name and grade: a scale forecast puts them beside its own. */
    static void seriesBody(ObjectNode node, Series series) {
        node.put("unit", series.unit());
        node.set("time_h", numbers(series.timeH()));
        bands(node, series.both());
        node.set("people", series.people() == null ? JsonNodeFactory.instance.nullNode() : bands(object(), series.people()));
        node.set("science", series.science() == null ? JsonNodeFactory.instance.nullNode() : bands(object(), series.science()));
        ArrayNode sampled = array();
        series.sampled().forEach(curve -> sampled.add(numbers(curve)));
        node.set("sampled", sampled);
    }

    static ArrayNode seriesList(List<Series> series) {
        ArrayNode array = array();
        series.forEach(one -> array.add(series(one)));
        return array;
    }

    private static ObjectNode bands(ObjectNode node, Bands bands) {
        node.set("p05", numbers(bands.p05()));
        node.set("p25", numbers(bands.p25()));
        node.set("p50", numbers(bands.p50()));
        node.set("p75", numbers(bands.p75()));
        node.set("p95", numbers(bands.p95()));
        return node;
    }
}
