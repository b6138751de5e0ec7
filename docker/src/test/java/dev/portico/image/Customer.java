package dev.portico.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.keycloak.DemoAccount;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An account of the demonstration: over REST with a token, and in a browser without scripts. */
final class Customer {
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*)(.*)", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    /** By server, then by name. */
    private final Map<Integer, Map<String, String>> cookies = new HashMap<>();

    private final String portal;
    private final String keycloak;
    private final String tenant;
    private final String account;
    private String token = "";
    private long fetched;

    Customer(String portal, String keycloak, String tenant, String account) {
        this.portal = portal;
        this.keycloak = keycloak;
        this.tenant = tenant;
        this.account = account;
    }

    /** A case with a subject; its number. */
    long file(String subject) {
        var body = Json.createObjectBuilder()
                .add("type", "case")
                .add("product", "other")
                .add("subject", subject)
                .add("description", "What happens, and since when.")
                .add("severity", "3")
                .build();
        return object(post("/tickets", "application/json", utf8(body)))
                .getJsonNumber("number")
                .longValueExact();
    }

    void comment(long number, String text) {
        var body = Json.createObjectBuilder().add("text", text).build();
        object(post("/tickets/" + number + "/comments", "application/json", utf8(body)));
    }

    /** The new attachment's id. */
    String attach(long number, String name, byte[] content) {
        var boundary = UUID.randomUUID().toString();
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        var answer = send(api("/tickets/" + number + "/attachments")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
        return object(answer).getString("id");
    }

    byte[] attachment(long number, String id) {
        var answer = send(api("/tickets/" + number + "/attachments/" + id).GET());
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return answer.body();
    }

    JsonObject ticket(long number) {
        return object(send(api("/tickets/" + number).GET()));
    }

    /** The page that a person sees at a path of the tenant after the login on the way. */
    String page(String path) {
        var answer = visit(HttpRequest.newBuilder(URI.create(portal + "/" + tenant + path)));
        var form = FORM.matcher(text(answer));
        if (form.find()) {
            var fields = "username=" + account + "&password=" + DemoAccount.PASSWORD + "&credentialId=";
            answer = visit(
                    HttpRequest.newBuilder(answer.uri().resolve(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields)));
        }
        assertThat(answer.statusCode()).as(answer.uri() + "\n" + text(answer)).isEqualTo(200);
        return text(answer);
    }

    private HttpResponse<byte[]> visit(HttpRequest.Builder request) {
        var answer = sendWithCookies(request);
        for (var i = 0; answer.statusCode() / 100 == 3 && i < MOST_REDIRECTS; i++) {
            var next = answer.headers().firstValue("Location").orElseThrow();
            answer = sendWithCookies(HttpRequest.newBuilder(answer.uri().resolve(next)));
        }
        return answer;
    }

    private HttpResponse<byte[]> sendWithCookies(HttpRequest.Builder request) {
        var server = request.build().uri().getPort();
        var own = cookies.computeIfAbsent(server, port -> new TreeMap<>());
        if (!own.isEmpty()) {
            request.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = send(request);
        answer.headers().allValues("Set-Cookie").forEach(text -> keep(own, text));
        return answer;
    }

    private static void keep(Map<String, String> own, String text) {
        var cookie = COOKIE.matcher(text);
        assertThat(cookie.matches()).isTrue();
        if (cookie.group(3).contains("Max-Age=0") || cookie.group(2).isEmpty()) {
            own.remove(cookie.group(1));
        } else {
            own.put(cookie.group(1), cookie.group(2));
        }
    }

    private HttpResponse<byte[]> post(String path, String type, byte[] body) {
        return send(api(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(portal + "/" + tenant + "/api/v1" + path))
                .header("Authorization", "Bearer " + token());
    }

    /** Fetched again before it runs out. */
    private synchronized String token() {
        if (token.isEmpty()
                || System.nanoTime() - fetched > Duration.ofSeconds(45).toNanos()) {
            fetched = System.nanoTime();
            var fields = "grant_type=password&client_id=portico-cli&scope=openid&username="
                    + URLEncoder.encode(account, StandardCharsets.UTF_8) + "&password=" + DemoAccount.PASSWORD;
            var address = keycloak + "/realms/" + tenant + "/protocol/openid-connect/token";
            token = object(send(HttpRequest.newBuilder(URI.create(address))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields))))
                    .getString("access_token");
        }
        return token;
    }

    private static JsonObject object(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + "\n" + text(answer)).isIn(200, 201);
        try (var reader = Json.createReader(new StringReader(text(answer)))) {
            return reader.readObject();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return browser.send(
                    request.timeout(Duration.ofSeconds(60))
                            .header("Accept-Language", "en")
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(JsonObject body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
