package dev.portico.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail server says of whether a mail is from whom it names (RFC 8601): one header of that name.
 *
 * @param server the authserv-id, in lower case; empty where there is none, as the standard forbids
 * @param results none where the header is not well-formed
 */
public record AuthenticationResults(String server, List<Result> results) {

    static final int MOST = 50;
    private static final Pattern KEYWORD = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,40}[a-z0-9])?");

    public AuthenticationResults {
        results = List.copyOf(results);
    }

    /**
     * What one method has found.
     *
     * @param method such as {@code dmarc}, in lower case
     * @param outcome such as {@code pass}, in lower case
     * @param properties what it has looked at, such as {@code header.from}; names in lower case
     */
    public record Result(String method, String outcome, Map<String, String> properties) {
        public Result {
            properties = Map.copyOf(properties);
        }

        public boolean passed() {
            return outcome.equals("pass");
        }

        public Optional<String> property(String name) {
            return Optional.ofNullable(properties.get(name));
        }
    }

    /** From top to bottom: servers add theirs above what they were given. */
    static List<AuthenticationResults> of(Header header) {
        return header.all("authentication-results").stream()
                .limit(MOST)
                .map(AuthenticationResults::parse)
                .toList();
    }

    /** @param body unfolded */
    static AuthenticationResults parse(String body) {
        var parts = new Splitter(body).parts();
        if (parts.isEmpty()) {
            return new AuthenticationResults("", List.of());
        }
        var first = parts.get(0);
        var server = first.isEmpty() || first.get(0).contains("=") ? "" : first.get(0);
        var results = new ArrayList<Result>();
        for (var part : parts.subList(server.isEmpty() ? 0 : 1, parts.size())) {
            result(part).ifPresent(results::add);
        }
        return new AuthenticationResults(server.toLowerCase(Locale.ROOT), results);
    }

    private static Optional<Result> result(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var pair = words.get(0).toLowerCase(Locale.ROOT).split("=", 2);
        var method = pair[0].replaceFirst("/.*", "");
        if (pair.length < 2
                || !KEYWORD.matcher(method).matches()
                || !KEYWORD.matcher(pair[1]).matches()) {
            return Optional.empty();
        }
        var properties = new HashMap<String, String>();
        for (var word : words.subList(1, words.size())) {
            var property = word.split("=", 2);
            if (property.length == 2) {
                var earlier = properties.putIfAbsent(property[0].toLowerCase(Locale.ROOT), property[1]);
                if (earlier != null && !earlier.equals(property[1])) {
                    // Nobody can tell which of the two counts.
                    return Optional.of(new Result(method, "ambiguous", Map.of()));
                }
            }
        }
        return Optional.of(new Result(method, pair[1], properties));
    }

    /** Parts between semicolons, and the words in each; without comments, and with what is quoted in one piece. */
    private static final class Splitter {
        private final String text;
        private final List<List<String>> parts = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int at;

        Splitter(String text) {
            this.text = text;
        }

        /** The first at most where a comment or what is quoted has no end: whose word it is, and nothing that it says. */
        List<List<String>> parts() {
            while (at < text.length()) {
                var sign = text.charAt(at++);
                if (sign == '(' && !skipComment() || sign == '"' && !takeQuoted()) {
                    return parts.subList(0, Math.min(1, parts.size()));
                }
                if (sign == ';') {
                    endPart();
                } else if (sign == '(' || sign <= ' ') {
                    endWord();
                } else if (sign != '"') {
                    word.append(sign);
                }
            }
            endPart();
            return parts;
        }

        private boolean skipComment() {
            var depth = 1;
            while (at < text.length() && depth > 0) {
                var sign = text.charAt(at++);
                if (sign == '\\') {
                    at++;
                } else if (sign == '(') {
                    depth++;
                } else if (sign == ')') {
                    depth--;
                }
            }
            return depth == 0;
        }

        private boolean takeQuoted() {
            while (at < text.length()) {
                var sign = text.charAt(at++);
                if (sign == '"') {
                    return true;
                }
                if (sign == '\\' && at < text.length()) {
                    sign = text.charAt(at++);
                }
                word.append(sign);
            }
            return false;
        }

        /** Around the first sign of equality there may be space. */
        private void endWord() {
            if (word.isEmpty()) {
                return;
            }
            var last = words.size() - 1;
            if (last >= 0
                    && (opens(words.get(last))
                            || word.charAt(0) == '=' && !words.get(last).contains("="))) {
                words.set(last, words.get(last) + word);
            } else {
                words.add(word.toString());
            }
            word.setLength(0);
        }

        private static boolean opens(String name) {
            return name.indexOf('=') == name.length() - 1;
        }

        private void endPart() {
            endWord();
            parts.add(List.copyOf(words));
            words.clear();
        }
    }
}
