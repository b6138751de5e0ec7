package dev.portico.portal.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a browser's address, taken apart. No address of the portal needs an escape, so a path with one (and with
 * it every encoded slash or dot) is none of ours, and neither is one with a dot segment, an empty segment or a path
 * parameter: what is checked here is exactly what is forwarded.
 */
record Address(List<String> segments, boolean trailingSlash) {
    private static final int LONGEST = 1_000;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern DOTS = Pattern.compile("\\.+");

    /** @param path as the browser sent it, still encoded; nothing where it cannot be an address of the portal */
    static Optional<Address> parse(String path) {
        if (path.equals("/")) {
            return Optional.of(new Address(List.of(), false));
        }
        if (!path.startsWith("/") || path.length() > LONGEST) {
            return Optional.empty();
        }
        var trailing = path.endsWith("/");
        var segments =
                List.of(path.substring(1, path.length() - (trailing ? 1 : 0)).split("/", -1));
        return segments.stream().allMatch(Address::isSafe)
                ? Optional.of(new Address(segments, trailing))
                : Optional.empty();
    }

    private static boolean isSafe(String segment) {
        return SEGMENT.matcher(segment).matches() && !DOTS.matcher(segment).matches();
    }
}
