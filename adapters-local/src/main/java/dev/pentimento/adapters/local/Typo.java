package dev.pentimento.adapters.local;

/** Slips of the finger: one letter too many, too few, wrong, or two swapped. The first letter is seldom wrong, so it has to be right. */
final class Typo {
    private Typo() {}

    static boolean isOneEdit(String written, String meant) {
        if (Math.abs(written.length() - meant.length()) > 1
                || written.charAt(0) != meant.charAt(0)
                || meant.contains(" ")) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(written.length(), meant.length());
        while (same < shorter && written.charAt(same) == meant.charAt(same)) {
            same++;
        }
        return isOneEditAt(written, meant, same);
    }

    private static boolean isOneEditAt(String written, String meant, int i) {
        if (written.length() > meant.length()) {
            return written.substring(i + 1).equals(meant.substring(i));
        }
        if (written.length() < meant.length()) {
            return written.substring(i).equals(meant.substring(i + 1));
        }
        return i < written.length()
                && (written.substring(i + 1).equals(meant.substring(i + 1)) || areSwapped(written, meant, i));
    }

    private static boolean areSwapped(String written, String meant, int i) {
        return i + 1 < written.length()
                && written.charAt(i) == meant.charAt(i + 1)
                && written.charAt(i + 1) == meant.charAt(i)
                && written.substring(i + 2).equals(meant.substring(i + 2));
    }
}
