package ketum.kratom.data;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A questionnaire or rating scale whose points are added up.
 *
 * @param measures     what it measures, in a few plain words
 * @param words        whether the printed words stand here
 * @param licence      why they do or do not
 * @param licenceBasis what that rests on
 * @param instruction  what to ask
 * @param items        in the order of the printed form
 * @param crisisItem   id of the item whose every answer above zero calls for crisis help at once
 * @param bands        what totals are called, from the lowest; empty where no source for them was found
 * @param heldBack     why there are no bands; empty where there are
 * @param bandsBasis   the source of the bands
 * @param setApart     why some items are counted apart too; empty where none are
 * @param kratom       what is known of its results in people who take kratom
 * @param source       key in {@link Sources} of its first publication
 */
public record Instrument(String id, String name, String measures, Rater ratedBy, String period, Words words, String licence, List<Finding> licenceBasis,
                         String instruction, List<Item> items, Optional<String> crisisItem, List<Band> bands, String heldBack, Optional<Finding> bandsBasis,
                         String setApart, List<Finding> kratom, String person, String clinician, String source) {

    public Instrument {
        licenceBasis = List.copyOf(licenceBasis);
        items = List.copyOf(items);
        bands = List.copyOf(bands);
        kratom = List.copyOf(kratom);
    }

    /** Who fills it in. */
    public enum Rater {
        SELF, CLINICIAN;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which words stand here. */
    public enum Words {
        /** Those of the printed form, whose makers allow it. */
        PRINTED,
        /** Our own, since the licence is not clear or does not allow it. */
        OWN;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One question or sign.
     *
     * @param topic    what it is about, in our words
     * @param printed  the printed words, where they may stand here
     * @param steps    the points that can be given, ascending, each with what it stands for
     * @param setApart whether it is counted apart too
     */
    public record Item(String id, String topic, Optional<String> printed, Map<Integer, String> steps, boolean setApart) {
        public Item {
            steps = Collections.unmodifiableMap(new TreeMap<>(steps));
        }

        /** What is read out: the printed words where they stand here, else the topic. */
        public String text() {
            return printed.orElse(topic);
        }

        public int highest() {
            return steps.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
    }

    /** @param from the lowest total of the band */
    public record Band(int from, String label) {}

    /** The highest total. */
    public int maximum() {
        return items.stream().mapToInt(Item::highest).sum();
    }

    /** What a total is called, where there are bands. */
    public Optional<Band> band(int total) {
        return bands.stream().filter(band -> band.from() <= total).reduce((lower, higher) -> higher);
    }

    /** All findings, of every part. */
    public Stream<Finding> findings() {
        return Stream.of(licenceBasis.stream(), bandsBasis.stream(), kratom.stream()).flatMap(each -> each);
    }
}
