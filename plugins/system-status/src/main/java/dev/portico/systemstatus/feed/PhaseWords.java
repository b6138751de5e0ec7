package dev.portico.systemstatus.feed;

import dev.portico.systemstatus.model.Phase;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from the wording of an entry how its incident stands: RSS and Atom have no member for it. */
final class PhaseWords {
    private static final Map<Phase, String> WORDS = new EnumMap<>(Map.of(
            Phase.RESOLVED, "resolved|resuelt[oa]",
            Phase.COMPLETED, "completed|completad[oa]",
            Phase.MONITORING, "monitoring|supervisando|en observación",
            Phase.IDENTIFIED, "identified|identificad[oa]",
            Phase.INVESTIGATING, "investigating|investigando",
            Phase.VERIFYING, "verifying|verificando",
            Phase.IN_PROGRESS, "in progress|en curso",
            Phase.SCHEDULED, "scheduled|planned|programad[oa]"));

    private PhaseWords() {}

    /** Of a title such as “[Resolved] Slow logins” or “Resolved: slow logins”. */
    static Optional<Phase> ofTitle(String title) {
        return WORDS.entrySet().stream()
                .filter(word -> pattern("^\\[?(" + word.getValue() + ")\\s*(\\]|:|-|–)")
                        .matcher(title)
                        .find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The one that is named first, since the latest update is. */
    static Optional<Phase> ofText(String text) {
        var first = text.length();
        Optional<Phase> found = Optional.empty();
        for (var word : WORDS.entrySet()) {
            var match = pattern("\\b(" + word.getValue() + ")\\b").matcher(text);
            if (match.find() && match.start() < first) {
                first = match.start();
                found = Optional.of(word.getKey());
            }
        }
        return found;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
