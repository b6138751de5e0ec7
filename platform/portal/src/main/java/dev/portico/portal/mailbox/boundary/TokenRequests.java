package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.control.TokenServers;
import dev.portico.portal.mailbox.control.TokenServers.Granted;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantVisits;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks for access tokens with what is stored of a mailbox. With the answer the refresh token that is stored may have ended, and
 * so may all that came of it where two ask with it: one asks at a time, on all nodes, and a stop of the portal waits until the
 * other one is stored.
 */
@ApplicationScoped
class TokenRequests {
    private static final Logger LOG = System.getLogger(TokenRequests.class.getName());

    /** Some 16 s in all: without what it was exchanged for, the mailbox is opened no more. */
    private static final int MOST_TRIES = 7;

    private static final long FIRST_PAUSE_MILLIS = 250;

    @Inject
    TokenServers servers;

    @Inject
    MailboxAccesses accesses;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    TenantVisits visits;

    @Inject
    WorkInProgress work;

    /** @param sealed how the mailbox is set up now */
    record Asked(Granted granted, MailboxAccess sealed) {}

    /**
     * While no transaction is open.
     *
     * @param sealed with the refresh token as it is stored
     * @param open the same, or what is tried out with that refresh token
     * @throws MailboxException where none is given; busy, before anything is used, where somebody else asks or the portal stops
     */
    @SuppressWarnings("try") // the piece of work is held, not used
    Asked ask(Tenant tenant, String mailboxId, MailboxAccess sealed, MailboxAccess open) throws MailboxException {
        try (var piece = work.begin()) {
            if (work.ending()) {
                throw new MailboxException(MailboxProblem.BUSY, "The portal stops");
            }
            return open.refreshToken().isEmpty()
                    ? new Asked(granted(open), sealed)
                    : exchanged(tenant, mailboxId, sealed, open);
        }
    }

    private Granted granted(MailboxAccess open) throws MailboxException {
        return servers.ask(open.tokens().orElseThrow(), open.secret());
    }

    private Asked exchanged(Tenant tenant, String mailboxId, MailboxAccess sealed, MailboxAccess open)
            throws MailboxException {
        var before = sealed.refreshToken();
        if (!begun(tenant, mailboxId, before)) {
            throw new MailboxException(MailboxProblem.BUSY, "Somebody else asks with the same refresh token");
        }
        var after = before;
        try {
            var granted = granted(open);
            after = granted.refreshToken()
                    .map(other -> accesses.sealed(tenant.id(), mailboxId, open.withRefreshToken(other))
                            .refreshToken())
                    .orElse(before);
            return new Asked(granted, sealed.withRefreshToken(after));
        } finally {
            end(tenant, mailboxId, before, after);
        }
    }

    private boolean begun(Tenant tenant, String mailboxId, String sealed) {
        var begun = new AtomicBoolean();
        visits.visit(tenant, current -> begun.set(refreshTokens.begin(mailboxId, sealed)));
        return begun.get();
    }

    /** Not a step, which a stop that has begun would refuse. */
    private void end(Tenant tenant, String mailboxId, String before, String after) {
        for (var tries = 1; ; tries++) {
            try {
                visits.visit(tenant, current -> refreshTokens.end(mailboxId, before, after));
                return;
            } catch (RuntimeException e) {
                if (tries == MOST_TRIES || !paused(FIRST_PAUSE_MILLIS << (tries - 1))) {
                    throw e;
                }
                LOG.log(Level.DEBUG, "A refresh token of " + tenant.id() + " is stored in a moment", e);
            }
        }
    }

    private static boolean paused(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
