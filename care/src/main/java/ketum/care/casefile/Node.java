package ketum.care.casefile;

import java.util.List;

/** What YAML text consists of once its syntax is read, with the place of each part; lines and columns from 1. */
sealed interface Node {

    int line();

    int column();

    /** A word, number or sentence; exactly the text that stands in the file, whatever YAML would make of it. */
    record Text(int line, int column, String value) implements Node {}

    record Items(int line, int column, List<Node> items) implements Node {}

    record Fields(int line, int column, List<Entry> entries) implements Node {}

    /** Something already reported; whoever meets it stays silent. */
    record Rejected(int line, int column) implements Node {}

    record Entry(Text key, Node value) {}
}
