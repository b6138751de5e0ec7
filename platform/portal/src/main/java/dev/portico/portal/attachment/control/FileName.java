package dev.portico.portal.attachment.control;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** Names of files that are safe to show and to offer for saving. They never become a path of ours. */
public final class FileName {
    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 20;
    private static final String UNNAMED = "file";
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private FileName() {}

    /** The last path segment in NFC without what deceives the eye; at most 200 code points; never empty. */
    public static String clean(String claimed) {
        var segment = claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
        var visible = segment.codePoints()
                .filter(FileName::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var name = withoutTail(Normalizer.normalize(visible, Form.NFC).strip());
        return name.isEmpty() ? UNNAMED : withoutTail(shorten(name));
    }

    /** In lower case, without the dot; empty where there is none. */
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Among the format characters are those that turn the reading direction; emoji and Indic scripts need
            // joiners.
            case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
            default -> (codePoint & 0xFFFE) != 0xFFFE;
        };
    }

    /** Windows drops dots and spaces at the end, so that "x.exe." would be saved as a program. */
    private static String withoutTail(String name) {
        var end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static String shorten(String name) {
        var excess = name.codePointCount(0, name.length()) - LONGEST;
        if (excess <= 0) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var stemEnd = dot > 0 && name.codePointCount(dot, name.length()) <= LONGEST_EXTENSION ? dot : name.length();
        return name.substring(0, name.offsetByCodePoints(stemEnd, -excess)) + name.substring(stemEnd);
    }
}
