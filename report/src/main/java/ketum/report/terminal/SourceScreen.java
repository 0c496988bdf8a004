package ketum.report.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ketum.care.source.Awaiting;
import ketum.care.source.SourceAnswer;
import ketum.care.source.SourceList;
import ketum.kratom.data.Source;
import ketum.kratom.data.Statement;
import ketum.kratom.data.Status;
import ketum.report.terminal.Screen.Style;
import ketum.report.text.SourceWords;

/** A source with what rests on it, a list of sources, or what still awaits confirmation. */
public final class SourceScreen {
    private static final int LABEL = 12;
    private static final String INDENT = "   ";
    /** Statements of one group that are shown unless all are asked for. */
    private static final int SHOWN = 6;

    private SourceScreen() {}

    /** @param all every statement, however many */
    public static String answer(SourceAnswer answer, boolean all, TerminalOptions options) {
        Screen screen = new Screen(options);
        Source source = answer.source();
        screen.line(source.key(), Style.BOLD);
        screen.line(source.citation(), Style.PLAIN);
        screen.labelled("Kind", LABEL, source.kind().label() + ".");
        if (source.address().length() > screen.width() - LABEL) {
            screen.line(source.address(), Style.PLAIN);  // on a line of its own, so that as few as possible are broken
        } else {
            screen.labelled("Address", LABEL, source.address().isEmpty() ? "none: it is our own." : source.address());
        }
        String numbers = Stream.of(numbered("PubMed ", source.pmid()), source.pmcid()).filter(number -> !number.isEmpty()).collect(Collectors.joining(", "));
        if (!numbers.isEmpty()) {
            screen.labelled("Also", LABEL, numbers + ".");
        }
        screen.labelled("Details", LABEL, source.confirmed() ? "confirmed." : "NOT CONFIRMED. To confirm: " + SourceWords.toConfirm(source) + ".");
        answer.asOf().ifPresent(day -> screen.labelled("As of", LABEL, day + ", the latest day written with what rests on it."));
        int files = (int) answer.statements().stream().map(Statement::file).distinct().count();
        screen.labelled("Rests on it", LABEL, answer.statements().isEmpty() ? "nothing." : counted(answer.statements().size(), "statement") + " in " + counted(files, "file") + ".");
        answer.groups().forEach((group, statements) -> {
            screen.blank();
            screen.line(group + ": " + statements.size() + statuses(statements), Style.BOLD);
            statements(source.key(), statements, all, screen);
        });
        return screen.toString();
    }

    private static String numbered(String label, String number) {
        return number.isEmpty() ? "" : label + number;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String statuses(List<Statement> statements) {
        Map<Status, Integer> counts = new java.util.EnumMap<>(Status.class);
        statements.forEach(statement -> statement.status().ifPresent(status -> counts.merge(status, 1, Integer::sum)));
        return counts.isEmpty() ? "" : " (" + counts.entrySet().stream().map(count -> count.getValue() + " " + count.getKey().label()).collect(Collectors.joining(", ")) + ")";
    }

    private static void statements(String source, List<Statement> statements, boolean all, Screen screen) {
        statements.stream().limit(all ? Long.MAX_VALUE : SHOWN).forEach(statement -> screen.item(INDENT, statement(source, statement), Style.PLAIN));
        if (!all && statements.size() > SHOWN) {
            screen.item(INDENT, "... and " + (statements.size() - SHOWN) + " more: --all", Style.PLAIN);
        }
    }

    private static String statement(String source, Statement statement) {
        StringBuilder text = new StringBuilder(statement.id());
        statement.figure().ifPresent(figure -> {
            text.append(' ').append(figure.quantity()).append(": ").append(figure.value());
            if (!figure.low().isEmpty() || !figure.high().isEmpty()) {
                text.append(" (").append(figure.low().isEmpty() ? "" : "from " + figure.low()).append(figure.low().isEmpty() || figure.high().isEmpty() ? "" : " ")
                        .append(figure.high().isEmpty() ? "" : "to " + figure.high()).append(')');
            }
            text.append(figure.unit().equals("1") ? "" : " " + figure.unit());
        });
        if (statement.figure().isEmpty() && !statement.says().isEmpty()) {
            text.append(": ").append(statement.says());
        }
        String how = Stream.of(statement.locator(), statement.status().map(status -> status == Status.UNCONFIRMED ? "NOT CONFIRMED" : status.label()).orElse(""),
                statement.grade().map(grade -> "grade " + grade).orElse(""), statement.asOf().map(day -> "as of " + day).orElse(""), named(source, statement)).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return text + (how.isEmpty() ? "" : " [" + how + "]");
    }

    /** Where it is not the source itself that is named. */
    private static String named(String source, Statement statement) {
        return statement.cited().stream().filter(cited -> cited.source().equals(source) && !cited.asSource()).findFirst()
                .map(cited -> "named in its " + cited.field() + statement.cited().stream().filter(Statement.Cited::asSource).map(other -> "; source: " + other.source()).findFirst().orElse("")).orElse("");
    }

    /** All sources, or those that were found. */
    public static String list(SourceList list, TerminalOptions options) {
        Screen screen = new Screen(options);
        boolean searched = !list.words().isEmpty();
        if (list.entries().isEmpty()) {
            screen.line("No source has all of: " + String.join(", ", list.words()) + ".", Style.BOLD);
            screen.line("All " + list.all() + " sources: ketum sources", Style.PLAIN);
            return screen.toString();
        }
        long open = list.entries().stream().filter(entry -> !entry.source().confirmed()).count();
        screen.line((searched ? list.entries().size() + " of " + list.all() + " sources have: " + String.join(", ", list.words()) : list.all() + " sources") + "; ? marks " + open
                + " whose bibliographic details are not confirmed", Style.BOLD);
        screen.fixed(row("", "key", "year", "rests", "title", screen.width()));
        for (SourceList.Entry entry : list.entries()) {
            Source source = entry.source();
            screen.fixed(row(source.confirmed() ? "" : "?", source.key(), source.year(), Integer.toString(entry.statements()), source.title(), screen.width()));
        }
        screen.line("What rests on one: ketum sources KEY. What awaits confirmation: ketum sources --unconfirmed", Style.PLAIN);
        return screen.toString();
    }

    private static String row(String mark, String key, String year, String rests, String title, int width) {
        String start = "%-1s %-22s %-4s %5s  ".formatted(mark, key, year, rests);
        int room = width - start.length();
        if (room < 1 || title.length() <= room) {
            return start + title;
        }
        int end = title.lastIndexOf(' ', Math.max(0, room - 3));
        return start + title.substring(0, end > 0 ? end : Math.max(0, room - 3)) + "...";
    }

    /** @param all every unconfirmed statement, however many */
    public static String awaiting(Awaiting awaiting, boolean all, TerminalOptions options) {
        Screen screen = new Screen(options);
        screen.line("What still awaits confirmation", Style.BOLD);
        screen.labelled("Sources", LABEL, awaiting.sources().size() + " of " + awaiting.allSources() + " have bibliographic details that nobody here has confirmed.");
        screen.labelled("Statements", LABEL, awaiting.count(Status.UNCONFIRMED) + " are unconfirmed: no source that was read supports them, and they are never shown as fact. " + awaiting.count(Status.SECONDARY)
                + " are secondary: read in another text than the one they come from.");
        screen.blank();
        screen.fixed("%-24s %7s %9s %7s %9s %11s".formatted("", "seen", "secondary", "derived", "assumed", "unconfirmed"));
        awaiting.groups().forEach((group, counts) -> screen.fixed("%-24s %7s %9s %7s %9s %11s".formatted(group, count(counts, Status.SEEN), count(counts, Status.SECONDARY),
                count(counts, Status.DERIVED), count(counts, Status.ASSUMED), count(counts, Status.UNCONFIRMED))));
        screen.fixed("%-24s %7d %9d %7d %9d %11d".formatted("all", awaiting.count(Status.SEEN), awaiting.count(Status.SECONDARY), awaiting.count(Status.DERIVED), awaiting.count(Status.ASSUMED),
                awaiting.count(Status.UNCONFIRMED)));
        awaiting.toConfirm().forEach((group, what) -> {
            List<Statement> statements = awaiting.unconfirmed().stream().filter(statement -> statement.group().equals(group)).toList();
            screen.blank();
            screen.line(group + ": " + statements.size() + " unconfirmed", Style.BOLD);
            screen.item(INDENT, "To confirm: " + what + ".", Style.PLAIN);
            statements("", statements, all, screen);
        });
        screen.blank();
        screen.line("Secondary: " + awaiting.count(Status.SECONDARY), Style.BOLD);
        screen.item(INDENT, "To confirm: the text that each comes from, read itself, at the place that its locator names. --json lists them.", Style.PLAIN);
        Map<String, List<String>> sources = new LinkedHashMap<>();
        awaiting.sources().forEach(source -> sources.computeIfAbsent(SourceWords.toConfirm(source), what -> new java.util.ArrayList<>()).add(source.key()));
        screen.blank();
        screen.line("Sources: " + awaiting.sources().size() + " with details not confirmed", Style.BOLD);
        sources.forEach((what, keys) -> {
            screen.item(INDENT, "To confirm " + keys.size() + ": " + what + ".", Style.PLAIN);
            screen.item(INDENT + INDENT, String.join(", ", keys), Style.PLAIN);
        });
        return screen.toString();
    }

    private static String count(Map<Status, Integer> counts, Status status) {
        return counts.containsKey(status) ? counts.get(status).toString() : "-";
    }
}
