package dev.portico.systemtests.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal is told to stop and started again, while Keycloak says nothing. Only in a stack of our own. */
@ExtendWith(PortalStackExtension.class)
class StopIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonString UNKNOWN = Json.createValue("unknown");

    @Test
    void requests_in_flight_are_answered_and_a_start_is_ready_when_the_login_provider_is_known(PortalStack stack)
            throws Exception {
        var own = stack.own();
        var api = stack.api("harmony", "acme-en");
        var number = Cases.number(Cases.file(api, "Stop"));
        var content = new byte[12_000_000];
        new Random(20261122).nextBytes(content);
        var path = "/tickets/" + number + "/attachments";
        var id = Cases.created(api.upload(path, "large.bin", content)).object().getString("id");
        var bearer = stack.token("harmony", "acme-en");
        var portal = ProcessHandle.of(own.processes().get("portal")).orElseThrow();
        var log = new PortalLog(stack);
        // What other tests had refused stands in the log before.
        var before = log.text().length();

        var upload = SlowRequest.upload(stack.portalUrl(), "/harmony/api/v1" + path, bearer, content);
        var download = SlowRequest.get(stack.portalUrl(), "/harmony/api/v1" + path + "/" + id, bearer);
        upload.begin();
        download.begin();
        assertThat(isUp(ready(stack).orElseThrow(), "serving")).isTrue();
        portal.destroy();
        waitUntil(() -> ready(stack)
                .filter(answer -> answer.status() == 503)
                .filter(answer -> isUp(answer, "database") && !isUp(answer, "serving"))
                .isPresent());
        assertThat(stack.anonymous().get("/health/live").status())
                .as("is not to be killed")
                .isEqualTo(200);
        assertThat(api.get("/tickets").status()).as("until everybody knows").isEqualTo(200);
        var downloaded = download.finish();
        assertThat(portal.isAlive()).as("waits for the other one").isTrue();
        var uploaded = upload.finish();

        assertThat(downloaded.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(downloaded.body()).isEqualTo(content);
        assertThat(uploaded.status()).isEqualTo("HTTP/1.1 201 Created");
        waitUntil(() -> !portal.isAlive());
        var said = log.text().substring(before);

        own.stopPortal();
        startWhileKeycloakIsSilent(stack);
        assertThat(said.lines()).noneMatch(line -> line.startsWith("\tat ") || line.contains("\\tat "));
        var kept = api.get("/tickets/" + number)
                .object()
                .getJsonArray("attachments")
                .getValuesAs(JsonObject.class);
        assertThat(kept).hasSize(2);
    }

    private static void startWhileKeycloakIsSilent(PortalStack stack) throws Exception {
        var keycloak = stack.own().processes().get("keycloak");
        signal("STOP", keycloak);
        var start = CompletableFuture.runAsync(stack::startPortal);
        try {
            var answer = new AtomicReference<Answer>();
            waitUntil(() -> {
                ready(stack).ifPresent(answer::set);
                return answer.get() != null && isLookedForInVain(answer.get());
            });
            assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(503);
            assertThat(isUp(answer.get(), "serving")).isTrue();
            assertThat(isUp(answer.get(), "plugins")).isTrue();
            assertThat(isUp(answer.get(), "login")).isFalse();
        } finally {
            signal("CONT", keycloak);
            start.join();
        }
        assertThat(isUp(ready(stack).orElseThrow(), "login")).isTrue();
    }

    private static void waitUntil(BooleanSupplier condition) {
        assertThat(Waiting.until(condition, PATIENCE)).isTrue();
    }

    /** Empty while nobody answers. */
    private static Optional<Answer> ready(PortalStack stack) {
        try {
            return Optional.of(stack.anonymous().get("/health/ready"));
        } catch (UncheckedIOException nobody) {
            return Optional.empty();
        }
    }

    private static boolean isLookedForInVain(Answer answer) {
        return isUp(answer, "database")
                && isUp(answer, "schema")
                && check(answer, "login")
                        .filter(login -> login.getJsonObject("data").containsValue(UNKNOWN))
                        .isPresent();
    }

    private static boolean isUp(Answer answer, String name) {
        return check(answer, name)
                .filter(check -> check.getString("status").equals("UP"))
                .isPresent();
    }

    /** Empty while the server does not know of it: it adds checks one by one while the portal starts. */
    private static Optional<JsonObject> check(Answer answer, String name) {
        if (answer.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isEmpty()) {
            return Optional.empty();
        }
        return answer.object().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst();
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
