package ketum.care;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ketum.care.Assessment.Source;
import ketum.kratom.data.Sources;
import ketum.kratom.data.Tables;

/** Collects the sources that an assessment names anywhere, each with its citation; a key that does not resolve is a fault of ours. */
final class SourcesStep {

    private SourcesStep() {
    }

    static Assessment withSources(Assessment draft) {
        Set<String> keys = new TreeSet<>();
        collect(draft, keys);
        Sources sources = Tables.standard().sources();
        List<Source> found = keys.stream().map(key -> sources.find(key)
                .map(source -> new Source(key, source.citation(), source.address()))
                .orElseThrow(() -> new IllegalStateException("source key " + key + " does not resolve"))).toList();
        return new Assessment(draft.versions(), draft.input(), draft.run(), draft.notices(), draft.urgent(), draft.help(), draft.product(), draft.exposure(),
                draft.receptors(), draft.effects(), draft.dependence(), draft.withdrawalIfStopped(), draft.now(), draft.tapers(), draft.options(), draft.claims(), draft.limits(), found);
    }

    /** Walks the records of the assessment; lists named {@code sources} and a help line's {@code source} hold keys. */
    private static void collect(Object value, Set<String> keys) {
        switch (value) {
            case null -> { }
            case Case _ -> { }
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    Object part = part(record, component);
                    if (component.getName().equals("sources") && part instanceof List<?> list) {
                        list.stream().filter(String.class::isInstance).map(String.class::cast).forEach(keys::add);
                    } else if (component.getName().equals("source") && part instanceof String key) {
                        keys.add(key);
                    }
                    collect(part, keys);
                }
            }
            case List<?> list -> list.forEach(item -> collect(item, keys));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, keys));
            case Optional<?> optional -> optional.ifPresent(item -> collect(item, keys));
            default -> { }
        }
    }

    private static Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
