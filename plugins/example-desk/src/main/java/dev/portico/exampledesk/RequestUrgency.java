package dev.portico.exampledesk;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.ticket.Lexicon;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.pf4j.Extension;

/** A request is urgent when its subject has one of the tenant's words, or the requester knows the tenant's code. */
@Extension
public final class RequestUrgency implements UrgencyPolicy {
    /** In place of the code, since what is returned is shown to people. */
    private static final String HIDDEN = "••••";

    @Override
    public Optional<Urgency> assess(TenantView tenant, Submission submission) {
        var words = new Lexicon(tenant.settings().phrases("urgentWords"));
        return words.find(submission.subject())
                .or(() -> tenant.settings()
                        .text("urgentCode")
                        .filter(code -> same(code, submission.values().getOrDefault("code", "")))
                        .map(code -> HIDDEN))
                .map(Urgency::new);
    }

    /** Takes as long for a wrong code as for the right one. */
    private static boolean same(String code, String entered) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8), entered.strip().getBytes(StandardCharsets.UTF_8));
    }
}
