package dev.portico.systemtests.isolation;

import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, logs in at Keycloak, presses buttons of pages. */
public final class Session {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern LOGIN_FORM = Pattern.compile("action=\"([^\"]+login-actions/authenticate[^\"]+)\"");
    private static final Duration MOST_TIME = Duration.ofSeconds(2);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private final String portal;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    private Session(PortalStack stack) {
        this.portal = stack.portalUrl();
    }

    public static Session anonymous(PortalStack stack) {
        return new Session(stack);
    }

    /** @param realm a tenant's id, or {@code staff} */
    public static Session login(PortalStack stack, String realm, String account) {
        var session = new Session(stack);
        session.login(realm, account);
        return session;
    }

    void login(String realm, String account) {
        var page = new AtomicReference<>(follow(get("/" + realm + "/login")));
        // Keycloak refuses an account that it has not done with since the last login.
        if (!Waiting.until(() -> landed(page, account), MOST_TIME)) {
            throw new IllegalStateException(
                    "Login ended at " + page.get().uri() + ": " + page.get().statusCode());
        }
    }

    private boolean landed(AtomicReference<HttpResponse<String>> page, String account) {
        var form = LOGIN_FORM.matcher(page.get().body());
        if (!form.find()) {
            throw new IllegalStateException(
                    "No login form at " + page.get().uri() + ": " + page.get().statusCode());
        }
        var entered = Map.of("username", account, "password", DemoAccount.PASSWORD);
        page.set(follow(send("POST", URI.create(form.group(1).replace("&amp;", "&")), encode(entered), Map.of())));
        return page.get().statusCode() == 200 && page.get().uri().toString().startsWith(portal);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", URI.create(portal + path), "", Map.of());
    }

    public HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        return send(method, URI.create(portal + path), body, headers);
    }

    /** Sends a form of the page at {@code path} to {@code target}, as if its button was pressed there. */
    public HttpResponse<String> press(
            String path, String form, String button, Map<String, String> entered, String target) {
        var page = get(path).body();
        var start = page.indexOf("<form id=\"" + form + "\"");
        if (start < 0) {
            throw new IllegalStateException("No form " + form + " at " + path);
        }
        var fields = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(page.substring(start, page.indexOf("</form>", start)));
        while (hidden.find()) {
            fields.put(attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
        }
        fields.put(button, button);
        fields.putAll(entered);
        return send("POST", URI.create(portal + target), encode(fields), Map.of());
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        var answer = first;
        for (var hops = 0; hops < 10 && answer.statusCode() / 100 == 3; hops++) {
            var next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send("GET", next, "", Map.of());
        }
        return answer;
    }

    private HttpResponse<String> send(String method, URI uri, String body, Map<String, String> headers) {
        // Each server has a port of its own here, which a cookie's own rules would not tell apart.
        var jar = cookies.computeIfAbsent(uri.getAuthority(), authority -> new HashMap<>());
        var request = HttpRequest.newBuilder(uri)
                .header(
                        "Cookie",
                        jar.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .header("Accept-Language", "en")
                .method(method, BodyPublishers.ofString(body));
        if (!headers.containsKey("Content-Type") && method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.forEach(request::header);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                jar.put(pair[0], pair[1]);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
