package dev.portico.systemstatus;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.issue.KnownIssue;
import dev.portico.plugin.issue.KnownIssueSource;
import dev.portico.plugin.web.Address;
import dev.portico.systemstatus.store.Concerns;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.IncidentStore;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Incidents that go on and maintenance in progress, of what concerns the tenant. */
@Extension
public class StatusIssues implements KnownIssueSource {
    @Override
    public List<KnownIssue> current(TenantView tenant) {
        return Concerns.of(tenant).active(tenant.tables()).stream()
                .map(StatusIssues::issue)
                .toList();
    }

    @Override
    public Optional<KnownIssue> find(TenantView tenant, String id) {
        return tenant.tables()
                .transact(statements -> new IncidentStore(statements).find(id))
                .map(StatusIssues::issue);
    }

    private static KnownIssue issue(Incident incident) {
        return new KnownIssue(
                incident.id(),
                incident.tone(),
                incident.title().asText(),
                incident.state(),
                incident.begins(),
                Address.tenant("status/incidents/" + incident.id()));
    }
}
