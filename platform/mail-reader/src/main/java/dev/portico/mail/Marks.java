package dev.portico.mail;

/** Characters of private use that stand, on a line of their own, for what HTML says of the text that follows. */
final class Marks {

    /** Here the history begins, whatever it looks like. */
    static final char HISTORY = '\uE000';

    /** Here the signature begins. */
    static final char SIGNATURE = '\uE001';

    private Marks() {}

    static boolean isMark(String line) {
        return line.length() == 1 && (line.charAt(0) == HISTORY || line.charAt(0) == SIGNATURE);
    }
}
