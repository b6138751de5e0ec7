package dev.portico.testclient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A browser without scripts. Addresses are absolute, or paths of the portal. */
public final class Browser {
    public static final String SESSION = "portico-session";
    private static final int MOST_REDIRECTS = 12;
    private static final int MOST_LOGINS = 4;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Servers servers;
    private final String acceptLanguage;
    private final Cookies cookies = new Cookies();

    public Browser(Servers servers) {
        this(servers, "en");
    }

    public Browser(Servers servers, String acceptLanguage) {
        this.servers = servers;
        this.acceptLanguage = acceptLanguage;
    }

    public Cookies cookies() {
        return cookies;
    }

    public Answer get(String address) {
        return get(address, Map.of());
    }

    public Answer get(String address, Map<String, String> headers) {
        return send("GET", address, headers, BodyPublishers.noBody());
    }

    public Answer post(String address, Map<String, String> form) {
        return post(address, form, Map.of());
    }

    public Answer post(String address, Map<String, String> form, Map<String, String> headers) {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                address,
                with(headers, "Content-Type", "application/x-www-form-urlencoded"),
                BodyPublishers.ofString(body));
    }

    public Answer send(String method, String address, Map<String, String> headers, BodyPublisher body) {
        var uri = URI.create(servers.portalUrl()).resolve(address);
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", acceptLanguage)
                .header("Accept-Encoding", "gzip")
                .method(method, body);
        headers.forEach(request::header);
        Optional.of(cookies.header(uri))
                .filter(header -> !header.isEmpty())
                .ifPresent(header -> request.header("Cookie", header));
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            cookies.take(response.headers().allValues("Set-Cookie"));
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(uri + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a person sees in the end. */
    public Answer visit(String address) {
        return follow(get(address));
    }

    public Answer follow(Answer answer) {
        var last = answer;
        for (int i = 0; redirects(last); i++) {
            if (i == MOST_REDIRECTS) {
                throw new AssertionError("Too many redirects, the last to " + location(last));
            }
            last = get(location(last));
        }
        return last;
    }

    /** Asks for a page, logs in on the way and returns what is shown then. */
    public Answer login(String address, String account) {
        var answer = visit(address);
        for (var tries = 0; tries == 0 || (tries < MOST_LOGINS && PasswordPage.is(answer)); tries++) {
            pause(tries);
            answer = follow(new PasswordPage(answer).submit(this, account));
        }
        return answer;
    }

    /** Keycloak refuses an account that it has not done with since the last login. */
    private static void pause(int tries) {
        try {
            TimeUnit.MILLISECONDS.sleep(250L * tries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the page is shown without a login page before it. */
    public boolean opens(String address) {
        var answer = visit(address);
        if (answer.status() == 200 && PasswordPage.is(answer)) {
            return false;
        }
        answer.require(200);
        return true;
    }

    public static boolean redirects(Answer answer) {
        return answer.status() / 100 == 3;
    }

    /** Absolute. */
    public static String location(Answer answer) {
        var location =
                answer.header("Location").orElseThrow(() -> new AssertionError("Leads nowhere: " + answer.response()));
        return answer.response().uri().resolve(location).toString();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var all = new TreeMap<>(headers);
        all.put(name, value);
        return all;
    }
}
