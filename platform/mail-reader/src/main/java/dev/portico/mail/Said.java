package dev.portico.mail;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is new in a text. Looks for the first line that begins history and leaves it out with all that follows, then the
 * signature before it. Keeps everything where nothing would be left, and where words stand under quoted ones. Each line
 * is looked at a bounded number of times.
 */
final class Said {

    private static final Pattern DASHED = Pattern.compile("[-_=]{2,60} ?([^-_=]{5,60}) ?[-_=]{2,60}");
    private static final Pattern UNDERSCORES = Pattern.compile("_{10,200}");
    private static final int WRAPPED = 60;

    private static final Set<String> ORIGINAL = Set.of(
            "original message",
            "mensaje original",
            "original appointment",
            "cita original",
            "reply message",
            "mensaje de respuesta");
    private static final Set<String> PASSED_ON = Set.of(
            "forwarded message",
            "forwarded mail",
            "mensaje reenviado",
            "correo reenviado",
            "mensaje reenviado original");
    private static final Set<String> PASSED_ON_PLAIN = Set.of(
            "begin forwarded message:",
            "inicio del mensaje reenviado:",
            "comienzo del mensaje reenviado:",
            "mensaje reenviado:");

    private static final int NONE = -1;

    private final Lines lines;

    private Said(String text) {
        lines = new Lines(text);
    }

    static String of(String text) {
        return PlainText.lines(new Said(text).said()).strip();
    }

    private String said() {
        var end = history();
        var start = Signature.start(lines, end);
        var said = lines.joined(start);
        if (isEmpty(said)) {
            said = lines.joined(end);
        }
        return isEmpty(said) ? lines.joined(lines.size()) : said;
    }

    private static boolean isEmpty(String text) {
        return PlainText.lines(text).isBlank();
    }

    /** Where it begins, or the number of lines. */
    private int history() {
        for (var i = 0; i < lines.size(); i++) {
            if (isPassedOn(i)) {
                return lines.size();
            }
            var behind = marker(i);
            if (behind != NONE) {
                return isAnsweredBelow(behind) ? lines.size() : i;
            }
        }
        return lines.size();
    }

    /** The line behind what begins history here. */
    private int marker(int index) {
        if (lines.isBlank(index)) {
            return NONE;
        }
        if (lines.isQuoted(index)) {
            return index;
        }
        if (lines.line(index).charAt(0) == Marks.HISTORY) {
            return lines.size();
        }
        if (isDashed(index, ORIGINAL)) {
            return index + 1;
        }
        var attribution = Attribution.at(lines, index);
        if (attribution > 0) {
            return index + attribution;
        }
        var ruled = UNDERSCORES.matcher(lines.folded(index)).matches();
        var block = HeaderBlock.at(lines, ruled ? lines.nextFull(index + 1) : index);
        return block > 0 ? block : NONE;
    }

    /** Whether anybody wrote under a quoted line. What is not quoted line by line is history to its end. */
    private boolean isAnsweredBelow(int behind) {
        var first = lines.nextFull(behind);
        if (first == lines.size() || !lines.isQuoted(first)) {
            return false;
        }
        for (var i = first; i < lines.size(); i++) {
            if (lines.isBlank(i) || lines.isQuoted(i) || isWrapped(i) || Signature.isPhone(lines.folded(i))) {
                continue;
            }
            if (Signature.isDelimiter(lines, i)) {
                return false;
            }
            var next = marker(i);
            if (next == NONE) {
                return true;
            }
            var following = lines.nextFull(next);
            if (following == lines.size() || !lines.isQuoted(following)) {
                return false;
            }
            i = following;
        }
        return false;
    }

    /** The end of a quoted line that a mail program broke. */
    private boolean isWrapped(int index) {
        return index > 0
                && index + 1 < lines.size()
                && lines.isQuoted(index - 1)
                && lines.line(index - 1).length() >= WRAPPED
                && lines.isQuoted(index + 1);
    }

    private boolean isPassedOn(int index) {
        return PASSED_ON_PLAIN.contains(lines.folded(index)) || isDashed(index, PASSED_ON);
    }

    private boolean isDashed(int index, Set<String> words) {
        var matcher = DASHED.matcher(lines.folded(index));
        return matcher.matches() && words.contains(matcher.group(1).strip());
    }
}
