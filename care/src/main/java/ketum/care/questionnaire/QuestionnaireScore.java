package ketum.care.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import ketum.kratom.data.Finding;
import ketum.kratom.data.Instrument;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;

/**
 * A filled-in questionnaire, added up; the contract between {@code care} and {@code report}.
 *
 * @param answers  in the order of the items
 * @param total    the sum of the points
 * @param band     what that total is called, where a source says so
 * @param apart    the total without the items that are counted apart; empty where there are none
 * @param crisis   whether the answer on thoughts of death or self-harm is above zero: crisis help comes before everything else, whatever
 *                 the total
 * @param sources  all sources that are named
 */
public record QuestionnaireScore(Instrument instrument, List<Answer> answers, int total, Optional<Instrument.Band> band, OptionalInt apart, boolean crisis,
                                 List<Source> sources) {

    public QuestionnaireScore {
        answers = List.copyOf(answers);
        sources = List.copyOf(sources);
    }

    /** @param points one of the steps of the item */
    public record Answer(Instrument.Item item, int points) {}

    /**
     * Reads and adds up.
     *
     * @param text   all points in order, or each with its item; see {@code ketum questionnaire --help}
     * @param origin what the text is called in messages: an option or a file
     * @throws AnswerProblem where an answer is missing, unknown, doubled or not one of its item's steps
     */
    public static QuestionnaireScore of(Instrument instrument, String text, String origin) throws AnswerProblem {
        Map<String, Integer> points = AnswerReader.read(instrument, text, origin);
        List<Answer> answers = instrument.items().stream().map(item -> new Answer(item, points.get(item.id()))).toList();
        int total = answers.stream().mapToInt(Answer::points).sum();
        OptionalInt apart = instrument.items().stream().anyMatch(Instrument.Item::setApart)
                ? OptionalInt.of(answers.stream().filter(answer -> !answer.item().setApart()).mapToInt(Answer::points).sum()) : OptionalInt.empty();
        boolean crisis = instrument.crisisItem().filter(id -> points.get(id) > 0).isPresent();
        return new QuestionnaireScore(instrument, answers, total, instrument.band(total), apart, crisis, sources(instrument));
    }

    /** The sources of an instrument, without any answer. */
    public static List<Source> sources(Instrument instrument) {
        Set<String> keys = new TreeSet<>();
        keys.add(instrument.source());
        instrument.findings().filter(Finding::confirmed).forEach(finding -> keys.add(finding.source()));
        return keys.stream().map(Sources.standard()::get).toList();
    }
}
