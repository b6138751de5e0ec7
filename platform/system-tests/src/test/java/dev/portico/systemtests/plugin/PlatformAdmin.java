package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.systemtests.PortalStack;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;

/** Installs plugins of a test's own over REST, and takes away what is left of them. */
final class PlatformAdmin {
    /** The plugin of the tenant {@code data-loader}, which answers what nobody else does; where that matters it is disabled. */
    static final String ENTRY = "data-loader-community";

    private static final String BOUNDARY = "jar-of-a-test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PortalStack stack;
    private final Api api;

    PlatformAdmin(PortalStack stack) {
        this.stack = stack;
        this.api = stack.api("staff", "admin").with("Accept-Language", "en");
    }

    void pin(Publisher publisher) {
        api.post(
                        "/publishers",
                        Json.createObjectBuilder()
                                .add("publisher", "Tests")
                                .add("certificate", publisher.pem())
                                .build())
                .require(201);
    }

    void forget(Publisher publisher) {
        api.send("DELETE", "/publishers/" + publisher.keySha256(), BodyPublishers.noBody());
    }

    Answer upload(String language, byte[] jar) {
        return upload(language, jar, "");
    }

    private Answer upload(String language, byte[] jar, String consent) {
        var body = new ByteArrayOutputStream();
        part(body, "file\"; filename=\"plugin.jar", jar);
        part(body, "consent", consent.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.with("Accept-Language", language)
                .with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send("POST", "/plugins", BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** @return its digest */
    String install(byte[] jar, String consent) {
        return upload("en", jar, consent).require(202).object().getString("digest");
    }

    /** As {@link #install}, and waits until it runs. */
    String run(String id, byte[] jar, String consent) {
        var digest = install(jar, consent);
        await(id, plugin -> runs(plugin, digest));
        return digest;
    }

    void enable(String id, String tenant, boolean enabled) {
        api.with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/plugins/" + id + "/tenants/" + tenant,
                        BodyPublishers.ofString("{\"enabled\": " + enabled + "}"))
                .require(200);
    }

    JsonObject show(String id, String language) {
        return api.with("Accept-Language", language)
                .get("/plugins/" + id)
                .require(200)
                .object();
    }

    /** Waits until a version has made room by itself, and the one before it runs everywhere. */
    void awaitTakenBack(String id, String failed, String before) {
        await(id, plugin -> plugin.getString("takenBack", "").equals(failed) && runs(plugin, before));
    }

    private void await(String id, Predicate<JsonObject> wanted) {
        var came = Waiting.until(
                () -> {
                    var answer = api.get("/plugins/" + id);
                    return answer.status() == 200 && wanted.test(answer.object());
                },
                PATIENCE);
        assertThat(came).as(show(id, "en").toString()).isTrue();
    }

    static boolean runs(JsonObject plugin, String digest) {
        return plugin.getString("wanted", "").equals(digest)
                && plugin.getString("state").equals("running")
                && plugin.getJsonArray("nodes").getValuesAs(JsonObject.class).stream()
                        .allMatch(node -> node.getString("digest", "").equals(digest));
    }

    /** With the tenant's tickets: it has none but those of the plugin. */
    void remove(String id, String tenant) throws SQLException {
        if (api.get("/plugins/" + id).status() == 404) {
            return;
        }
        enable(id, tenant, false);
        api.send("DELETE", "/plugins/" + id, BodyPublishers.noBody()).require(202);
        await(id, plugin -> plugin.getJsonArray("nodes").isEmpty());
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            for (var table : new String[] {"ticket_clock", "mail", "ticket_entry", "ticket", "ticket_tally"}) {
                work.execute("delete from " + table + " where tenant_id = '" + tenant + "'");
            }
            for (var table : new String[] {
                "plugin_deployment", "plugin_release", "plugin_migration", "plugin_settings_version", "tenant_plugin"
            }) {
                work.execute("delete from " + table + " where plugin_id = '" + id + "'");
            }
            work.execute("drop schema if exists plugin_" + id + " cascade");
        }
    }
}
