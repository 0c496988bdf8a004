package ketum.fuzz;

import java.util.List;
import java.util.Optional;

/** Every target, in the order in which they are listed. */
final class Targets {

    static final List<Target> ALL = List.of(ModelTarget.TARGET, DataSetTarget.TARGET, CaseTarget.TARGET, CertificateTarget.TARGET, ArticleTarget.TARGET,
            LawTarget.TARGET, ClaimTarget.TARGET, PlaceTarget.TARGET, SayingTarget.TARGET, MedicineTarget.TARGET, AnswersTarget.TARGET, SourceTarget.TARGET);

    private Targets() {
    }

    static Optional<Target> named(String name) {
        return ALL.stream().filter(target -> target.name().equals(name)).findFirst();
    }
}
