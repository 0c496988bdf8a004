package ketum.care.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at one field. Each method gives the value in the wanted form, or reports what is wrong and gives nothing.
 *
 * @param path  the field's full path, for messages
 * @param field what the field takes
 */
record Value(Node node, String path, Field field, Problems problems) {

    /** Nothing but free text may be longer. */
    private static final int LONGEST_WORD = 120;

    /** Also the no-break spaces that come with text copied from a page. */
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]{1,9},[0-9]{1,9}");

    /** A number and the word behind it. */
    record Measure(double number, String unit) {}

    /** Text as typed, without the space around it; never empty. */
    Optional<String> text() {
        return switch (node) {
            case Node.Text text when SPACE.matcher(text.value()).replaceAll("").isEmpty() -> {
                wrong("nothing", takes());
                yield Optional.empty();
            }
            case Node.Text text -> visible(SPACE.matcher(text.value()).replaceAll(" ").strip());
            case Node.Items _ -> {
                wrong("a list", takes());
                yield Optional.empty();
            }
            case Node.Fields _ -> {
                wrong("a group of fields", takes());
                yield Optional.empty();
            }
            case Node.Rejected _ -> Optional.empty();
        };
    }

    /** Escapes in quoted text can name characters that could not stand in the file itself. */
    private Optional<String> visible(String text) {
        OptionalInt hidden = text.codePoints().filter(Quoted::invisible).findFirst();
        if (hidden.isPresent()) {
            wrong("the invisible character " + Quoted.codePoint(hidden.getAsInt()), takes());
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Text of a limited length. */
    Optional<String> text(int longest) {
        return text().filter(text -> {
            boolean fits = text.codePointCount(0, text.length()) <= longest;
            if (!fits) {
                wrong("a text of " + text.codePointCount(0, text.length()) + " characters", "this field takes up to " + longest + " characters", "Shorten it.");
            }
            return fits;
        });
    }

    /** A short text: longer ones are refused before anything looks into them. */
    Optional<String> word() {
        return text().filter(text -> {
            boolean fits = text.length() <= LONGEST_WORD;
            if (!fits) {
                wrong(Quoted.text(text), field.takes());
            }
            return fits;
        });
    }

    Optional<Double> number(double lowest, double highest) {
        return word().flatMap(word -> {
            Optional<Double> number = plainNumber(word);
            if (number.isEmpty() || number.get() < lowest || number.get() > highest) {
                wrong(Quoted.text(word), field.takes(), commaAdvice(word));
                return Optional.empty();
            }
            return number;
        });
    }

    Optional<Integer> whole(int lowest, int highest) {
        return number(lowest, highest).filter(number -> {
            boolean whole = number == Math.rint(number);
            if (!whole) {
                wrong(found(), field.takes());
            }
            return whole;
        }).map(Double::intValue);
    }

    /** A number with a unit behind it; the unit may be empty and is in lower case. */
    Optional<Measure> measure() {
        return word().flatMap(word -> {
            Matcher number = NUMBER.matcher(word);
            if (!number.lookingAt() || DECIMAL_COMMA.matcher(word).lookingAt()) {
                wrong(Quoted.text(word), field.takes(), commaAdvice(word));
                return Optional.empty();
            }
            String unit = word.substring(number.end()).strip().toLowerCase(Locale.ROOT);
            return Optional.of(new Measure(Double.parseDouble(number.group()), unit));
        });
    }

    /** One of several words, whatever their case. */
    <T> Optional<T> choice(Map<String, T> choices) {
        return word().flatMap(word -> {
            T choice = choices.get(word.toLowerCase(Locale.ROOT));
            if (choice == null) {
                String question = Spelling.question(Spelling.near(word, choices.keySet()));
                wrong(Quoted.text(word), field.takes(), question.isEmpty() ? field.forExample() : question);
            }
            return Optional.ofNullable(choice);
        });
    }

    Optional<Boolean> yesNo() {
        return choice(Map.of("yes", true, "no", false, "true", true, "false", false));
    }

    /** The group of fields that stands here. */
    Optional<Section> section(String name) {
        return switch (node) {
            case Node.Fields fields -> Optional.of(new Section(fields, path, CaseFields.of(name), CaseFields.all(), problems));
            case Node.Text text -> {
                wrong(text.value().isBlank() ? "nothing" : Quoted.text(text.value()), groupOf(name));
                yield Optional.empty();
            }
            case Node.Items _ -> {
                wrong("a list", groupOf(name));
                yield Optional.empty();
            }
            case Node.Rejected _ -> Optional.empty();
        };
    }

    private String groupOf(String section) {
        return path.endsWith("]") ? "each item of this list is a group: " + String.join(", ", CaseFields.of(section).stream().map(Field::name).toList()) : field.takes();
    }

    /** The items of the list that stands here, at most {@code most}. */
    Optional<List<Value>> items(int most) {
        return switch (node) {
            case Node.Items list when list.items().size() > most -> {
                wrong("a list of " + list.items().size(), "this list takes up to " + most, "Leave out what matters least.");
                yield Optional.empty();
            }
            case Node.Items list -> {
                List<Value> items = new ArrayList<>();
                for (int i = 0; i < list.items().size(); i++) {
                    items.add(new Value(list.items().get(i), path + "[" + (i + 1) + "]", field, problems));
                }
                yield Optional.of(List.copyOf(items));
            }
            case Node.Text text -> {
                boolean simple = !text.value().isBlank() && text.value().length() < 40 && text.value().codePoints().noneMatch(Quoted::invisible);
                wrong(text.value().isBlank() ? "nothing" : Quoted.text(text.value()), field.takes(),
                        simple ? "Put it into brackets: " + field.name() + ": [" + text.value().strip() + "]" : field.forExample());
                yield Optional.empty();
            }
            case Node.Fields _ -> {
                wrong("a group of fields", field.takes(), "Begin each item of a list with \"- \".");
                yield Optional.empty();
            }
            case Node.Rejected _ -> Optional.empty();
        };
    }

    /** What is accepted here where a text is needed. */
    private String takes() {
        return path.endsWith("]") ? "each item of this list is one text" : field.takes();
    }

    /** What stands here, for a message. */
    String found() {
        return switch (node) {
            case Node.Text text -> Quoted.text(text.value().strip());
            case Node.Items _ -> "a list";
            case Node.Fields _ -> "a group of fields";
            case Node.Rejected _ -> "something unreadable";
        };
    }

    int line() {
        return node.line();
    }

    void wrong(String found, String accepted) {
        wrong(found, accepted, field.forExample());
    }

    void wrong(String found, String accepted, String advice) {
        problems.add(node.line(), node.column(), path, found, accepted, advice);
    }

    private String commaAdvice(String word) {
        return DECIMAL_COMMA.matcher(word).lookingAt() ? "Write a decimal point, not a comma: " + Quoted.text(word.replaceFirst(",", ".")) : field.forExample();
    }

    private static Optional<Double> plainNumber(String word) {
        return NUMBER.matcher(word).matches() ? Optional.of(Double.valueOf(word)) : Optional.empty();
    }
}
