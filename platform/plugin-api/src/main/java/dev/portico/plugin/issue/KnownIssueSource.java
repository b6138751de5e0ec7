package dev.portico.plugin.issue;

import dev.portico.plugin.TenantView;
import java.util.List;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Knows what is wrong. Asked every few seconds and after each call that may have changed something; what it said last is
 * shown meanwhile.
 */
public interface KnownIssueSource extends ExtensionPoint {
    /** What is wrong now and concerns the tenant, the most serious first: it is shown on every page. */
    List<KnownIssue> current(TenantView tenant);

    /** One that a ticket is linked to, over or not; empty where it is forgotten. */
    Optional<KnownIssue> find(TenantView tenant, String id);
}
