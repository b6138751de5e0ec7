package dev.portico.testclient;

import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
import java.util.UUID;
import java.util.function.Supplier;

/** A thin JSON client. Paths are relative to {@code base} and begin with a slash; redirects are not followed. */
public final class Api {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final Supplier<Optional<String>> token;
    private final Map<String, String> headers;

    public Api(String base, Supplier<Optional<String>> token) {
        this(base, token, Map.of());
    }

    private Api(String base, Supplier<Optional<String>> token, Map<String, String> headers) {
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    /** The same client that sends one header more. */
    public Api with(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Api(base, token, all);
    }

    /** The same account, asking at another address of the portal, for example another tenant's. */
    public Api at(String otherBase) {
        return new Api(otherBase, token, headers);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, JsonValue json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json.toString()));
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** A multipart form with one file in the field {@code file}. */
    public Answer upload(String path, String fileName, byte[] content) {
        return upload(path, Map.of(), fileName, content);
    }

    /** As above, with texts before the file. */
    public Answer upload(String path, Map<String, String> texts, String fileName, byte[] content) {
        var boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        texts.forEach((name, text) -> write(body, part(boundary, "name=\"" + name + "\"") + "\r\n" + text + "\r\n"));
        var file = part(boundary, "name=\"file\"; filename=\"" + fileName + "\"");
        write(body, file + "Content-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + boundary + "--\r\n");
        return with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .send("POST", path, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static String part(String boundary, String disposition) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n";
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        headers.forEach(request::header);
        return send(request.build());
    }

    public static Answer send(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
