package ketum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ketum.engine.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Oracle: the published schema, and ratios taken by hand. */
class K8JsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Schema SCHEMA = schema();

    private static final List<Timing> ENGINE = List.of(new Timing(0.5, 0.5), new Timing(0.4, 0.4), new Timing(1, 0.5));
    private static final List<Timing> SCALAR = List.of(new Timing(2, 2), new Timing(2, 2), new Timing(3, 2));

    @Test
    void everyResultFollowsThePublishedSchema() {
        assertEquals(List.of(), errors(K8Json.write(sample(false, true))));
        assertEquals(List.of(), errors(K8Json.write(sample(true, true))));
        assertEquals(List.of(), errors(K8Json.write(sample(true, false))));
    }

    @Test
    void ratiosAreTakenWithinARoundAndTheirMedianIsReported() {
        JsonNode tree = K8Json.tree(sample(false, true));
        assertEquals(4.0, tree.get("ratio_to_scalar_c").asDouble(), 1e-12); // 4, 5, 3
        assertEquals(3.0, tree.get("ratio_to_scalar_c_spread").get("least").asDouble(), 1e-12);
        assertEquals(4.0, tree.get("ratio_to_scalar_c_by_cpu_time").asDouble(), 1e-12);
        assertEquals(200.0, tree.get("subjects_per_s").asDouble(), 1e-12); // 200, 250, 100
    }

    @Test
    void withoutACompilerTheRatioIsNullAndSoIsWhatIsNotFinite() {
        JsonNode tree = K8Json.tree(sample(true, false));
        assertTrue(tree.get("ratio_to_scalar_c").isNull() && tree.get("ratio_to_scalar_c_by_cpu_time").isNull());
        assertTrue(tree.get("machine").get("gcc").isNull());
        assertTrue(tree.get("final_states").get("subject_0").get("greatest_difference_from_published").isNull());
        assertTrue(tree.get("error_worst").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subjects_per_s", "/ratio_to_scalar_c", "/error_worst", "/error_median", "/bytes_per_step", "/final_states",
        "/final_states/subject_1/T2", "/machine/processor", "/settings/rounds", "/contenders/1/rounds", "/contenders/0/rounds/0/cpu_s"})
    void aResultWithAFieldRemovedIsRejected(String pointer) {
        ObjectNode tree = K8Json.tree(sample(false, true));
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) tree.at(pointer.substring(0, slash));
        assertTrue(parent.has(pointer.substring(slash + 1)), pointer);
        parent.remove(pointer.substring(slash + 1));
        assertFalse(errors(tree.toString()).isEmpty());
    }

    static K8Result sample(boolean stiff, boolean gcc) {
        K8Settings settings = new K8Settings(new K8Problem(stiff), 1e-6, 1e-8, 1, 100, 3, Options.Lanes.AUTOMATIC,
                Options.Method.AUTOMATIC, 3, gcc, gcc, true);
        SubjectError error = new SubjectError(gcc ? 4.7e-6 : Double.POSITIVE_INFINITY, 1e-6);
        Standing engine = new Standing("Ketum", 100, ENGINE, 336_698, 2, 2_029_288, error);
        Optional<Standing> scalar = gcc ? Optional.of(new Standing("Scalar C", 100, SCALAR, 316_216, 0, 1_906_396, error)) : Optional.empty();
        List<Standing> others = gcc ? List.of(new Standing("deSolve", 10, SCALAR, -1, -1, -1, error)) : List.of();
        Machine machine = new Machine("a processor", 2, List.of("avx2"), "an operating system", "a virtual machine", gcc ? "gcc 12" : null);
        return new K8Result(settings, machine, LocalDate.of(2026, 11, 22), Optional.of(1), engine, Optional.empty(), scalar, Optional.empty(), others, 7, 3,
                List.of("a note"), 0, 0.17, 1.5, 0.25, 50_000_000, 4790.7, Map.of(0, new double[8], 1, new double[8]));
    }

    static List<Error> errors(String json) {
        MAPPER.readTree(json);
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    private static Schema schema() {
        try (var text = K8Json.class.getResourceAsStream("k8-result.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
