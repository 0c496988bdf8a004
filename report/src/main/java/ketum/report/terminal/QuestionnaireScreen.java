package ketum.report.terminal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ketum.care.questionnaire.CrisisHelp;
import ketum.care.questionnaire.QuestionnaireScore;
import ketum.kratom.data.Finding;
import ketum.kratom.data.Instrument;
import ketum.kratom.data.Source;
import ketum.report.Audience;
import ketum.report.terminal.Screen.Style;
import ketum.report.text.Texts;

/** Questionnaires: the list, one to fill in, and one added up. Crisis help stands before everything else. */
public final class QuestionnaireScreen {
    private static final int LABEL = 12;

    private final Screen screen;
    private final Texts texts;
    private final boolean clinician;

    private QuestionnaireScreen(Audience audience, TerminalOptions options) {
        this.screen = new Screen(options);
        this.texts = Texts.of(audience);
        this.clinician = audience == Audience.CLINICIAN;
    }

    public static String list(List<Instrument> instruments, Audience audience, TerminalOptions options) {
        QuestionnaireScreen page = new QuestionnaireScreen(audience, options);
        page.screen.line(instruments.size() + " questionnaires; ketum questionnaire ID shows one", Style.BOLD);
        for (Instrument instrument : instruments) {
            page.screen.item(" - ", instrument.id() + ": " + instrument.name() + ", " + instrument.measures() + "; " + instrument.items().size() + " items, 0 to " + instrument.maximum() + ", "
                    + page.rated(instrument) + ".", Style.PLAIN);
        }
        page.screen.line(page.texts.get("questionnaire.nodiagnosis") + " " + page.texts.get("questionnaire.help"), Style.PLAIN);
        return page.screen.toString();
    }

    /** To fill in. */
    public static String form(Instrument instrument, Audience audience, TerminalOptions options) {
        QuestionnaireScreen page = new QuestionnaireScreen(audience, options);
        page.form(instrument);
        return page.screen.toString();
    }

    public static String score(QuestionnaireScore score, CrisisHelp help, Audience audience, TerminalOptions options) {
        QuestionnaireScreen page = new QuestionnaireScreen(audience, options);
        if (score.crisis()) {
            page.crisis("questionnaire.crisis", help);
            page.screen.blank();
        }
        page.score(score);
        return page.screen.toString();
    }

    /** Crisis help alone, for answers that could not be added up. */
    public static String crisis(CrisisHelp help, Audience audience, TerminalOptions options) {
        QuestionnaireScreen page = new QuestionnaireScreen(audience, options);
        page.crisis("questionnaire.crisis.unclear", help);
        return page.screen.toString();
    }

    private void crisis(String text, CrisisHelp help) {
        screen.line(texts.get("questionnaire.crisis.heading").toUpperCase(java.util.Locale.ROOT), Style.ALARM);
        screen.line(texts.get(text), Style.BOLD);
        help.lines().forEach(line -> ReferralScreen.line(screen, texts, line, help.on(), clinician));
        screen.line(texts.get(help.place().isEmpty() ? "questionnaire.crisis.elsewhere" : help.lines().isEmpty() ? "questionnaire.crisis.none" : "questionnaire.crisis.also"), Style.BOLD);
    }

    private void form(Instrument instrument) {
        screen.line(instrument.name(), Style.BOLD);
        screen.line(instrument.measures() + "; " + rated(instrument) + "; 0 to " + instrument.maximum(), Style.PLAIN);
        screen.labelled(texts.get("questionnaire.ask"), LABEL, instrument.instruction());
        Map<Integer, String> first = instrument.items().getFirst().steps();
        boolean shared = instrument.items().stream().allMatch(item -> item.steps().equals(first));
        if (shared) {
            screen.labelled("", LABEL, steps(first));
        }
        int number = 0;
        for (Instrument.Item item : instrument.items()) {
            number++;
            screen.item("%3d ".formatted(number), item.text() + (item.text().matches(".*[.?!]") ? "" : ".") + " [" + item.id() + "]" + (shared ? "" : " " + steps(item.steps())), Style.PLAIN);
        }
        screen.blank();
        bands(instrument);
        rest(instrument);
        screen.line("Add up: ketum questionnaire " + instrument.id() + " --answers " + instrument.items().stream().map(item -> "0").collect(Collectors.joining(",")), Style.BOLD);
        sources(QuestionnaireScore.sources(instrument));
    }

    private static String steps(Map<Integer, String> steps) {
        return steps.entrySet().stream().map(step -> step.getKey() + " " + step.getValue()).collect(Collectors.joining("; ")) + ".";
    }

    private void bands(Instrument instrument) {
        String bands = instrument.bands().stream().map(band -> "from " + band.from() + " " + band.label()).collect(Collectors.joining(", "));
        screen.labelled(texts.get("questionnaire.bands"), LABEL, bands.isEmpty() ? instrument.heldBack()
                : bands + instrument.bandsBasis().map(basis -> " [" + basis.source() + ", " + basis.locator() + ", " + basis.status().label() + "]").orElse("") + ".");
    }

    private void score(QuestionnaireScore score) {
        Instrument instrument = score.instrument();
        screen.line(instrument.name(), Style.BOLD);
        screen.labelled(texts.get("questionnaire.total"), LABEL, texts.get("questionnaire.of", score.total(), instrument.maximum()) + ", "
                + score.band().map(band -> texts.get("questionnaire.band") + " \"" + band.label() + "\"").orElse(texts.get("questionnaire.noband"))
                + (score.apart().isPresent() ? "; " + texts.get("questionnaire.apart", score.apart().getAsInt()) : "") + ".");
        bands(instrument);
        screen.labelled(texts.get("questionnaire.answers"), LABEL, score.answers().stream().map(answer -> answer.item().id() + " " + answer.points()).collect(Collectors.joining(", ")) + ".");
        rest(instrument);
        screen.line(texts.get("questionnaire.nodiagnosis") + " " + texts.get("questionnaire.help"), Style.BOLD);
        sources(score.sources());
    }

    private void rest(Instrument instrument) {
        screen.labelled(texts.get("questionnaire.meaning"), LABEL, clinician ? instrument.clinician() : instrument.person());
        if (!instrument.setApart().isEmpty()) {
            screen.labelled("", LABEL, instrument.setApart());
        }
        screen.labelled(texts.get("questionnaire.kratom"), LABEL, instrument.kratom().stream().filter(Finding::confirmed).map(ReferralScreen::said).collect(Collectors.joining("; ")) + ".");
        screen.labelled(texts.get("questionnaire.words"), LABEL, instrument.licence()
                + instrument.licenceBasis().stream().filter(Finding::confirmed).map(basis -> " [" + basis.source() + ", " + basis.locator() + ", " + basis.status().label() + "]").collect(Collectors.joining()));
    }

    private String rated(Instrument instrument) {
        return texts.get("questionnaire.rated." + instrument.ratedBy().label());
    }

    private void sources(List<Source> sources) {
        if (clinician) {
            screen.blank();
            sources.forEach(source -> screen.item("   ", "[" + source.key() + "] " + source.citation(), Style.PLAIN));
        }
    }
}
