package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Catalog;
import dev.portico.plugin.host.InstalledPlugin.State;
import dev.portico.plugin.host.LoadedPlugin;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Reading;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.PluginSchemas;
import dev.portico.portal.plugin.control.PluginTables;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.ticket.boundary.Tickets;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** J2: plugins are swapped while requests and jobs work with them. Each test is a request itself. */
@ExtendWith(ArquillianExtension.class)
class PluginSwapIT {
    @Inject
    People people;

    @Inject
    Plugins plugins;

    @Inject
    CurrentPlugins current;

    @Inject
    TenantDesks desks;

    @Inject
    Tickets tickets;

    @Inject
    PluginSchemas schemas;

    @Inject
    PluginTables tables;

    @Deployment
    static WebArchive product() {
        return Product.with(PluginSwapIT.class, TestPlugin.class, NoteTaker.class);
    }

    @Test
    void a_request_keeps_its_plugins_and_the_next_one_has_the_new() throws Exception {
        var ana = people.customer("harmony");
        var mine = current.lease().catalog();
        var desk = people.outside("harmony", desks::all).get(0);
        var plugin = mine.plugin(desk.desk().pluginId()).orElseThrow();

        assertThat(plugins.host().swap(plugin.jar()).state()).isEqualTo(State.RUNNING);

        assertThat(current.lease().catalog()).isSameAs(mine);
        assertThat(people.elsewhere("harmony", () -> current.lease().catalog()).get())
                .isSameAs(plugins.host().catalog())
                .isNotSameAs(mine);
        var read = people.elsewhere("harmony", desks::all).get().get(0);
        assertThat(read).as("read anew").isNotSameAs(desk);
        assertThat(read.desk()).isEqualTo(desk.desk());
        assertThat(people.elsewhere("harmony", () -> people.file("harmony", ana, "After"))
                        .get())
                .isPositive();
    }

    @Test
    void what_a_request_or_job_has_held_is_given_back_at_its_end() throws Exception {
        var plugin = current.lease().catalog().plugins().get(0);
        plugins.host().swap(plugin.jar());
        var both = new CyclicBarrier(2);
        var jobs = List.of(holding("harmony", both), holding("bmc", both));
        for (var job : jobs) {
            assertThat(job.get().plugins()).isNotEmpty();
        }
        plugins.host().swap(plugin.jar());

        // this request still holds what it began with, but what the jobs had is gone
        var deadline = Instant.now().plusSeconds(30);
        while (loaded(plugin).size() > 2) {
            assertThat(Instant.now()).as("when what nobody has is unloaded").isBefore(deadline);
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(loaded(plugin)).extracting(LoadedPlugin::current).containsExactly(false, true);
    }

    /** As in safe mode, or when a version has failed to start. */
    @Test
    void what_needs_a_plugin_that_does_not_run_is_not_there_for_now() throws Exception {
        var ana = people.customer("harmony");
        var number = people.file("harmony", ana, "Before");
        var desk = people.outside("harmony", desks::all).get(0);
        var plugin = current.lease().catalog().plugin(desk.desk().pluginId()).orElseThrow();
        plugins.host().retire(plugin.id());
        try {
            assertThat(people.elsewhere("harmony", desks::all).get()).isEmpty();
            assertUnavailable(people.elsewhere("harmony", () -> tickets.open(ana, number)));
            assertUnavailable(people.elsewhere("harmony", () -> people.file("harmony", ana, "Meanwhile")));
            assertThat(people.elsewhere("app-builder", desks::complete).get())
                    .as("other plugins go on")
                    .isTrue();
        } finally {
            assertThat(plugins.host().start(plugin.jar()).state()).isEqualTo(State.RUNNING);
        }
        var read = people.elsewhere("harmony", () -> tickets.open(ana, number)).get();
        assertThat(read.ticket().subject()).isEqualTo("Before");
    }

    @Test
    void a_plugins_code_has_its_tables_with_the_rows_of_the_tenant_it_is_called_for() throws Exception {
        var plugin = noteTaker("notes-walled");
        assertThat(note(plugin, "harmony", "write", "Mine")).isEqualTo("Mine1970-01-01T00:00:00Z{\"by\": \"test\"}");
        assertThat(note(plugin, "bmc", "read", "")).isEmpty();
        assertThat(note(plugin, "bmc", "write", "Other")).startsWith("Other").doesNotContain("Mine");
        assertThat(note(plugin, "harmony", "read", "")).startsWith("Mine").doesNotContain("Other");
        assertThat(note(plugin, "harmony", "run", "select subject from public.ticket"))
                .isEqualTo("MISTAKE: ERROR: permission denied for table ticket");
        for (var sql : List.of(
                "set role portico", "reset role", "select 1; set role portico", "commit", "", "do $$ begin end $$")) {
            assertThat(note(plugin, "harmony", "run", sql)).as(sql).startsWith("MISTAKE: one statement at a time");
        }
        assertThat(note(
                        plugin,
                        "harmony",
                        "run",
                        "insert into note (tenant_id, text) values ('bmc', 'x') returning id"))
                .startsWith("MISTAKE")
                .contains("row-level security");
        assertThat(note(
                        plugin,
                        "harmony",
                        "run",
                        "insert into note (tenant_id, id, text) overriding system value"
                                + " select tenant_id, id, text from note returning id"))
                .startsWith("CONFLICT");
        assertThat(note(plugin, "harmony", "run", "select generate_series(1, 10001)"))
                .isEqualTo("MISTAKE: more than 10000 rows");
        assertThat(note(plugin, "harmony", "keep", "")).startsWith("Mine");
        assertThat(note(plugin, "bmc", "use what was kept", "")).startsWith("UNAVAILABLE");
    }

    /** More often than there are connections: each is given back. */
    @Test
    void work_that_fails_or_is_given_up_leaves_nothing_behind() throws Exception {
        var plugin = noteTaker("notes-given-up");
        for (int i = 0; i < 20; i++) {
            // each for another tenant, so that none is put aside
            assertThat(call(plugin, "tenant" + i, "write and fail", "Never")).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(call(plugin, "legacy", "sleep", "")).isInstanceOf(Outcome.Failed.class);
        assertThat(call(plugin, "legacy", "write and hang", "Never")).isInstanceOf(Outcome.Failed.class);
        for (int i = 0; i < 20; i++) {
            assertThat(note(plugin, "bmc", "read", "")).isEmpty();
        }
        assertThat(note(noteTaker("notes-next"), "bmc", "read", "")).isEmpty();
    }

    /** Runs it, with its tables. */
    private PluginPackage noteTaker(String id) {
        var jar = new TestPlugin(id)
                .extension(NoteTaker.class)
                .expand(
                        "V1__notes",
                        "create table note (tenant_id text, id bigint generated always as identity, text text not null,"
                                + " noted_at timestamptz, details jsonb, primary key (tenant_id, id))")
                .jar();
        var plugin = ((Reading.Valid) new ManifestReader().read(jar)).content();
        assertThat(schemas.pending(plugin)).containsExactly("V1__notes.sql");
        assertThat(schemas.expand(plugin)).isEmpty();
        assertThat(plugins.host().start(jar).problems()).isEmpty();
        return plugin;
    }

    private String note(PluginPackage plugin, String tenant, String what, String text) {
        var outcome = call(plugin, tenant, what, text);
        assertThat(outcome).as(what + " " + text).isInstanceOf(Outcome.Answered.class);
        return outcome.orElse(Optional.empty()).orElseThrow().phrase().substring(NoteTaker.SAID.length());
    }

    private Outcome<Optional<Urgency>> call(PluginPackage plugin, String tenant, String what, String text) {
        var view = new TenantView(tenant, new Settings(Map.of()), tables.of(plugin.manifest(), tenant));
        try (var lease = plugins.lease()) {
            return plugins.guard()
                    .call(
                            lease,
                            plugin.id(),
                            UrgencyPolicy.class,
                            view,
                            policy -> policy.assess(view, new Submission("case", what, text, Map.of())));
        }
    }

    private static void assertUnavailable(Future<?> answer) {
        assertThatThrownBy(answer::get).rootCause().isInstanceOfSatisfying(PortalException.class, problem -> assertThat(
                        problem.kind())
                .isEqualTo(PortalException.Kind.UNAVAILABLE));
    }

    /** Two at a time, so that neither ends before the other has begun. */
    private Future<Catalog> holding(String tenant, CyclicBarrier both) {
        return people.elsewhere(tenant, () -> {
            var catalog = current.lease().catalog();
            both.await();
            return catalog;
        });
    }

    private List<LoadedPlugin> loaded(PluginPackage plugin) {
        return plugins.host().loaded().stream()
                .filter(loaded -> loaded.content().id().equals(plugin.id()))
                .toList();
    }
}
