package ketum.care.casefile;

/** Text from a file made safe to show: quoted, shortened, and with nothing in it that moves a terminal's cursor. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String text(String raw) {
        StringBuilder shown = new StringBuilder("\"");
        int count = 0;
        for (int at = 0; at < raw.length(); ) {
            int point = raw.codePointAt(at);
            if (count++ >= LONGEST) {
                return shown.append("...\"").toString();
            }
            at += Character.charCount(point);
            if (point == '\n' || point == '\t' || point == '\r') {
                shown.append(' ');
            } else if (invisible(point)) {
                shown.append(codePoint(point));
            } else {
                shown.appendCodePoint(point);
            }
        }
        return shown.append('"').toString();
    }

    static String codePoint(int point) {
        return String.format("U+%04X", point);
    }

    /** Control characters, unpaired surrogates and characters that reorder the text around them. */
    static boolean invisible(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE || point == 0xFEFF
                || point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069 || point == 0x2028 || point == 0x2029
                || point == 0xFFFE || point == 0xFFFF;
    }
}
