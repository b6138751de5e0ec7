package dev.portico.portal.mail.boundary;

import dev.portico.portal.mail.control.Backlog;
import dev.portico.portal.mail.control.UnsentMailStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** How much of the current tenant's mail has not gone out, for whoever watches over it. */
@ApplicationScoped
public class MailBacklog {
    @Inject
    UnsentMailStore store;

    @Transactional
    public Backlog get() {
        return store.backlog();
    }
}
