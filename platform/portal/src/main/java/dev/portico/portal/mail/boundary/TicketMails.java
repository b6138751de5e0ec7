package dev.portico.portal.mail.boundary;

import dev.portico.portal.mail.control.MailHistory;
import dev.portico.portal.mail.control.MailHistory.Portion;
import dev.portico.portal.mail.control.MailStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** A ticket's mails. Whether the caller may see the ticket is for the caller to know. */
@ApplicationScoped
@Transactional
public class TicketMails {
    @Inject
    MailStore store;

    public MailHistory ofTicket(long number, boolean onlyVisibleToRequester, Portion portion) {
        return store.ofTicket(number, onlyVisibleToRequester, portion);
    }

    /** Empty also where the mail is another ticket's. */
    public Optional<MailView> view(long number, String id, boolean onlyVisibleToRequester) {
        return store.ofTicket(number, id)
                .filter(mail -> mail.visibleToRequester() || !onlyVisibleToRequester)
                .map(MailView::of);
    }
}
