package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.MailboxSetUpStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The transactions before and after somebody asks with a refresh token that is stored, which may count once. */
@ApplicationScoped
@Transactional
class RefreshTokens {
    @Inject
    MailboxSetUpStore store;

    /**
     * @param sealed that is to be asked with
     * @return false where somebody else asks with it, or another one is stored
     */
    boolean begin(String mailboxId, String sealed) {
        return store.beginAsking(mailboxId, sealed);
    }

    /**
     * @param before sealed, that was asked with
     * @param after the one that takes its place; the same where it goes on
     */
    void end(String mailboxId, String before, String after) {
        store.endAsking(mailboxId, before, after);
    }
}
