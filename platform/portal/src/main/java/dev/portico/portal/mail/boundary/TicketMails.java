package dev.portico.portal.mail.boundary;

import dev.portico.portal.mail.control.MailStore;
import dev.portico.portal.mail.control.MailSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** A ticket's mails. Whether the caller may see the ticket is for the caller to know. */
@ApplicationScoped
@Transactional
public class TicketMails {
    @Inject
    MailStore store;

    /** Oldest first. */
    public List<MailSummary> ofTicket(long number, boolean onlyVisibleToRequester) {
        return store.ofTicket(number, onlyVisibleToRequester);
    }

    /** Empty also where the mail is another ticket's. */
    public Optional<MailView> view(long number, String id, boolean onlyVisibleToRequester) {
        return store.ofTicket(number, id)
                .filter(mail -> mail.visibleToRequester() || !onlyVisibleToRequester)
                .map(MailView::of);
    }
}
