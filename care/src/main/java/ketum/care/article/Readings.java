package ketum.care.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sentences of one text, read in order. */
final class Readings {

    /** What one sentence says. */
    record Reading(List<ClaimFinder.Match> matches, boolean promotes) {}

    private Readings() {
    }

    static List<Reading> of(ClaimFinder finder, List<Article.Sentence> sentences) {
        Topics topics = Topics.ofText();
        List<Set<Offers.Sign>> signs = sentences.stream().map(sentence -> Offers.in(sentence.text())).toList();
        boolean seller = Offers.seller(signs);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).heading()) {
                topics.heading();
            }
            readings.add(new Reading(finder.find(sentences.get(i).text(), topics), Offers.promotes(signs.get(i), seller)));
        }
        return readings;
    }

    /** Of sentences without headings. */
    static List<Reading> ofPlain(ClaimFinder finder, List<String> sentences) {
        return of(finder, sentences.stream().map(sentence -> new Article.Sentence(1, false, sentence)).toList());
    }
}
