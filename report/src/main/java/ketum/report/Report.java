package ketum.report;

import ketum.care.Assessment;
import ketum.report.html.HtmlReport;
import ketum.report.json.JsonReport;
import ketum.report.terminal.TerminalOptions;
import ketum.report.terminal.TerminalReport;
import ketum.report.text.Texts;

/**
 * Renders an {@link Assessment}. The same assessment gives the same text, byte for byte, on every machine: nothing here asks for
 * the time, the locale or the environment.
 */
public final class Report {
    private Report() {}

    /** One screen of plain text, lines ended by {@code \n}, none wider than the options allow. */
    public static String terminal(Assessment assessment, Audience audience, TerminalOptions options) {
        return TerminalReport.render(assessment, audience, options);
    }

    /** One self-contained HTML file. */
    public static String html(Assessment assessment, Audience audience) {
        return HtmlReport.render(assessment, audience);
    }

    /** Everything, as JSON that follows the schema at {@link #jsonSchema()}; for machines, so with nothing left out for an audience. */
    public static String json(Assessment assessment) {
        return JsonReport.render(assessment);
    }

    /** What Ketum is meant for; word for word the same in every report, page and document. */
    public static String intendedPurpose() {
        return Texts.of(Audience.CLINICIAN).get("purpose");
    }

    /** The JSON Schema (draft 2020-12) of {@link #json}. */
    public static String jsonSchema() {
        return JsonReport.schema();
    }
}
