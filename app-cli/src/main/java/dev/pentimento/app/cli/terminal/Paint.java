package dev.pentimento.app.cli.terminal;

/** Colours text for a terminal, or leaves it as it is. */
public final class Paint {
    public static final Paint PLAIN = new Paint(false);
    static final Paint COLORFUL = new Paint(true);

    private static final String RESET = "\u001b[0m";

    private final boolean colorful;

    private Paint(boolean colorful) {
        this.colorful = colorful;
    }

    public boolean isColorful() {
        return colorful;
    }

    public String strong(String text) {
        return in("1", text);
    }

    public String accent(String text) {
        return in("36", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    public String good(String text) {
        return in("32", text);
    }

    public String warning(String text) {
        return in("33", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    private String in(String style, String text) {
        return colorful && !text.isEmpty() ? "\u001b[" + style + "m" + text + RESET : text;
    }
}
