package dev.portico.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * A header like Content-Type: a value and its parameters, these as RFC 2231 has them or, against the rules, as RFC 2047.
 * Of several parameters of one name the first counts.
 *
 * @param value in lower case
 */
record Parameters(String value, Map<String, String> parameters) {

    static final Parameters NONE = new Parameters("", Map.of());
    private static final int MOST = 1_000;

    static Parameters of(String body, Set<Flaw> flaws) {
        var bytes = ContentUtil.encode(StandardCharsets.UTF_8, body);
        var raw = RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
        var plain = new HashMap<String, String>();
        var extended = new HashMap<String, String>();
        var segments = new HashMap<String, TreeMap<Integer, String>>();
        raw.getParams().stream()
                .limit(MOST)
                .filter(pair -> pair.getValue() != null)
                .forEach(pair -> {
                    var name = pair.getName().toLowerCase(Locale.ROOT);
                    var star = name.indexOf('*');
                    if (star < 0) {
                        plain.putIfAbsent(name, EncodedWords.decode(pair.getValue(), flaws));
                    } else if (star == name.length() - 1) {
                        extended.putIfAbsent(name.substring(0, star), extended(pair.getValue(), flaws));
                    } else {
                        segment(
                                name.substring(star + 1),
                                pair.getValue(),
                                segments.computeIfAbsent(name.substring(0, star), any -> new TreeMap<>()));
                    }
                });
        segments.forEach((name, parts) -> extended.putIfAbsent(name, joined(parts, flaws)));
        plain.putAll(extended);
        return new Parameters(raw.getValue().toLowerCase(Locale.ROOT).strip(), Map.copyOf(plain));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** A star at the start tells that the segment is percent-encoded. */
    private static void segment(String suffix, String value, TreeMap<Integer, String> segments) {
        var encoded = suffix.endsWith("*");
        var number = encoded ? suffix.substring(0, suffix.length() - 1) : suffix;
        if (number.matches("[0-9]{1,3}")) {
            segments.putIfAbsent(Integer.parseInt(number), (encoded ? "*" : "-") + value);
        }
    }

    private static String joined(TreeMap<Integer, String> segments, Set<Flaw> flaws) {
        var bytes = new ByteArrayOutputStream();
        var charset = Optional.<String>empty();
        var first = true;
        for (var segment : segments.values()) {
            var value = segment.substring(1);
            if (segment.charAt(0) == '*') {
                if (first) {
                    charset = charset(value);
                    value = value.substring(start(value));
                }
                bytes.writeBytes(Percent.decode(value, '%', StandardCharsets.UTF_8));
            } else {
                bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            }
            first = false;
        }
        return Charsets.decode(bytes.toByteArray(), charset, flaws);
    }

    private static String extended(String value, Set<Flaw> flaws) {
        return Charsets.decode(
                Percent.decode(value.substring(start(value)), '%', StandardCharsets.UTF_8), charset(value), flaws);
    }

    private static Optional<String> charset(String value) {
        return start(value) == 0 ? Optional.empty() : Optional.of(value.substring(0, value.indexOf('\'')));
    }

    /** Behind the charset and the language. */
    private static int start(String value) {
        return value.indexOf('\'') < 0 ? 0 : value.indexOf('\'', value.indexOf('\'') + 1) + 1;
    }
}
