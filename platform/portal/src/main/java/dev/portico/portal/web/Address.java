package dev.portico.portal.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a browser's address, taken apart. No address of the portal needs an escape, so a path with one (and with
 * it every encoded slash or dot) is none of ours; what is checked here is exactly what is forwarded. Only a plugin's
 * route may get a path with escapes, see {@link Extensions}, and nothing of that is forwarded. A path with a dot
 * segment, an empty segment or a character that a path must not have is nobody's.
 *
 * @param segments as the browser sent them
 * @param plain whether it may be one of the portal's: without escapes and path parameters
 */
record Address(List<String> segments, boolean trailingSlash, boolean plain) {
    private static final int LONGEST = 1_000;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern ESCAPED = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%-]+");
    private static final Pattern DOTS = Pattern.compile("\\.+");

    /** @param path as the browser sent it, still encoded; nothing where it cannot be an address of anybody */
    static Optional<Address> parse(String path) {
        if (path.equals("/")) {
            return Optional.of(new Address(List.of(), false, true));
        }
        if (!path.startsWith("/") || path.length() > LONGEST) {
            return Optional.empty();
        }
        var trailing = path.endsWith("/");
        var segments =
                List.of(path.substring(1, path.length() - (trailing ? 1 : 0)).split("/", -1));
        return segments.stream().allMatch(Address::isSegment)
                ? Optional.of(new Address(segments, trailing, segments.stream().allMatch(PLAIN.asMatchPredicate())))
                : Optional.empty();
    }

    private static boolean isSegment(String segment) {
        return ESCAPED.matcher(segment).matches() && !DOTS.matcher(segment).matches();
    }
}
