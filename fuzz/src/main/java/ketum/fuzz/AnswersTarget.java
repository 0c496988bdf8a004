package ketum.fuzz;

import java.util.List;
import ketum.care.questionnaire.AnswerProblem;
import ketum.care.questionnaire.CrisisHelp;
import ketum.care.questionnaire.QuestionnaireScore;
import ketum.kratom.data.Instrument;
import ketum.kratom.data.Instruments;
import ketum.report.Audience;
import ketum.report.Report;

/** Answers to each questionnaire; thoughts of death that may have been answered with yes are never passed over. */
final class AnswersTarget {

    static final Target TARGET = new Target("answers", "answers to questionnaires, and the total", 300, 400, 10_000, List.of(), AnswersTarget::read);

    private AnswersTarget() {
    }

    private static void read(byte[] input) {
        String text = Promise.text(input);
        for (Instrument instrument : Instruments.standard().all()) {
            try {
                score(instrument, QuestionnaireScore.of(instrument, text, "fuzzed.txt"));
            } catch (AnswerProblem refused) {
                Promise.message(refused.getMessage());
                // without a zero no answer can be one
                Promise.hold(instrument.crisisItem().isEmpty() || text.indexOf('0') >= 0 || refused.crisisNotExcluded(), "crisis help is not shown: " + refused.getMessage());
            }
        }
    }

    private static void score(Instrument instrument, QuestionnaireScore score) {
        Promise.hold(score.answers().size() == instrument.items().size(), "a total with gaps");
        Promise.hold(score.total() == score.answers().stream().mapToInt(QuestionnaireScore.Answer::points).sum() && score.total() <= instrument.maximum(), "a total of " + score.total());
        Promise.hold(score.crisis() == score.answers().stream().anyMatch(answer -> instrument.crisisItem().filter(answer.item().id()::equals).isPresent() && answer.points() > 0),
                "crisis help does not follow the answer");
        CrisisHelp help = CrisisHelp.anywhere(CaseTarget.TODAY);
        for (Audience audience : Audience.values()) {
            Promise.shown(Report.score(score, help, audience, CertificateTarget.PLAIN));
        }
        Promise.json(Report.scoreJson(score, help));
    }
}
