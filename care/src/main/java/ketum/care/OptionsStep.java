package ketum.care;

import java.util.Comparator;
import java.util.List;
import ketum.care.Assessment.HelpOption;
import ketum.kratom.Person;
import ketum.kratom.data.Finding;
import ketum.kratom.data.Treatment;
import ketum.kratom.data.Treatment.Group;
import ketum.kratom.data.Treatments;

/** What can help, for every case alike: nothing is chosen for a person, except that pregnancy stands first where it is stated. */
final class OptionsStep {

    private OptionsStep() {
    }

    static List<HelpOption> options(Case input) {
        boolean baby = input.person().pregnancy() == Person.Pregnancy.PREGNANT || input.person().pregnancy() == Person.Pregnancy.BREAST_FEEDING;
        return Treatments.standard().all().stream().filter(treatment -> treatment.group() != Group.RESCUE && (baby || treatment.group() != Group.PREGNANCY))
                .sorted(Comparator.comparing(treatment -> treatment.group() != Group.PREGNANCY)).map(OptionsStep::option).toList();
    }

    private static HelpOption option(Treatment treatment) {
        String person = treatment.person() + treatment.disagreement().map(each -> " " + each.person()).orElse("");
        String clinician = treatment.clinician() + treatment.disagreement().map(each -> " " + each.question() + " " + each.clinician()).orElse("");
        return new HelpOption(treatment.id(), treatment.name(), person, clinician, treatment.evidence(), String.valueOf(treatment.grade()),
                treatment.findings().filter(Finding::confirmed).map(Finding::source).distinct().toList());
    }
}
