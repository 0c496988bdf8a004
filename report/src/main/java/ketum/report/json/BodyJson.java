package ketum.report.json;

import ketum.care.Assessment.DependenceFinding;
import ketum.care.Assessment.EffectsFinding;
import ketum.care.Assessment.ExposureFinding;
import ketum.care.Assessment.ProductFinding;
import ketum.care.Assessment.ReceptorFinding;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** From product to dependence. */
final class BodyJson {
    private BodyJson() {}

    static ObjectNode product(ProductFinding product) {
        ObjectNode node = Values.object();
        node.set("per_dose", Values.quantities(product.perDose()));
        node.set("per_day", Values.quantities(product.perDay()));
        node.put("statement_person", product.statementPerson());
        node.put("statement_clinician", product.statementClinician());
        Values.grade(node, product.grade());
        return node;
    }

    static ObjectNode exposure(ExposureFinding exposure) {
        ObjectNode node = Values.object();
        node.set("dose_times_h", Values.numbers(exposure.doseTimesH()));
        ArrayNode analytes = node.putArray("analytes");
        exposure.analytes().forEach(analyte -> {
            ObjectNode entry = analytes.addObject();
            entry.put("analyte", analyte.analyte());
            entry.put("unit", analyte.unit());
            entry.set("cmax", Values.quantity(analyte.cmax()));
            entry.set("tmax_h", Values.quantity(analyte.tmaxH()));
            entry.set("auc_tau", Values.quantity(analyte.aucTau()));
            entry.set("accumulation_auc", Values.quantity(analyte.accumulationAuc()));
            entry.set("trough", Values.quantity(analyte.trough()));
            entry.set("series", Values.series(analyte.series()));
        });
        return node;
    }

    static ObjectNode receptors(ReceptorFinding receptors) {
        ObjectNode node = Values.object();
        node.set("occupancy", Values.seriesList(receptors.occupancy()));
        node.set("activation", Values.series(receptors.activation()));
        node.set("seven_hydroxy_share", Values.quantity(receptors.sevenHydroxyShare()));
        node.put("statement", receptors.statement());
        return node;
    }

    static ObjectNode effects(EffectsFinding effects) {
        ObjectNode node = Values.object();
        node.set("dose_times_h", Values.numbers(effects.doseTimesH()));
        ArrayNode list = node.putArray("effects");
        effects.effects().forEach(effect -> {
            ObjectNode entry = list.addObject();
            entry.put("clinician_only", effect.clinicianOnly());
            entry.put("statement_person", effect.person());
            entry.put("statement_clinician", effect.clinician());
            entry.set("series", Values.series(effect.series()));
        });
        return node;
    }

    static ObjectNode dependence(DependenceFinding dependence) {
        ObjectNode node = Values.object();
        node.set("tolerance_now", Values.quantity(dependence.toleranceNow()));
        node.set("tolerance", Values.series(dependence.tolerance()));
        node.set("adaptation", Values.quantity(dependence.adaptation()));
        ArrayNode factors = node.putArray("factors");
        dependence.factors().forEach(factor -> {
            ObjectNode entry = factors.addObject();
            entry.put("id", factor.id());
            entry.put("label", factor.label());
            Values.number(entry, "multiplier", factor.multiplier());
            entry.put("unit", "1");
            entry.put("applied", factor.applied());
            Values.grade(entry, factor.grade());
        });
        node.put("statement_person", dependence.statementPerson());
        node.put("statement_clinician", dependence.statementClinician());
        Values.grade(node, dependence.grade());
        return node;
    }
}
