package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.AccessTokens;
import dev.portico.portal.mailbox.control.ImapFolder;
import dev.portico.portal.mailbox.control.KeptSockets;
import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Opens mailboxes that are set up, with a password or an access token. No transaction is open while a server is asked. */
@ApplicationScoped
class MailboxLogins {
    @Inject
    MailboxAccesses accesses;

    @Inject
    AccessTokens tokens;

    @Inject
    TokenRequests requests;

    /**
     * @param sockets end whatever goes on at the mail server when they are closed
     * @throws MailboxException where it cannot be opened; busy where that is for later
     */
    ImapFolder open(Tenant tenant, MailboxTurn turn, KeptSockets sockets) throws MailboxException {
        var access = accesses.open(tenant.id(), turn);
        if (access.tokens().isEmpty()) {
            return new ImapFolder(access, sockets);
        }
        var held = tokens.find(tenant.id(), turn.mailboxId(), turn.access());
        if (held.isPresent()) {
            try {
                return opened(tenant, turn, access.withSecret(held.get()), sockets);
            } catch (MailboxException refused) {
                // A fresh one tells.
                if (refused.problem() != MailboxProblem.TOKEN_LOGIN) {
                    throw refused;
                }
            }
        }
        var asked = requests.ask(tenant, turn.mailboxId(), turn.access(), access);
        tokens.keep(tenant.id(), turn.mailboxId(), asked.sealed(), asked.granted());
        return opened(tenant, turn, access.withSecret(asked.granted().accessToken()), sockets);
    }

    /** A token that is refused may have been withdrawn before its time. */
    private ImapFolder opened(Tenant tenant, MailboxTurn turn, MailboxAccess access, KeptSockets sockets)
            throws MailboxException {
        try {
            return new ImapFolder(access, sockets);
        } catch (MailboxException refused) {
            if (refused.problem() == MailboxProblem.TOKEN_LOGIN) {
                tokens.forget(tenant.id(), turn.mailboxId());
            }
            throw refused;
        }
    }
}
