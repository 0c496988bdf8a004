package ketum.report;

/** Who reads the report. The findings are the same; words, detail and a few curves differ. */
public enum Audience {
    /** Someone who takes kratom: plain words, no clinician-only curve, no single smooth line that looks like a promise. */
    PERSON,
    /** A professional: precise words, every curve, the source keys behind each figure, and how it was computed. */
    CLINICIAN
}
