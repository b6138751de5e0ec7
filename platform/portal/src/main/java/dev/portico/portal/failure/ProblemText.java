package dev.portico.portal.failure;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What plugins and other systems say of a failure, as it is stored. */
public final class ProblemText {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
    private static final int LONGEST = 2000;

    private ProblemText() {}

    /** In one line of bounded length; PostgreSQL refuses U+0000 and halves of characters. */
    public static String of(String said) {
        var some = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
        var line = CONTROL.matcher(some).replaceAll(" ");
        return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).strip();
    }
}
