package ketum.care.article;

import java.util.ArrayList;
import java.util.List;

/** Sentences of one text, read in order. */
final class Readings {

    /** What one sentence says. */
    record Reading(List<ClaimFinder.Match> matches, boolean promotes) {}

    private Readings() {
    }

    static List<Reading> of(ClaimFinder finder, List<String> sentences) {
        Topics topics = Topics.ofText();
        boolean seller = Offers.seller(sentences);
        List<Reading> readings = new ArrayList<>();
        for (String sentence : sentences) {
            readings.add(new Reading(finder.find(sentence, topics), Offers.promotes(sentence, seller)));
        }
        return readings;
    }
}
