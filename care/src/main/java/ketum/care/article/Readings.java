package ketum.care.article;

import java.util.ArrayList;
import java.util.List;

/** Sentences of one text, read in order. */
final class Readings {

    /** What one sentence says. */
    record Reading(List<ClaimFinder.Match> matches, boolean promotes) {}

    private Readings() {
    }

    static List<Reading> of(ClaimFinder finder, List<Article.Sentence> sentences) {
        Topics topics = Topics.ofText();
        boolean seller = Offers.seller(sentences.stream().map(Article.Sentence::text).toList());
        List<Reading> readings = new ArrayList<>();
        for (Article.Sentence sentence : sentences) {
            if (sentence.heading()) {
                topics.heading();
            }
            readings.add(new Reading(finder.find(sentence.text(), topics), Offers.promotes(sentence.text(), seller)));
        }
        return readings;
    }

    /** Of sentences without headings. */
    static List<Reading> ofPlain(ClaimFinder finder, List<String> sentences) {
        return of(finder, sentences.stream().map(sentence -> new Article.Sentence(1, false, sentence)).toList());
    }
}
