package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.host.Catalog;
import dev.portico.plugin.host.InstalledPlugin.State;
import dev.portico.plugin.host.LoadedPlugin;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.ticket.boundary.Tickets;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
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

    @Deployment
    static WebArchive product() {
        return Product.with(PluginSwapIT.class);
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
