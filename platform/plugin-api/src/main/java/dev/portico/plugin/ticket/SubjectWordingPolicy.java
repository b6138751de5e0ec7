package dev.portico.plugin.ticket;

import dev.portico.plugin.TenantView;
import java.util.Optional;

/**
 * A ticket is urgent when its subject has one of the tenant's phrases, in any language. The description does not
 * count: it often quotes older tickets.
 */
public abstract class SubjectWordingPolicy implements UrgencyPolicy {
    private final String setting;

    /** @param setting id of the {@code PHRASES} setting */
    protected SubjectWordingPolicy(String setting) {
        this.setting = setting;
    }

    @Override
    public Optional<Urgency> assess(TenantView tenant, Submission submission) {
        var wording = new Lexicon(tenant.settings().phrases(setting));
        return wording.find(submission.subject()).map(Urgency::new);
    }
}
