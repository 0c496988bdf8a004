package ketum.report.html;

import ketum.care.Assessment;
import ketum.report.Audience;
import ketum.report.markup.Markup;
import ketum.report.text.Phrases;
import ketum.report.text.Texts;

/** What every section needs: the findings, the reader, the words, and where to write. */
record Page(Assessment assessment, Audience audience, Texts texts, Phrases phrases, Markup out) {

    boolean clinician() {
        return audience == Audience.CLINICIAN;
    }

    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String choose(String person, String clinician) {
        return switch (audience) {
            case PERSON -> person;
            case CLINICIAN -> clinician;
        };
    }

    /** A paragraph, unless there is nothing to say. */
    void paragraph(String text) {
        if (!text.isBlank()) {
            out.element("p", text);
        }
    }
}
