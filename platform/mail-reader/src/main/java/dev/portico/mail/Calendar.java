package dev.portico.mail;

import java.util.List;

/** What an invitation without any other text says. */
final class Calendar {

    private static final List<String> TOLD = List.of("SUMMARY", "LOCATION", "DESCRIPTION");

    private Calendar() {}

    /** Title, place and description, each in lines of its own. */
    static String text(String calendar) {
        var unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
        var text = new StringBuilder();
        unfolded.lines().filter(Calendar::isTold).limit(10).forEach(line -> text.append(value(line))
                .append('\n'));
        return text.toString().strip();
    }

    private static boolean isTold(String line) {
        return line.indexOf(':') > 0
                && TOLD.stream().anyMatch(name -> line.startsWith(name + ":") || line.startsWith(name + ";"));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1)
                .replace("\\n", "\n")
                .replace("\\N", "\n")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
    }
}
