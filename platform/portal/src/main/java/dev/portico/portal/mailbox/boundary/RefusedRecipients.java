package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mail.control.RecipientUnknown;
import dev.portico.portal.mailbox.control.MailDeeds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Tells the agents which mail did not arrive where the mail server says so at once, as a bounce says it later (H3). */
@ApplicationScoped
public class RefusedRecipients {
    @Inject
    MailDeeds deeds;

    @Transactional
    void tell(@Observes RecipientUnknown refused) {
        deeds.note(refused);
    }
}
