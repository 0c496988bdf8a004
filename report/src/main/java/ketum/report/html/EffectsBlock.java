package ketum.report.html;

import ketum.care.Assessment.Effect;
import ketum.care.Assessment.EffectsFinding;
import ketum.care.Assessment.Series;

/** Effects over the day. What only a clinician may see as a curve, a person reads as a sentence. */
final class EffectsBlock {
    private EffectsBlock() {}

    static void write(Page page) {
        SectionFrame.write(page, "effects", page.assessment().effects(), effects -> present(page, effects));
    }

    private static void present(Page page, EffectsFinding effects) {
        page.paragraph(page.text("effects.intro"));
        page.out().open("div", "class", "multiples");
        for (Effect effect : effects.effects()) {
            if (curveShown(page, effect)) {
                page.out().open("div", "class", "multiple");
                page.paragraph(page.choose(effect.person(), effect.clinician()));
                new SeriesFigure(page, "chart-effect-" + effect.series().id(), shown(effect.series()), TimeFrame.DAY).doses(effects.doseTimesH()).write();
                page.out().close();
            }
        }
        page.out().close();
        effects.effects().stream().filter(effect -> !curveShown(page, effect)).forEach(effect -> page.paragraph(effect.person()));
    }

    /** A chance is read in percent. */
    private static Series shown(Series series) {
        return series.id().equals("nausea") ? Percent.of(series) : series;
    }

    /** Breathing is never drawn for a person, whatever the finding is flagged as: a curve would invite reading off a safe dose. */
    private static boolean curveShown(Page page, Effect effect) {
        return page.clinician() || !effect.clinicianOnly() && !effect.series().id().contains("ventilation");
    }
}
