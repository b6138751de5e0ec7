package dev.portico.portal.mail.control;

import java.util.regex.Pattern;

/** Text that is safe in a mail header: a line break would start another header. */
final class HeaderText {
    private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private HeaderText() {}

    static String of(String text) {
        return BREAKING.matcher(text).replaceAll(" ").strip();
    }
}
