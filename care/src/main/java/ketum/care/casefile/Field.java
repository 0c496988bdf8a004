package ketum.care.casefile;

/**
 * One field that an input file may hold.
 *
 * @param section  where it stands, e.g. {@code use} or {@code use.changes[]}; empty for the top of the file
 * @param name     its name
 * @param whenLeftOut "required", or what holds when it is left out
 * @param accepted what it takes, as the end of the sentence "this field takes ..."
 * @param example  a value as it would be typed
 */
record Field(String section, String name, String whenLeftOut, String accepted, String example) {

    String path() {
        return section.isEmpty() ? name : section + "." + name;
    }

    /** {@code this field takes ...}. */
    String takes() {
        return "this field takes " + accepted;
    }

    /** {@code Write for example: name: value}. */
    String forExample() {
        return "Write for example: " + name + ": " + example;
    }
}
