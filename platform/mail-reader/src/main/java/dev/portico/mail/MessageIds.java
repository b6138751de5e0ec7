package dev.portico.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Message-IDs with their angle brackets, as they were sent: they are compared, never taken apart. */
final class MessageIds {

    private static final Pattern BRACKETED = Pattern.compile("<([^<>\\s]{1,250})>");
    private static final Pattern BARE = Pattern.compile("[^<>\\s,;]{1,120}@[^<>\\s,;]{1,120}");

    private MessageIds() {}

    static List<String> of(Header header, String name) {
        return header.all(name).stream().flatMap(body -> in(body).stream()).toList();
    }

    static Optional<String> single(String text) {
        return in(text).stream().findFirst();
    }

    /** In-Reply-To, then References from last to first. */
    static List<String> references(Header header) {
        var references = new ArrayList<>(of(header, "references"));
        var ordered = new LinkedHashSet<>(of(header, "in-reply-to"));
        for (var i = references.size() - 1; i >= 0; i--) {
            ordered.add(references.get(i));
        }
        return ordered.stream().limit(ReadMail.MOST_REFERENCES).toList();
    }

    private static List<String> in(String text) {
        var line = PlainText.line(text, Integer.MAX_VALUE);
        var found =
                BRACKETED.matcher(line).results().map(match -> match.group()).toList();
        return found.isEmpty() && BARE.matcher(line).matches() ? List.of("<" + line + ">") : found;
    }
}
