package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxSetUpStore;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The transaction that follows an answer in which a refresh token is exchanged for another. */
@ApplicationScoped
@Transactional
class RefreshTokens {
    @Inject
    MailboxSetUpStore store;

    @Inject
    MailboxAccesses accesses;

    @Inject
    TenantContext tenants;

    /**
     * @param sealed with the refresh token that was used
     * @param open with the one that takes its place
     * @return how the mailbox is set up now
     */
    MailboxAccess exchange(String mailboxId, MailboxAccess sealed, MailboxAccess open) {
        var other = accesses.sealed(tenants.require().id(), mailboxId, open).refreshToken();
        store.exchangeRefreshToken(mailboxId, sealed.refreshToken(), other);
        return sealed.withRefreshToken(other);
    }
}
