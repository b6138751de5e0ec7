package dev.portico.dataloadercommunity;

import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.web.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a visitor is led. The address is put together anew: scheme and host are the administrator's, and of what the
 * visitor sends each part is escaped for itself, so that none can end the path or begin another address.
 */
final class Destination {
    private static final int LONGEST = 1_000;
    /** What some server, proxy or browser might take for the end of a part or for the way up. */
    private static final Pattern TRICKY =
            Pattern.compile("[.\\s]*|.*[/\\\\\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*", Pattern.DOTALL);

    private Destination() {}

    /** Nothing where the settings lead nowhere that is allowed. */
    static Optional<URI> of(Settings settings, WebRequest request) {
        return Community.of(settings).open().map(base -> {
            var path = settings.flag("carryPath") ? path(request.rest()) : "";
            var query = settings.flag("carryQuery") ? query(request.query()) : "";
            return carried(base, path, query);
        });
    }

    private static URI carried(URI base, String path, String query) {
        var before = Objects.requireNonNullElse(base.getRawPath(), "").replaceAll("/+$", "");
        var rest = path.isEmpty() ? Objects.requireNonNullElse(base.getRawPath(), "") : before + path;
        var parameters = List.of(Objects.requireNonNullElse(base.getRawQuery(), ""), query).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        var fragment = Optional.ofNullable(base.getRawFragment())
                .map(part -> "#" + part)
                .orElse("");
        return URI.create("https://" + base.getHost() + (rest.isEmpty() ? "/" : rest)
                + (parameters.isEmpty() ? "" : "?" + parameters) + fragment);
    }

    /** All of it or nothing: half of a path leads to a page that nobody meant. */
    private static String path(List<String> segments) {
        var path = segments.stream().map(segment -> "/" + escaped(segment)).collect(Collectors.joining());
        return path.length() > LONGEST || segments.stream().anyMatch(Destination::isTricky) ? "" : path;
    }

    private static String query(Map<String, List<String>> parameters) {
        var query = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .filter(value -> !hasControl(parameter.getKey()) && !hasControl(value))
                        .map(value -> escaped(parameter.getKey()) + "=" + escaped(value)))
                .collect(Collectors.joining("&"));
        return query.length() > LONGEST ? "" : query;
    }

    /** Also in the other guises that a character has: a full stop of full width is a full stop. */
    private static boolean isTricky(String segment) {
        return TRICKY.matcher(segment).matches()
                || TRICKY.matcher(Normalizer.normalize(segment, Normalizer.Form.NFKC)
                                .replace('\u3002', '.'))
                        .matches();
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
