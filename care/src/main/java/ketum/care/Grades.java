package ketum.care;

import java.util.List;
import ketum.care.Assessment.Grade;

/** How sure each kind of output is: what was measured in whom, and the input that decides it. */
final class Grades {

    static final Grade CONTENT_BY_TYPE = new Grade("A", "D", "strength of this product, which nobody measured", List.of("sharma2019", "leksungnoen2022"));
    static final Grade CONTENT_BY_LABEL = new Grade("A", "D", "how well the label tells the truth", List.of("rybarczyk2019", "knt-2026-08"));
    static final Grade CONTENT_BY_CERTIFICATE = new Grade("A", "A", "whether the certificate is of this bag", List.of("fda-lib4578"));
    static final Grade EXPOSURE = new Grade("A", "A", "one study of five people, single dose", List.of("tanna2022", "huestis2024"));
    static final Grade ACCUMULATION = new Grade("A", "D", "how the drug divides between blood and tissue after the first hours", List.of("tanna2022", "huestis2024"));
    static final Grade OCCUPANCY = new Grade("C", "D", "free share in the brain; no one has measured occupancy in people", List.of("obeng2020", "obeng2021", "frontiers2026"));
    static final Grade ANALGESIA = new Grade("A", "D", "one trial of 26 men; how it changes with dose is assumed", List.of("vicknasingam2020"));
    static final Grade PUPIL = new Grade("A", "A", "one open study of ten people", List.of("smith2024"));
    static final Grade ALERTNESS = new Grade("A", "D", "one small trial for the sign, nothing for the size", List.of("prevete2025"));
    static final Grade NAUSEA = new Grade("B", "D", "surveys", List.of("grundmann2017"));
    static final Grade VENTILATION = new Grade("C", "D", "the efficacy of 7-hydroxymitragynine on breathing was never measured in people", List.of("mann2022", "hill2022mouse"));
    static final Grade TOLERANCE = new Grade("B", "B", "measured with fentanyl, not kratom", List.of("algera2021", "ekblom1993"));
    static final Grade WITHDRAWAL = new Grade("B", "D", "which process makes the drive fall slowly", List.of("rogers2024", "vicknasingam2020"));
    static final Grade TIMING = new Grade("D", "D", "which process makes the drive fall slowly", List.of("vicknasingam2020", "dyer1999"));
    static final Grade DOMAINS = new Grade("B", "D", "order of symptoms is known from surveys only", List.of("singh2014", "singh2018pain"));
    static final Grade TAIL = new Grade("D", "D", "no measurement of craving after kratom", List.of("ketum"));
    static final Grade TAPER = new Grade("C", "D", "no taper of kratom was ever studied", List.of("bergman1985", "rogers2024"));
    static final Grade SURVEY = new Grade("B", "D", "association may be reverse causation", List.of("hill2025", "singh2019"));

    private Grades() {
    }
}
