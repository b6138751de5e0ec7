package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.KeptMailStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For how long the content of the current tenant's received mails is kept once something has come of them, or nothing. */
@ApplicationScoped
public class MailRetention {
    private static final int PORTION = 500;

    @Inject
    @ConfigProperty(name = "portico.mailbox.keep-tickets", defaultValue = "P730D")
    Duration tickets;

    @Inject
    @ConfigProperty(name = "portico.mailbox.keep-others", defaultValue = "P30D")
    Duration others;

    @Inject
    KeptMailStore mails;

    /** @return whether there is more to remove */
    @Transactional
    public boolean sweep() {
        var now = Instant.now();
        var conversation = mails.emptyConversation(now.minus(tickets), PORTION);
        var rest = mails.forgetRest(now.minus(others), PORTION);
        return conversation == PORTION || rest == PORTION;
    }
}
