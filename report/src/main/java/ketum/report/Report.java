package ketum.report;

import java.util.Collection;
import java.util.List;
import ketum.care.Assessment;
import ketum.care.Referral;
import ketum.care.article.ArticleCheck;
import ketum.care.article.ClaimAnswer;
import ketum.care.interaction.InteractionAnswer;
import ketum.care.law.LawAnswer;
import ketum.care.product.ProductReport;
import ketum.care.questionnaire.CrisisHelp;
import ketum.care.questionnaire.QuestionnaireScore;
import ketum.care.source.Awaiting;
import ketum.care.source.SourceAnswer;
import ketum.care.source.SourceList;
import ketum.kratom.data.Claim;
import ketum.kratom.data.Instrument;
import ketum.report.html.ArticlePage;
import ketum.report.html.HtmlReport;
import ketum.report.html.InteractionsPage;
import ketum.report.html.ReferralPage;
import ketum.report.json.ClaimJson;
import ketum.report.json.InteractionJson;
import ketum.report.json.JsonReport;
import ketum.report.json.LawJson;
import ketum.report.json.ProductJson;
import ketum.report.json.QuestionnaireJson;
import ketum.report.json.ReferralJson;
import ketum.report.json.SourceJson;
import ketum.report.terminal.ClaimScreen;
import ketum.report.terminal.InteractionScreen;
import ketum.report.terminal.LawScreen;
import ketum.report.terminal.ProductScreen;
import ketum.report.terminal.QuestionnaireScreen;
import ketum.report.terminal.ReferralScreen;
import ketum.report.terminal.SourceScreen;
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

    /** The law of a place, for the terminal. */
    public static String law(LawAnswer answer, TerminalOptions options) {
        return LawScreen.render(answer, options);
    }

    /** The same as JSON that follows {@link #lawSchema()}. */
    public static String lawJson(LawAnswer answer) {
        return LawJson.render(answer);
    }

    /** Every place on file, one line each. */
    public static String lawMap(List<LawAnswer> answers, TerminalOptions options) {
        return LawScreen.map(answers, options);
    }

    /** The same as JSON. */
    public static String lawMapJson(List<LawAnswer> answers) {
        return LawJson.map(answers);
    }

    /** The JSON Schema (draft 2020-12) of {@link #lawJson} and {@link #lawMapJson}. */
    public static String lawSchema() {
        return LawJson.schema();
    }

    /** A checked certificate, for the terminal. */
    public static String product(ProductReport report, Audience audience, TerminalOptions options) {
        return ProductScreen.render(report, audience, options);
    }

    /** The law of a place and what it makes of a product, for the terminal. */
    public static String lawAndProduct(ProductReport report, TerminalOptions options) {
        return ProductScreen.lawAndProduct(report, options);
    }

    /** A checked certificate as JSON that follows {@link #productSchema()}. */
    public static String productJson(ProductReport report, Audience audience) {
        return ProductJson.render(report, audience);
    }

    /** The JSON Schema (draft 2020-12) of {@link #productJson}. */
    public static String productSchema() {
        return ProductJson.schema();
    }

    /** What is known of medicines together, for the terminal. */
    public static String interactions(InteractionAnswer answer, Audience audience, TerminalOptions options) {
        return InteractionScreen.render(answer, audience, options);
    }

    /** The same as one self-contained HTML file. */
    public static String interactionsHtml(InteractionAnswer answer, Audience audience) {
        return InteractionsPage.render(answer, audience);
    }

    /** The same as JSON that follows {@link #interactionSchema()}, with nothing left out for an audience. */
    public static String interactionsJson(InteractionAnswer answer) {
        return InteractionJson.render(answer);
    }

    /** The JSON Schema (draft 2020-12) of {@link #interactionsJson}. */
    public static String interactionSchema() {
        return InteractionJson.schema();
    }

    /** What the evidence says to something heard, for the terminal. */
    public static String claim(ClaimAnswer answer, TerminalOptions options) {
        return ClaimScreen.answer(answer, options);
    }

    /** The same as JSON that follows {@link #claimsSchema()}. */
    public static String claimJson(ClaimAnswer answer) {
        return ClaimJson.answer(answer);
    }

    /** Every claim on file, for the terminal. */
    public static String claims(Collection<Claim> claims, TerminalOptions options) {
        return ClaimScreen.list(claims, options);
    }

    /** The same, with the evidence, as JSON that follows {@link #claimsSchema()}. */
    public static String claimsJson(Collection<Claim> claims) {
        return ClaimJson.list(claims);
    }

    /** A checked article, for the terminal. */
    public static String article(ArticleCheck check, TerminalOptions options) {
        return ClaimScreen.article(check, options);
    }

    /** The same with all evidence, as one self-contained HTML file. */
    public static String articleHtml(ArticleCheck check) {
        return ArticlePage.render(check);
    }

    /** The same as JSON that follows {@link #claimsSchema()}. */
    public static String articleJson(ArticleCheck check) {
        return ClaimJson.article(check);
    }

    /** The JSON Schema (draft 2020-12) of {@link #claimJson}, {@link #claimsJson} and {@link #articleJson}. */
    public static String claimsSchema() {
        return ClaimJson.schema();
    }

    /** A source and what rests on it, for the terminal. @param all every statement; otherwise the first of each table */
    public static String source(SourceAnswer answer, boolean all, TerminalOptions options) {
        return SourceScreen.answer(answer, all, options);
    }

    /** The same, always with every statement, as JSON that follows {@link #sourcesSchema()}. */
    public static String sourceJson(SourceAnswer answer) {
        return SourceJson.answer(answer);
    }

    /** Sources with how much rests on each, for the terminal. */
    public static String sources(SourceList list, TerminalOptions options) {
        return SourceScreen.list(list, options);
    }

    /** The same as JSON that follows {@link #sourcesSchema()}. */
    public static String sourcesJson(SourceList list) {
        return SourceJson.list(list);
    }

    /** What still awaits confirmation, for the terminal. @param all every statement; otherwise the first of each table */
    public static String awaiting(Awaiting awaiting, boolean all, TerminalOptions options) {
        return SourceScreen.awaiting(awaiting, all, options);
    }

    /** The same, always with every statement, as JSON that follows {@link #sourcesSchema()}. */
    public static String awaitingJson(Awaiting awaiting) {
        return SourceJson.awaiting(awaiting);
    }

    /** The JSON Schema (draft 2020-12) of {@link #sourceJson}, {@link #sourcesJson} and {@link #awaitingJson}. */
    public static String sourcesSchema() {
        return SourceJson.schema();
    }

    /** Whom to call and what can help, for the terminal. */
    public static String referral(Referral referral, Audience audience, TerminalOptions options) {
        return ReferralScreen.render(referral, audience, options);
    }

    /** The same as one self-contained HTML file. */
    public static String referralHtml(Referral referral, Audience audience) {
        return ReferralPage.render(referral, audience);
    }

    /** The same as JSON that follows {@link #referralSchema()}, with nothing left out for an audience. */
    public static String referralJson(Referral referral) {
        return ReferralJson.render(referral);
    }

    /** The JSON Schema (draft 2020-12) of {@link #referralJson}. */
    public static String referralSchema() {
        return ReferralJson.schema();
    }

    /** The questionnaires on file, one line each. */
    public static String questionnaires(List<Instrument> instruments, Audience audience, TerminalOptions options) {
        return QuestionnaireScreen.list(instruments, audience, options);
    }

    /** The same, or one alone, with items, as JSON that follows {@link #questionnaireSchema()}. */
    public static String questionnairesJson(List<Instrument> instruments) {
        return QuestionnaireJson.list(instruments);
    }

    /** One questionnaire to fill in. */
    public static String questionnaire(Instrument instrument, Audience audience, TerminalOptions options) {
        return QuestionnaireScreen.form(instrument, audience, options);
    }

    /** One filled in; crisis help first, where it is called for. */
    public static String score(QuestionnaireScore score, CrisisHelp help, Audience audience, TerminalOptions options) {
        return QuestionnaireScreen.score(score, help, audience, options);
    }

    /** The same as JSON that follows {@link #questionnaireSchema()}. */
    public static String scoreJson(QuestionnaireScore score, CrisisHelp help) {
        return QuestionnaireJson.score(score, help);
    }

    /** Crisis help alone, where answers could not be read and do not exclude that it is needed. */
    public static String crisis(CrisisHelp help, Audience audience, TerminalOptions options) {
        return QuestionnaireScreen.crisis(help, audience, options);
    }

    /** The JSON Schema (draft 2020-12) of {@link #questionnairesJson} and {@link #scoreJson}. */
    public static String questionnaireSchema() {
        return QuestionnaireJson.schema();
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
