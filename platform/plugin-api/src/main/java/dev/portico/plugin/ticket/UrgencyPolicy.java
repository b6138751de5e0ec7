package dev.portico.plugin.ticket;

import dev.portico.plugin.TenantView;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Decides whether a submitted ticket is urgent whatever severity was chosen. Called once, in the request that
 * creates the ticket; when the policy fails or is too slow the ticket is created without urgency.
 */
public interface UrgencyPolicy extends ExtensionPoint {
    Optional<Urgency> assess(TenantView tenant, Submission submission);
}
