package dev.portico.dataloadercommunity;

import dev.portico.plugin.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the administrator has entered: where the community is, and which hosts it may be on. */
record Community(Optional<URI> target, Set<String> hosts) {
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int HTTPS = 443;

    static Community of(Settings settings) {
        return new Community(
                settings.text("target").flatMap(Community::uri),
                names(settings).stream().filter(Community::isHost).collect(Collectors.toUnmodifiableSet()));
    }

    /** As entered, in small letters. */
    static List<String> names(Settings settings) {
        return settings.phrases("hosts").values().stream()
                .flatMap(List::stream)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    static boolean isHost(String name) {
        return HOST.matcher(name).matches();
    }

    /** Whether it is an address of another site that nothing is hidden in. */
    boolean secure() {
        return target.filter(uri -> "https".equalsIgnoreCase(uri.getScheme())
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && (uri.getPort() == -1 || uri.getPort() == HTTPS))
                .isPresent();
    }

    /** In small letters; empty where there is none. */
    String host() {
        return target.map(URI::getHost)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Where to lead; nothing unless it is on one of the hosts. */
    Optional<URI> open() {
        return target.filter(uri -> secure() && hosts.contains(host()));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
