package dev.portico.keycloak;

import org.jspecify.annotations.Nullable;

/**
 * The page to show after login: an absolute path of this site with its query, in the percent-encoded form in
 * which the browser sent it. It cannot lead to another host.
 */
public record ReturnTo(String value) {

    private static final int MAX_LENGTH = 2000;

    public ReturnTo {
        if (!isLocal(value)) {
            throw new IllegalArgumentException("Not a local path and query");
        }
    }

    /** The wanted page if it is a local one, else the fallback, which must be. */
    public static ReturnTo orElse(@Nullable String wanted, String fallback) {
        return new ReturnTo(wanted != null && isLocal(wanted) ? wanted : fallback);
    }

    /**
     * Whether the text begins with one slash and holds nothing that a browser could read as a host. An empty
     * segment anywhere in the path is refused too: normalising {@code /.//host} yields {@code //host}.
     */
    public static boolean isLocal(String text) {
        var query = text.indexOf('?');
        var path = query < 0 ? text : text.substring(0, query);
        return text.length() <= MAX_LENGTH
                && path.startsWith("/")
                && !path.contains("//")
                && text.chars().allMatch(ReturnTo::isAllowed);
    }

    // Browsers read a backslash as a slash and drop tabs and line ends before they parse.
    private static boolean isAllowed(int character) {
        return character > ' ' && character < 0x7f && character != '\\' && character != '#';
    }

    @Override
    public String toString() {
        return value;
    }
}
