package ketum.report.text;

/** Units as the findings carry them (UCUM) and as people read them. */
public final class Units {
    /** Keeps a number and its unit on one line. */
    private static final char UNBROKEN = '\u00a0';

    private Units() {}

    static boolean isTime(String unit) {
        return unit.equals("h") || unit.equals("d") || unit.equals("min") || unit.equals("wk");
    }

    static double hours(double value, String unit) {
        return switch (unit) {
            case "min" -> value / 60;
            case "d" -> value * 24;
            case "wk" -> value * 168;
            default -> value;
        };
    }

    /** The unit as read: nothing for a bare number, annotations without braces. */
    public static String shown(String unit) {
        return switch (unit) {
            case "1", "" -> "";
            case "h" -> "hours";
            case "d" -> "days";
            default -> unit.replace("{", "").replace("}", "").replace(".h", "·h");
        };
    }

    static String suffix(String unit) {
        String shown = shown(unit);
        return shown.isEmpty() ? "" : shown.equals("%") ? "%" : UNBROKEN + shown;
    }
}
