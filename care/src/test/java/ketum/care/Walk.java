package ketum.care;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every number of an assessment by the path that leads to it, so that a test can hold two assessments against each other. */
final class Walk {

    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, Object> records = new LinkedHashMap<>();

    private Walk() {
    }

    /** Numbers by path; a series' axis and bands are arrays, all else arrays of one. */
    static Map<String, double[]> numbers(Object root) {
        Walk walk = new Walk();
        walk.add("", root);
        return walk.numbers;
    }

    /** All records of a type by path. */
    static <T> Map<String, T> records(Object root, Class<T> type) {
        Walk walk = new Walk();
        walk.add("", root);
        Map<String, T> found = new LinkedHashMap<>();
        walk.records.forEach((path, record) -> {
            if (type.isInstance(record)) {
                found.put(path, type.cast(record));
            }
        });
        return found;
    }

    /** All texts of an assessment. */
    static List<String> texts(Object root) {
        List<String> texts = new ArrayList<>();
        collect(root, texts);
        return texts;
    }

    private static void collect(Object value, List<String> texts) {
        switch (value) {
            case String text -> texts.add(text);
            case Record record -> parts(record).values().forEach(part -> collect(part, texts));
            case List<?> list -> list.forEach(item -> collect(item, texts));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, texts));
            case Optional<?> optional -> optional.ifPresent(item -> collect(item, texts));
            default -> { }
        }
    }

    private void add(String path, Object value) {
        switch (value) {
            case Number number -> numbers.put(path, new double[] {number.doubleValue()});
            case double[] array -> numbers.put(path, array);
            case Record record -> {
                records.put(path, record);
                parts(record).forEach((name, part) -> add(path + "/" + name, part));
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(path + "/" + i, list.get(i));
                }
            }
            case Map<?, ?> map -> map.forEach((key, item) -> add(path + "/" + key, item));
            case Optional<?> optional -> optional.ifPresent(item -> add(path, item));
            default -> { }
        }
    }

    private static Map<String, Object> parts(Record record) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                parts.put(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return parts;
    }
}
