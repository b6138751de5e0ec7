package dev.portico.systemtests.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** A tenant that follows a provider of the test's, until it is closed. */
final class FollowingTenant implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PortalStack stack;
    private final String id;

    FollowingTenant(PortalStack stack, String id) {
        this.stack = stack;
        this.id = id;
    }

    /** @param setting which of the plugin's addresses it is */
    FollowingTenant follow(String setting, String address) {
        return put(Json.createObjectBuilder()
                .add("enabled", true)
                .add(
                        "settings",
                        Json.createObjectBuilder().add(setting, address).add("pollSeconds", 1))
                .build());
    }

    private FollowingTenant put(JsonObject body) {
        staff(stack)
                .with("Content-Type", "application/json")
                .send("PUT", "/plugins/system-status/tenants/" + id, BodyPublishers.ofString(body.toString()))
                .require(200);
        return this;
    }

    /** Fails when the page does not come to say it. */
    FollowingTenant awaitPage(String language, String path, String text) {
        return awaitPage(language, path, text, true);
    }

    FollowingTenant awaitPageWithout(String language, String path, String text) {
        return awaitPage(language, path, text, false);
    }

    private FollowingTenant awaitPage(String language, String path, String text, boolean present) {
        if (!Waiting.until(() -> page(language, path).contains(text) == present, PATIENCE)) {
            assertThat(page(language, path)).as(path).contains(present ? text : "anything but " + text);
        }
        return this;
    }

    String page(String language, String path) {
        return stack.anonymous()
                .with("Accept-Language", language)
                .get("/" + id + path)
                .require(200)
                .body();
    }

    static Api staff(PortalStack stack) {
        return stack.api("staff", "admin").at(stack.portalUrl() + "/staff/api/v1");
    }

    @Override
    public void close() {
        var none = Json.createObjectBuilder();
        put(Json.createObjectBuilder()
                .add("enabled", true)
                .add("settings", none)
                .build());
    }
}
