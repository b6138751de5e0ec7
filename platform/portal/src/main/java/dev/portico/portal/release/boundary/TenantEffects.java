package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.SettingProblem;
import dev.portico.plugin.host.upgrade.Change;
import dev.portico.portal.plugin.control.PluginForgotten;
import dev.portico.portal.plugin.control.StoredSettings;
import dev.portico.portal.plugin.control.TenantPluginStore;
import dev.portico.portal.plugin.entity.TenantPlugin;
import dev.portico.portal.release.boundary.TenantEffect.Stranded;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.OpenTickets;
import dev.portico.portal.ticket.control.TicketStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** What a change of a plugin would mean for the current tenant; a transaction of its own, since each belongs to one tenant. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class TenantEffects {
    @Inject
    TenantPluginStore plugins;

    @Inject
    StoredSettings stored;

    @Inject
    TicketStore tickets;

    @Inject
    TenantContext tenants;

    @Inject
    Event<PluginForgotten> forgotten;

    /** @param stranding what the candidate has no longer and tickets may need */
    public TenantEffect of(PluginPackage candidate, List<Change> stranding) {
        var choice = plugins.find(candidate.id());
        return new TenantEffect(
                tenants.require(),
                choice.filter(TenantPlugin::enabled).isPresent(),
                stranding.stream()
                        .map(gone -> new Stranded(gone, open(gone)))
                        .filter(stranded -> stranded.tickets() > 0)
                        .toList(),
                choice.filter(TenantPlugin::enabled)
                        .map(used -> settingProblems(candidate, used))
                        .orElse(List.of()));
    }

    private List<SettingProblem> settingProblems(PluginPackage candidate, TenantPlugin used) {
        var tenant = tenants.require().id();
        return stored.read(tenant, candidate.manifest().settings(), used).problems();
    }

    private long open(Change gone) {
        var type = gone.part() == Change.Part.TICKET_TYPE ? gone.id() : gone.owner();
        return tickets.countOpen(type).stream()
                .filter(open -> concerns(gone, open))
                .mapToLong(OpenTickets::count)
                .sum();
    }

    private static boolean concerns(Change gone, OpenTickets open) {
        return switch (gone.part()) {
            case STATUS -> open.status().equals(gone.id());
            case LEVEL -> open.severity().equals(gone.id());
            default -> true;
        };
    }

    /** Deletes what the tenant has set up for a plugin, and what the portal keeps for it. */
    public void forget(String pluginId) {
        plugins.delete(pluginId);
        forgotten.fire(new PluginForgotten(tenants.require().id(), pluginId));
    }

    /** Whether the tenant uses the plugin. */
    public boolean enabled(String pluginId) {
        return plugins.find(pluginId).filter(TenantPlugin::enabled).isPresent();
    }
}
