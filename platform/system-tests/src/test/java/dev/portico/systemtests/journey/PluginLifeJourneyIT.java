package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.plugin.ExampleDesk;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A plugin's whole life while customers work: installed, enabled for one programme, configured, upgraded with a change of
 * its own table, rolled back and removed, all by the pages in Spanish (J1, J2). No request of anybody fails, and nothing
 * changes for the other programmes.
 */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class PluginLifeJourneyIT {
    /** Another in each run: its own tables stay for a while. */
    private static final String ID = "life-" + UUID.randomUUID().toString().substring(0, 8);

    private static final String MANAGED = "/staff/plugins/" + ID;

    private final Publisher publisher = Publisher.named("Life journey");

    @Test
    void a_plugin_lives_and_goes_while_customers_work(PortalStack stack, Visitors visitors) throws Exception {
        var look = Look.desktop()
                .filter(desktop -> desktop.language() == Language.SPANISH)
                .findFirst()
                .orElseThrow();
        var pinned = pin(stack);
        var others = List.of("/harmony", "/app-builder", "/bmc");
        var before = others.stream().map(path -> words(stack, path)).toList();
        var admin = visitors.open(look).goAs("admin", "/staff/plugins");
        var language = new LanguageSwitch(admin);
        language.choose(Language.SPANISH);
        try (var load = new Load(stack)) {
            install(admin);
            enable(admin);
            configure(admin);
            upgrade(stack, admin);
            assertThat(others.stream().map(path -> words(stack, path)).toList()).isEqualTo(before);
            rollBack(stack, admin);
            remove(stack, admin);
            assertThat(load.end()).as("requests of customers that failed").isEmpty();
            assertThat(load.count()).isGreaterThan(20);
        } finally {
            language.choose(Language.ENGLISH);
            stack.api("staff", "admin")
                    .send("DELETE", "/publishers/" + pinned, BodyPublishers.noBody())
                    .require(204);
        }
        assertThat(others.stream().map(path -> words(stack, path)).toList()).isEqualTo(before);
    }

    private String pin(PortalStack stack) {
        var certificate = Json.createObjectBuilder()
                .add("publisher", "Life journey")
                .add("certificate", publisher.pem())
                .build();
        stack.api("staff", "admin").post("/publishers", certificate).require(201);
        return publisher.keySha256();
    }

    private static String words(PortalStack stack, String path) {
        var page = Session.anonymous(stack).get(path).body();
        return page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", " ");
    }

    private void install(Visitor admin) {
        offer(admin, ExampleDesk.signed(ExampleDesk.first().id(ID), publisher));
        var page = admin.page();
        assertThat(page.locator("main")).containsText("Firmada por Life journey");
        assertThat(page.locator("main")).containsText("No instalado");
        page.locator("#install-now").click();
        runs(page, "1.0.0");
    }

    private static void offer(Visitor admin, Path jar) {
        admin.go("/staff/plugins");
        admin.page().locator("#file").setInputFiles(jar);
        admin.page().locator("#upload").click();
        assertThat(admin.page().locator("#what-title")).isVisible();
    }

    private static void runs(Page page, String version) {
        page.waitForURL("**" + MANAGED);
        var node = page.locator("tbody tr").first();
        assertThat(node).containsText("En marcha");
        assertThat(node).containsText(version);
    }

    private static void enable(Visitor admin) {
        admin.go("/staff/legacy/plugins/" + ID);
        admin.page().locator("#enable").click();
        admin.page().locator("#enable-asked button[value=confirmed]").click();
        assertThat(admin.page().getByText("está activado en")).isVisible();
    }

    private static void configure(Visitor admin) {
        var words = admin.page().locator("[name=s-urgentWords-es]");
        words.fill("incendio");
        admin.page().locator("#save").click();
        assertThat(admin.page().getByText("está guardada")).isVisible();
        assertThat(words).hasValue("incendio");
    }

    private static TestPlugin withTable(TestPlugin plugin) {
        return plugin.patch(patch -> patch.add(
                        "/capabilities",
                        Json.createArrayBuilder().add("own-tables").build()))
                .file(
                        "db/expand/V1__notes.sql",
                        "create table note (tenant_id text not null, id bigint not null, text text not null,"
                                + " primary key (tenant_id, id));");
    }

    private void upgrade(PortalStack stack, Visitor admin) {
        offer(admin, ExampleDesk.signed(withTable(ExampleDesk.second().id(ID)), publisher));
        var page = admin.page();
        assertThat(page.locator("main")).containsText("V1__notes");
        page.locator("#install-now").click();
        assertThat(page.locator(".error-summary")).containsText("own-tables");
        page.locator("[name=consent]").check();
        page.locator("#install-now").click();
        runs(page, "1.1.0");
        assertThat(types(stack)).contains("\"reference\"");
    }

    private static void rollBack(PortalStack stack, Visitor admin) {
        var page = admin.go(MANAGED).page();
        page.locator("#rollback").click();
        page.locator("#rollback-asked button[value=confirmed]").click();
        assertThat(page.getByText("vuelve a la versión anterior")).isVisible();
        runs(page, "1.0.0");
        assertThat(types(stack)).contains("\"example-desk\"").doesNotContain("\"reference\"");
        admin.go("/staff/legacy/plugins/" + ID);
        assertThat(page.locator("[name=s-urgentWords-es]")).hasValue("incendio");
    }

    private static void remove(PortalStack stack, Visitor admin) {
        var page = admin.go(MANAGED).page();
        page.locator("#remove").click();
        page.locator("#remove-asked button[value=confirmed]").click();
        assertThat(page.locator(".error-summary")).containsText("Desactívalo allí primero");
        admin.go("/staff/legacy/plugins/" + ID).page().locator("#disable").click();
        page.locator("#disable-asked button[value=confirmed]").click();
        assertThat(page.getByText("ya no está activado")).isVisible();
        admin.go(MANAGED).page().locator("[name=data][value=purge]").check();
        page.locator("#remove").click();
        page.locator("#remove-asked button[value=confirmed]").click();
        assertThat(page.locator("#state-title + .badge")).containsText("Eliminado");
        assertThat(page.getByText("Sus datos se eliminarán el")).isVisible();
        assertThat(types(stack)).doesNotContain("\"example-desk\"");
        var entries = admin.go("/staff/audit").page().locator("tbody");
        for (var act : List.of("Plugin instalado", "Plugin actualizado", "Plugin revertido", "Plugin eliminado")) {
            assertThat(entries.getByText(act, new Locator.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
        }
    }

    private static String types(PortalStack stack) {
        return stack.api("legacy", "umbrella-en")
                .get("/ticket-types")
                .require(200)
                .body();
    }

    /** Customers of three programmes who look at their pages and at the API, one request after the other. */
    private static final class Load implements AutoCloseable {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicInteger count = new AtomicInteger();
        private final Queue<String> failed = new ConcurrentLinkedQueue<>();
        private final ExecutorService customers = Executors.newFixedThreadPool(3);

        Load(PortalStack stack) {
            var legacy = Session.login(stack, "legacy", "umbrella-en");
            var harmony = Session.login(stack, "harmony", "acme-en");
            Api builder = stack.api("app-builder", "hooli-en");
            repeat("legacy's list", () -> legacy.get("/legacy/tickets").statusCode());
            repeat("harmony's form", () -> harmony.get("/harmony/tickets/new").statusCode());
            repeat("App Builder's API", () -> builder.get("/ticket-types").status());
        }

        private void repeat(String what, Supplier<Integer> request) {
            customers.execute(() -> {
                while (!ended.get()) {
                    try {
                        var status = request.get();
                        if (status != 200) {
                            failed.add(what + ": " + status);
                        }
                    } catch (RuntimeException cutOff) {
                        failed.add(what + ": " + cutOff);
                    }
                    count.incrementAndGet();
                }
            });
        }

        List<String> end() throws InterruptedException {
            ended.set(true);
            customers.shutdown();
            assertThat(customers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            return List.copyOf(failed);
        }

        int count() {
            return count.get();
        }

        @Override
        public void close() {
            ended.set(true);
            customers.shutdown();
        }
    }
}
