package ketum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Programs that a machine may have: CVODE, where {@code bench/rivals/cvode.sh} built it, and deSolve, where R and its package are
 * installed (in Debian r-base-core and r-cran-desolve). They are slower than the C program, so they get fewer subjects.
 *
 * @param folder    of what is compiled
 * @param processor core to stay on; null for any
 */
record OtherRivals(Path folder, K8Settings settings, Integer processor) {

    private static final int MOST_SUBJECTS = 250;

    /** Those that are here, started. */
    List<ChildProgram> start() {
        List<ChildProgram> rivals = new ArrayList<>();
        Path cvode = folder.resolve("cvode");
        if (Files.isExecutable(cvode)) {
            rivals.add(child("CVODE " + (settings.problem().stiff() ? "BDF" : "Adams"), List.of(cvode.toString())));
        }
        desolve().ifPresent(command -> rivals.add(child("deSolve lsoda", command)));
        return rivals;
    }

    private ChildProgram child(String name, List<String> program) {
        int subjects = Math.min(MOST_SUBJECTS, settings.subjects());
        List<String> command = new ArrayList<>(processor == null ? List.of() : Core.prefix(processor));
        command.addAll(program);
        command.addAll(List.of(Double.toString(settings.relativeTolerance()), Double.toString(settings.absoluteTolerance()),
                Integer.toString(subjects), Double.toString(settings.problem().ke0Factor())));
        return new ChildProgram(name, subjects, folder, command);
    }

    private Optional<List<String>> desolve() {
        if (!"TRUE".equals(Tool.firstLine("Rscript", "-e", "cat(requireNamespace('deSolve', quietly = TRUE))"))) {
            return Optional.empty();
        }
        return Gcc.compile(folder, "desolve", List.of("-fPIC", "-shared")).map(library -> {
            try {
                // R takes the name of the library for that of its functions' home, up to the dot
                Path named = Files.copy(library, folder.resolve("desolve.so"), StandardCopyOption.REPLACE_EXISTING);
                return List.of("Rscript", Gcc.copy("/r/desolve.R", folder.resolve("desolve.R")).toString(), named.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
