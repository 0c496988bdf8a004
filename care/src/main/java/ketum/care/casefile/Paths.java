package ketum.care.casefile;

/** How fields are named in messages. */
final class Paths {

    private static final int LONGEST = 40;

    private Paths() {}

    static String join(String outer, String name) {
        return outer.isEmpty() ? shown(name) : outer + "." + shown(name);
    }

    /** A field's name as it may be printed: plain names as they are, anything else quoted and shortened. */
    static String shown(String name) {
        boolean plain = !name.isEmpty() && name.length() <= LONGEST
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        return plain ? name : Quoted.text(name);
    }
}
