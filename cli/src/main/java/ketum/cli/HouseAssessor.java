package ketum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import ketum.care.Assess;
import ketum.care.Assessment;
import ketum.care.Case;
import ketum.care.casefile.CaseFile;
import ketum.care.casefile.CaseFileException;
import ketum.care.casefile.CertificateSource;
import ketum.care.casefile.Context;
import ketum.kratom.Versions;
import ketum.report.Audience;
import ketum.report.Report;
import ketum.report.terminal.TerminalOptions;

/** The modules below, joined: case file, assessment, report. */
final class HouseAssessor implements Assessor {

    private final TerminalOptions screen;

    /** @param screen how wide the terminal is and whether it takes colour */
    HouseAssessor(TerminalOptions screen) {
        this.screen = screen;
    }

    @Override
    public Case read(Path file, Consumer<Path> beforeReading) {
        Context context = Context.standard(LocalDate.now());
        CertificateSource beside = name -> {
            Path certificate = file.resolveSibling(name);
            beforeReading.accept(certificate);
            return start(certificate);
        };
        try {
            byte[] bytes;
            try {
                bytes = start(file);
            } catch (IOException unreadable) {
                return CaseFile.read(file, context);   // says what is wrong with the file itself
            }
            return CaseFile.parse(file.toString(), bytes, beside, context);
        } catch (CaseFileException e) {
            throw new InputProblem(e.getMessage());
        }
    }

    /** A file's bytes, one more than is accepted at most. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(CaseFile.LARGEST_BYTES + 1);
        }
    }

    @Override
    public Assessment assess(Case person, int twins, long seed, int threads) {
        return Assess.run(person, Versions.software(), twins, seed, threads);
    }

    @Override
    public String terminal(Assessment assessment, Audience reader) {
        return Report.terminal(assessment, reader, screen);
    }

    @Override
    public String html(Assessment assessment, Audience reader) {
        return Report.html(assessment, reader);
    }

    @Override
    public String json(Assessment assessment) {
        return Report.json(assessment);
    }
}
