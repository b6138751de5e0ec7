package dev.portico.portal.subscription.boundary;

import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.control.PluginActed;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Brings news in and tells them: every few seconds, and at once after a call that may have made some. */
@ApplicationScoped
public class NewsWorker {
    private static final Logger LOG = System.getLogger(NewsWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String WHAT = "News";

    @Inject
    TenantRounds rounds;

    @Inject
    NewsChannels channels;

    @Inject
    NewsIntake intake;

    @Inject
    NewsArchive archive;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, WHAT, this::round);
    }

    void acted(@Observes(during = TransactionPhase.AFTER_SUCCESS) PluginActed acted) {
        rounds.soon(acted.tenantId(), WHAT, tenant -> round(tenant, acted.pluginId()));
    }

    private void round(Tenant tenant) {
        channels.all().forEach(plugin -> take(tenant, plugin));
        tell();
    }

    private void round(Tenant tenant, String pluginId) {
        channels.find(pluginId).ifPresent((EnabledPlugin plugin) -> {
            take(tenant, plugin);
            tell();
        });
    }

    /** What goes wrong with one plugin keeps neither the others' news from coming in nor any from being told. */
    private void take(Tenant tenant, EnabledPlugin plugin) {
        try {
            intake.take(plugin);
        } catch (RuntimeException e) {
            var what = plugin.manifest().id() + " of " + tenant.id();
            LOG.log(Level.WARNING, "News of " + what + " wait for the next round", e);
        }
    }

    private void tell() {
        while (!work.ending() && archive.tellNext()) {
            continue;
        }
        while (!work.ending() && archive.passOnNext()) {
            continue;
        }
    }
}
