package ketum.cli;

import java.util.Iterator;
import java.util.List;
import ketum.care.source.SourceLookup;
import ketum.care.source.UnknownSource;
import ketum.kratom.data.Source;
import ketum.kratom.data.Sources;
import ketum.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ketum sources}: a source and what rests on it, all sources, or what still awaits confirmation. */
@Command(name = "sources",
        header = "A source and everything that rests on it; what still awaits confirmation.",
        description = {
            "",
            "Every number, finding, note on a law and sentence names its source by a key, such as tanna2022. With a key this shows the reference "
                    + "and what rests on it; without one, all sources with how much rests on each.",
            ""},
        footer = {
            "",
            "Examples:",
            "  ketum sources tanna2022",
            "  ketum sources 10.3390/pharmaceutics14030620",
            "  ketum sources --find liver injury",
            "  ketum sources --unconfirmed",
            "  ketum sources hill2025 --json"})
final class SourcesCommand implements Runnable {

    private static final int LONGEST = 200;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KEY", arity = "0..1", completionCandidates = Keys.class, description = "a source's key, DOI, PubMed number or PMC id")
    private String key;

    @Option(names = "--find", paramLabel = "WORD", arity = "1..*", description = "sources with all of these words in key, authors, year or title")
    private List<String> words;

    @Option(names = "--unconfirmed", description = "what still awaits confirmation: sources, and statements by table")
    private boolean unconfirmed;

    @Option(names = "--all", description = "every statement, not only the first of each table")
    private boolean all;

    @Option(names = "--json", description = "print JSON in place of text, with every statement")
    private boolean json;

    /** Looked at only when a completion script is written. */
    static final class Keys implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return keys().iterator();
        }
    }

    SourcesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if ((key == null ? 0 : 1) + (words == null ? 0 : 1) + (unconfirmed ? 1 : 0) > 1) {
            throw new ParameterException(spec.commandLine(), "KEY, --find and --unconfirmed are three questions; ask one");
        }
        if (key != null) {
            one();
        } else if (unconfirmed) {
            var awaiting = SourceLookup.awaiting();
            terminal.print(json ? Report.awaitingJson(awaiting) : Report.awaiting(awaiting, all, terminal.screen()));
        } else {
            if (words != null && String.join("", words).isBlank()) {
                throw new InputProblem("--find: found nothing; accepted is a word or some");
            }
            var list = words == null ? SourceLookup.all() : SourceLookup.find(words);
            terminal.print(json ? Report.sourcesJson(list) : Report.sources(list, terminal.screen()));
        }
    }

    private void one() {
        if (key.isBlank() || key.length() > LONGEST) {
            throw new InputProblem("KEY: " + (key.isBlank() ? "found nothing" : "found " + key.length() + " characters") + "; accepted is a source's key, DOI, PubMed number or PMC id");
        }
        try {
            var answer = SourceLookup.ask(key);
            terminal.print(json ? Report.sourceJson(answer) : Report.source(answer, all, terminal.screen()));
        } catch (UnknownSource unknown) {
            List<String> near = NearNames.of(key.strip().toLowerCase(java.util.Locale.ROOT), keys());
            throw new InputProblem(unknown.getMessage() + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?") + (near.isEmpty() ? ". " : " ") + "Words of authors or title: ketum sources --find WORD");
        }
    }

    private static List<String> keys() {
        return Sources.standard().all().stream().map(Source::key).toList();
    }
}
