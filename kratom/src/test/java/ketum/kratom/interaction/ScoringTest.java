package ketum.kratom.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The scores that the documents tell, and that the groups are what they say. */
class ScoringTest {
    private static final Scoring SCORING = new Scoring(ObservedRatio.all(), ObservedRatio.scored());
    private static final String DOSED = "fluconazole.eletriptan.relpax-fluconazole";
    private static final List<Scoring.Pair> SCORED = SCORING.scored();
    private static final List<Scoring.Pair> BLIND = SCORED.stream().filter(pair -> pair.group() == Scoring.Group.OUT_OF_SAMPLE).toList();

    @Test
    void everyScoredPairBelongsToAGroup() {
        assertEquals(77, SCORED.size());
        assertEquals(Scoring.Group.IN_SAMPLE, new Scoring(ObservedRatio.all(), ObservedRatio.all()).scored().getFirst().group());
        assertEquals(3, SCORED.stream().filter(pair -> pair.group() == Scoring.Group.IN_SAMPLE).count(), "their studies also gave a constant");
    }

    /** Both targets are met on a list that was committed before the method was changed. The page and the documents say how, and what misses. */
    @Test
    void outOfSamplePairsAreAsCloseAsTheDocumentsSay() {
        Scoring.Score score = Scoring.score(BLIND);
        assertEquals(70, score.n());
        assertEquals(4, score.missing());
        assertEquals(1.47, score.foldError(), 0.005);
        assertEquals(0.914, score.withinTwo(), 0.001);
        Scoring.Score inducers = Scoring.score(BLIND.stream().filter(pair -> pair.observed().ratio() < 1).toList());
        assertTrue(inducers.bias() < 0.8, "induction is still overstated: " + inducers.bias());
    }

    /** By hand: 2 beside 3.8 is 1.9-fold off, and 3.8 beside 2; three studies of 1, 1 and 8 are sqrt(8), sqrt(8) and 8 off. */
    @Test
    void studiesOfOnePairAreSetBesideEachOther() {
        List<ObservedRatio> ratios = List.of(ratio("a", "v", "one", 2), ratio("a", "v", "two", 3.8), ratio("b", "v", "one", 1), ratio("b", "v", "two", 1), ratio("b", "v", "three", 8), ratio("c", "v", "one", 9));
        Scoring.Score score = Scoring.studiesAgainstEachOther(ratios);
        assertEquals(5, score.n());
        assertEquals(Math.pow(1.9 * 1.9 * Math.sqrt(8) * Math.sqrt(8) * 8, 0.2), score.foldError(), 1e-12);
        assertEquals(0.4, score.withinTwo(), 1e-12);
    }

    private static ObservedRatio ratio(String precipitant, String victim, String study, double ratio) {
        return new ObservedRatio(precipitant, victim, study, ratio, OptionalDouble.empty(), ObservedRatio.all().getFirst().row());
    }

    /** Doses of the studies matter little to the mean, but they are used: fluconazole at 100 mg a day raises eletriptan less than at its usual 200. */
    @Test
    void aStudyIsPredictedAtItsOwnDose() {
        PairModel.Computed own = (PairModel.Computed) pair(SCORED, DOSED).predicted();
        PairModel.Computed usual = (PairModel.Computed) pair(SCORING.scoredAtUsualDoses(), DOSED).predicted();
        assertTrue(own.ratio().median() < usual.ratio().median());
        assertEquals(100, own.effects().getFirst().change().dose().orElseThrow());
    }

    private static Scoring.Pair pair(List<Scoring.Pair> pairs, String id) {
        return pairs.stream().filter(pair -> pair.observed().row().id().equals(id)).findFirst().orElseThrow();
    }

    /** No constant may still rest on a precipitant that is left out. */
    @Test
    void leavingAPrecipitantOutLeavesNoTraceOfIt() {
        InteractionConstants without = InteractionConstants.derivedWithoutRatiosOf("ketoconazole", ObservedRatio.all());
        assertTrue(without.victims().stream().allMatch(victim -> List.of(Enzyme.values()).stream().allMatch(enzyme -> without.contribution(enzyme, victim)
                .filter(constant -> constant.basis().stream().anyMatch(row -> row.id().startsWith("ketoconazole."))).isEmpty())));
        assertEquals(Constant.Kind.CLASS, without.inhibition(Enzyme.CYP3A, "ketoconazole").orElseThrow().kind());
    }

    @Test
    void thePageInTheDocumentsIsTheOneThatTheCommandWrites() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "validation", "interactions.md"));
        String made = new InteractionPage(ObservedRatio.all(), ObservedRatio.scored()).text("./ketum interact --validate docs/validation/interactions.md");
        assertEquals(made, page, "run the command that the page names");
    }
}
