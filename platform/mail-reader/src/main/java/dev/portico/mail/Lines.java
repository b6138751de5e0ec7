package dev.portico.mail;

import dev.portico.i18n.TextFolding;
import java.util.List;

/** The lines of a text, and what they are compared by: without case, accents, emphasis and surplus white space. */
final class Lines {

    private static final int LONGEST = 500;

    private final List<String> lines;
    private final String[] folded;

    Lines(String text) {
        lines = List.of(text.split("\n", -1));
        folded = new String[lines.size()];
    }

    int size() {
        return lines.size();
    }

    String line(int index) {
        return lines.get(index);
    }

    boolean isBlank(int index) {
        return lines.get(index).isBlank();
    }

    boolean isQuoted(int index) {
        return lines.get(index).startsWith(">");
    }

    /** Empty for a line too long to be anything but prose. */
    String folded(int index) {
        var known = folded[index];
        if (known == null) {
            var line = lines.get(index);
            known = line.length() > LONGEST ? "" : TextFolding.fold(line.replace("*", ""));
            folded[index] = known;
        }
        return known;
    }

    /** The first line from here that has something, or the size. */
    int nextFull(int from) {
        var index = from;
        while (index < size() && isBlank(index)) {
            index++;
        }
        return index;
    }

    String joined(int end) {
        return String.join("\n", lines.subList(0, end)).stripTrailing();
    }
}
