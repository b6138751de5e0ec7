package dev.portico.mail;

/** Text of strangers, fit for a page and a database: see the package. It is still to be escaped where it is shown. */
final class PlainText {

    private PlainText() {}

    /** One line: each run of white space is one space. */
    static String line(String text, int most) {
        var line = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().takeWhile(character -> line.length() < most).forEach(character -> {
            if (isSpace(character)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (isKept(character)) {
                line.appendCodePoint(character);
            }
        });
        return cut(line.toString(), most).strip();
    }

    /** Any number of lines, which end with a line feed. */
    static String lines(String text) {
        var lines = new StringBuilder(text.length());
        var last = 0;
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            i += Character.charCount(character);
            if (character == '\n' ? last != '\r' : isBreak(character)) {
                lines.append('\n');
            } else if (character == '\t') {
                lines.append('\t');
            } else if (character == '\u00A0') {
                lines.append(' ');
            } else if (isKept(character)) {
                lines.appendCodePoint(character);
            }
            last = character;
        }
        return lines.toString();
    }

    /** The first characters, none of them half. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || isBreak(character);
    }

    private static boolean isBreak(int character) {
        return character == '\r'
                || character == '\f'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029';
    }

    private static boolean isKept(int character) {
        return !Character.isISOControl(character)
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                && !(character >= '\u202A' && character <= '\u202E')
                && !(character >= '\u2066' && character <= '\u2069')
                && character != '\u200E'
                && character != '\u200F'
                && character != '\u061C'
                && character != '\uFEFF'
                && character != Marks.HISTORY
                && character != Marks.SIGNATURE;
    }
}
