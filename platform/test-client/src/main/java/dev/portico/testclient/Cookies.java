package dev.portico.testclient;

import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a browser keeps of one host, whatever the port. Unlike the JDK's, it sends secure cookies to the loopback
 * address in the clear, as browsers do: Keycloak's are all secure.
 */
public final class Cookies {
    private record Key(String name, String path) {}

    private final Map<Key, HttpCookie> kept = new LinkedHashMap<>();

    public void take(List<String> headers) {
        for (var header : headers) {
            for (var cookie : HttpCookie.parse(header)) {
                var key = new Key(
                        cookie.getName(), Optional.ofNullable(cookie.getPath()).orElse("/"));
                if (cookie.hasExpired()) {
                    kept.remove(key);
                } else {
                    kept.put(key, cookie);
                }
            }
        }
    }

    public String header(URI address) {
        return kept.entrySet().stream()
                .filter(entry -> covers(entry.getKey().path(), address.getRawPath()))
                .map(entry -> entry.getKey().name() + "=" + entry.getValue().getValue())
                .collect(Collectors.joining("; "));
    }

    public Optional<String> value(String name) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(entry -> entry.getValue().getValue())
                .findFirst();
    }

    public void put(String name, String value) {
        take(List.of(name + "=" + value + "; Path=/"));
    }

    public void drop(String name) {
        kept.keySet().removeIf(key -> key.name().equals(name));
    }

    public void dropBelow(String path) {
        kept.keySet().removeIf(key -> key.path().startsWith(path));
    }

    private static boolean covers(String path, String wanted) {
        return wanted.equals(path) || wanted.startsWith(path.endsWith("/") ? path : path + "/");
    }
}
