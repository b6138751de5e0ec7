package dev.portico.i18n;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;

/**
 * Rewrites a message so that a developer sees where it shows: literal text gets accents and the whole gets brackets.
 * Placeholders, the syntax of plurals, HTML tags and HTML entities stay as they are.
 */
public final class PseudoLocale {

    private static final String PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwXxYyZz";
    private static final String ACCENTED = "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀɱÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž";

    private final MessagePattern parsed;
    private final String pattern;
    private final StringBuilder written = new StringBuilder();
    private int position;
    private char closing;

    private PseudoLocale(String pattern) {
        this.pattern = pattern;
        this.parsed = new MessagePattern(pattern);
    }

    /** The rewritten pattern; one that cannot be parsed gets the brackets only. */
    public static String pattern(String pattern) {
        try {
            return "[" + new PseudoLocale(pattern).rewrite() + "]";
        } catch (IllegalArgumentException unparsable) {
            return "[" + pattern + "]";
        }
    }

    private String rewrite() {
        copyUntil(0, parsed.countParts());
        return written.toString();
    }

    /** Parts from a message's start to its limit; text between them is literal, between an argument's is syntax. */
    private void copyUntil(int first, int limit) {
        for (var i = first; i < limit; i++) {
            var part = parsed.getPart(i);
            switch (part.getType()) {
                case ARG_START -> {
                    literal(part.getIndex());
                    var last = parsed.getLimitPartIndex(i);
                    argument(i, last);
                    i = last;
                }
                case SKIP_SYNTAX, REPLACE_NUMBER, MSG_START, MSG_LIMIT -> {
                    literal(part.getIndex());
                    verbatim(part.getLimit());
                }
                default -> literal(part.getIndex());
            }
        }
    }

    private void argument(int start, int last) {
        for (var i = start + 1; i < last; i++) {
            if (parsed.getPartType(i) == Part.Type.MSG_START) {
                verbatim(parsed.getPart(i).getIndex());
                var limit = parsed.getLimitPartIndex(i);
                copyUntil(i, limit + 1);
                i = limit;
            }
        }
        verbatim(parsed.getPart(last).getLimit());
    }

    private void verbatim(int end) {
        written.append(pattern, position, end);
        position = end;
    }

    private void literal(int end) {
        for (; position < end; position++) {
            var character = pattern.charAt(position);
            if (closing == 0) {
                closing = closingOf(position);
            } else if (character == closing) {
                closing = 0;
                written.append(character);
                continue;
            }
            written.append(closing == 0 ? accented(character) : character);
        }
    }

    /** What ends the tag or entity that starts here, if one does. A tag may have placeholders in it. */
    private char closingOf(int start) {
        var rest = pattern.substring(start);
        if (rest.matches("(?s)</?[a-zA-Z].*>.*")) {
            return '>';
        }
        return rest.matches("(?s)&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);.*") ? ';' : 0;
    }

    private static char accented(char character) {
        var index = PLAIN.indexOf(character);
        return index < 0 ? character : ACCENTED.charAt(index);
    }
}
