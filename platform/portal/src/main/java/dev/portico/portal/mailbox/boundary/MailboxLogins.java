package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.AccessTokens;
import dev.portico.portal.mailbox.control.ImapFolder;
import dev.portico.portal.mailbox.control.KeptSockets;
import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.control.TokenServers;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantSteps;
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
    TokenServers servers;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    TenantSteps steps;

    @Inject
    WorkInProgress work;

    /**
     * @param sockets end whatever goes on at the mail server when they are closed
     * @throws MailboxException where it cannot be opened
     */
    ImapFolder open(Tenant tenant, MailboxTurn turn, KeptSockets sockets) throws MailboxException {
        var access = accesses.open(tenant.id(), turn);
        if (access.tokens().isEmpty()) {
            return new ImapFolder(access, sockets);
        }
        var held = tokens.find(tenant.id(), turn.mailboxId(), turn.access());
        if (held.isPresent()) {
            try {
                return new ImapFolder(access.withSecret(held.get()), sockets);
            } catch (MailboxException refused) {
                // It may have been withdrawn before its time: a fresh one tells.
                if (refused.problem() != MailboxProblem.TOKEN_LOGIN) {
                    throw refused;
                }
                tokens.forget(tenant.id(), turn.mailboxId());
            }
        }
        return new ImapFolder(access.withSecret(fresh(tenant, turn, access)), sockets);
    }

    /** A stop of the portal waits for that: with the answer, the refresh token that is stored may have ended. */
    @SuppressWarnings("try") // the piece of work is held, not used
    private String fresh(Tenant tenant, MailboxTurn turn, MailboxAccess open) throws MailboxException {
        try (var piece = work.begin()) {
            var granted = servers.ask(open.tokens().orElseThrow(), open.secret());
            var sealed = granted.refreshToken()
                    .map(other -> steps.visit(
                            tenant,
                            () -> refreshTokens.exchange(
                                    turn.mailboxId(), turn.access(), open.withRefreshToken(other))))
                    .orElse(turn.access());
            tokens.keep(tenant.id(), turn.mailboxId(), sealed, granted);
            return granted.accessToken();
        }
    }
}
