package ketum.kratom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import ketum.engine.model.Model;

/** The model text of kratom, read once. */
public final class KratomModel {

    /** Name of the text among this module's resources, shown in error messages. */
    public static final String FILE = "model/kratom.ant";

    private static final class Holder {
        private static final Model MODEL = Model.parse(FILE, text());
    }

    private KratomModel() {
    }

    /** The unit-checked model. */
    public static Model model() {
        return Holder.MODEL;
    }

    /** The model's text as people read it. */
    public static String text() {
        try (InputStream in = KratomModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the kratom module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
