package ketum.fuzz;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ketum.kratom.data.Claims;
import ketum.kratom.data.DataException;
import ketum.kratom.data.Sources;

/** A claim with its evidence, as a contributor writes it. */
final class ClaimTarget {

    /** A file is named after its claim; the id in the text is taken at its word. */
    private static final Pattern ID = Pattern.compile("(?m)^id: ([a-z0-9-]{1,60})$");

    static final Target TARGET = new Target("claim", "claims with their evidence (YAML)", 300, 8192, 256 << 10,
            List.of("kratom/src/main/resources/ketum/kratom/claims/*.yaml"), ClaimTarget::read);

    private ClaimTarget() {
    }

    private static void read(byte[] input) {
        String text = Promise.text(input);
        Matcher named = ID.matcher(text);
        String id = named.find() ? named.group(1) : "fuzzed";
        try {
            Claims.parse(id, "claims/" + id + ".yaml", text, Sources.standard());
        } catch (DataException refused) {
            LawTarget.refused(refused, text);
        }
    }
}
