package dev.portico.testclient;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What a server answered. */
public record Answer(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** This answer, where it has that status. */
    public Answer require(int status) {
        if (status() != status) {
            throw new AssertionError(status() + " instead of " + status + " from " + response.uri() + "\n" + body());
        }
        return this;
    }

    /** As the resource is, whatever encoding it travelled in. */
    public byte[] bytes() {
        if (!header("Content-Encoding").orElse("").equals("gzip")) {
            return response.body();
        }
        try (var content = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonObject object() {
        return json().asJsonObject();
    }

    public JsonArray array() {
        return json().asJsonArray();
    }

    private JsonValue json() {
        try (var reader = Json.createReader(new StringReader(body()))) {
            return reader.readValue();
        }
    }
}
