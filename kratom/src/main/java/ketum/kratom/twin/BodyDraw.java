package ketum.kratom.twin;

import java.util.List;
import ketum.kratom.Alkaloid;
import ketum.kratom.Person;
import ketum.kratom.data.Table;

/** One person's own values around a science draw: exposure, adaptation, sensitivity, the heights of their scales. */
final class BodyDraw {

    private static final List<String> DOMAINS = List.of("anxiety", "irritability", "ache", "sleep", "gut", "autonomic");

    private final TwinTables tables;
    private final Layer people;
    private final ScienceDraw science;
    private final Person person;
    private final List<Influence> influences;

    private BodyDraw(TwinTables tables, Layer people, ScienceDraw science, Person person, List<Influence> influences) {
        this.tables = tables;
        this.people = people;
        this.science = science;
        this.person = person;
        this.influences = influences;
    }

    static BodyDraw of(TwinTables tables, Layer people, ScienceDraw science, Person person, List<Influence> influences) {
        return new BodyDraw(tables, people, science, person, influences);
    }

    void into(Twins.Column column) {
        exposure(column);
        column.parameter("k_slow", ScienceDraw.rate(science.slowHalfLife())
                * people.logNormalFactor("adaptation.slow", tables.signal().value("adaptation.slow.people", "log_sd")));
        withdrawal(column);
        effects(column);
    }

    private void exposure(Twins.Column column) {
        double size = StrictMath.pow(person.weightKg() / tables.referenceWeightKg(), science.weightExponent());
        double shared = StrictMath.sqrt(science.sharedBioavailability());
        double own = StrictMath.sqrt(1 - science.sharedBioavailability());
        double common = people.normal("F");
        for (Alkaloid alkaloid : Alkaloid.values()) {
            if (alkaloid == Alkaloid.SEVEN_HYDROXYMITRAGYNINE) {
                continue;
            }
            String symbol = alkaloid.symbol();
            ExposureRidge.Point point = science.exposure(alkaloid);
            double z = shared * common + own * people.normal("F." + symbol);
            column.parameter("F_" + symbol, StrictMath.exp(tables.logSd("F", symbol) * z));
            column.parameter("CL_" + symbol, point.clearance() * size * factor("CL", symbol));
            column.parameter("Vc_" + symbol, point.centralVolume() * size * factor("Vc", symbol));
            column.parameter("Q_" + symbol, point.intercompartmental() * size * factor("Q", symbol));
            column.parameter("Vp_" + symbol, point.peripheralVolume() * size * factor("Vp", symbol));
            column.parameter("ka_" + symbol, point.absorption() * factor("ka", symbol));
        }
        column.parameter("phi", science.metabolite().presystemicShare());
        column.parameter("V_OH", science.metabolite().volume() * size);
        column.parameter("km_OH", science.metabolite().elimination() * factor("km", "OH"));
        column.parameter("F_OH", factor("F", "OH"));
    }

    private double factor(String quantity, String symbol) {
        return people.logNormalFactor(quantity + "_" + symbol, tables.logSd(quantity, symbol));
    }

    private void withdrawal(Twins.Column column) {
        Table table = tables.withdrawal();
        double logSd = table.value("half_effect.people", "log_sd");
        double half = science.halfEffect() * people.logNormalFactor("half effect", logSd);
        for (Influence influence : influences) {
            half *= StrictMath.pow(influence.multiplier(logSd), science.causalShare());
        }
        column.parameter("half_effect", half);
        column.parameter("cows_top", 48 * top("cows.top", science.cowsTop(), table.value("cows.top", "logit_sd")));
        column.parameter("sows_top", 64 * top("sows.top", science.sowsTop(), table.value("sows.top", "logit_sd")));
        for (String domain : DOMAINS) {
            column.parameter("shift_" + domain, table.value("domain." + domain, "factor")
                    * people.logNormalFactor("domain." + domain, table.value("domain.people", "log_sd")));
        }
    }

    /** A person's highest score as a share of the scale: logit-normal, so that it can come near 1 and never exceeds it. */
    private double top(String name, double medianShare, double logitSd) {
        double logit = StrictMath.log(medianShare / (1 - medianShare)) + logitSd * people.normal(name);
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private void effects(Twins.Column column) {
        column.parameter("analgesia_scale", people.logNormalFactor("analgesia", tables.effects().value("analgesia.people", "log_sd")));
        column.parameter("pupil_scale", people.logNormalFactor("pupil", tables.effects().value("pupil.people", "log_sd")));
    }
}
