package ketum.kratom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The three versions that stand in every report: of the software, of the model (equations and calibrated parameters) and of
 * the data (tables, studies, texts). A number may change only together with one of them.
 */
public final class Versions {

    private static final Properties VERSIONS = load();

    private Versions() {
    }

    /** Version of the program, as in the build. */
    public static String software() {
        return required("software");
    }

    /** Version of the equations and of the parameters fitted to them. */
    public static String model() {
        return required("model");
    }

    /** Version of the tables, studies and looked-up texts. */
    public static String data() {
        return required("data");
    }

    private static String required(String name) {
        String version = VERSIONS.getProperty(name);
        if (version == null) {
            throw new IllegalStateException("versions.properties has no " + name);
        }
        return version;
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is missing beside " + Versions.class.getName());
            }
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
