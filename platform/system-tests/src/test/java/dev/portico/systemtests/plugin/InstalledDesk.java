package dev.portico.systemtests.plugin;

import dev.portico.launcher.process.Waiting;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The {@link ExampleDesk} in the hands of the platform's administrator, over REST, and one tenant's that uses it. */
public final class InstalledDesk {
    /** Uses no other plugin meanwhile. */
    public static final String TENANT = "data-loader";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PLUGIN = "/plugins/" + ExampleDesk.ID;
    private static final String ENTRY = "/plugins/" + PlatformAdmin.ENTRY;

    private final PortalStack stack;

    public InstalledDesk(PortalStack stack) {
        this.stack = stack;
    }

    private Api staff() {
        return stack.api("staff", "admin");
    }

    private Api staff(String portal) {
        return staff().at(portal + "/staff/api/v1");
    }

    /** From now on its signature counts. */
    public void trust(Publisher publisher) {
        staff().post(
                        "/publishers",
                        Json.createObjectBuilder()
                                .add("publisher", "Example Ltd")
                                .add("certificate", publisher.pem())
                                .build())
                .require(201);
    }

    /** The consent to tables of its own comes with it. */
    public Answer install(Path jar) {
        return install(jar, stack.portalUrl());
    }

    /** By another portal than the first. */
    public Answer install(Path jar, String portal) {
        try {
            return staff(portal)
                    .upload("/plugins", Map.of("consent", "own-tables"), "desk.jar", Files.readAllBytes(jar));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Answer rollBack() {
        return rollBack(stack.portalUrl());
    }

    public Answer rollBack(String portal) {
        return staff(portal).post(PLUGIN + "/rollback");
    }

    public JsonObject show() {
        return show(stack.portalUrl());
    }

    public JsonObject show(String portal) {
        return staff(portal).get(PLUGIN).require(200).object();
    }

    /** How many plugins run on the first portal. */
    public long running() {
        return staff().get("/plugins").require(200).array().getValuesAs(JsonObject.class).stream()
                .filter(plugin -> plugin.getString("state").equals("running"))
                .count();
    }

    /** Waits until every node runs that version. */
    public void await(String version) {
        if (!Waiting.until(() -> isRunning(show(), version), PATIENCE)) {
            throw new AssertionError(version + " does not run: " + show());
        }
    }

    private static boolean isRunning(JsonObject plugin, String version) {
        return plugin.getString("state").equals("running")
                && plugin.getString("version").equals(version);
    }

    public void enable() {
        use(ENTRY, false);
        use(PLUGIN, true);
    }

    private void use(String plugin, boolean enabled) {
        staff().with("Content-Type", "application/json")
                .send("PUT", plugin + "/tenants/" + TENANT, BodyPublishers.ofString("{\"enabled\": " + enabled + "}"))
                .require(200);
    }

    /** @return its number */
    public static long file(Api customer, String subject) {
        var body = Json.createObjectBuilder()
                .add("type", ExampleDesk.ID)
                .add("topic", "other")
                .add("subject", subject)
                .add("description", "What happens, and since when.")
                .add("priority", "normal");
        return Cases.number(Cases.file(customer, body));
    }

    /** The labels of the fields that can be filled in, in the order of the form. */
    public static List<String> fields(Api customer) {
        return customer.get("/ticket-types").require(200).array().getValuesAs(JsonObject.class).stream()
                .flatMap(type -> type.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .map(field -> field.getString("label"))
                .toList();
    }

    /** Removes it with all that it and its tenant's tickets have left. */
    public void remove(Publisher publisher) throws SQLException {
        var known = staff().get(PLUGIN);
        if (known.status() == 200 && known.object().containsKey("wanted")) {
            use(PLUGIN, false);
            staff().send("DELETE", PLUGIN, BodyPublishers.noBody()).require(202);
        }
        use(ENTRY, true);
        staff().send("DELETE", "/publishers/" + publisher.keySha256(), BodyPublishers.noBody());
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute("""
                    delete from mail where tenant_id = 'data-loader';
                    delete from ticket_clock where tenant_id = 'data-loader';
                    delete from ticket_entry where tenant_id = 'data-loader';
                    delete from ticket where tenant_id = 'data-loader';
                    delete from ticket_tally where tenant_id = 'data-loader';
                    delete from plugin_migration where plugin_id = 'example-desk';
                    drop schema if exists plugin_example_desk cascade
                    """);
        }
    }
}
