package dev.portico.harmonycases;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.ticket.Lexicon;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.util.Optional;
import org.pf4j.Extension;

/**
 * A case is urgent when its subject says that production is down, in any of the tenant's languages. The description
 * does not count: it often quotes older cases.
 */
@Extension
public final class ProductionDownPolicy implements UrgencyPolicy {
    @Override
    public Optional<Urgency> assess(TenantView tenant, Submission submission) {
        var wording = new Lexicon(tenant.settings().phrases("productionDown"));
        return wording.find(submission.subject()).map(Urgency::new);
    }
}
