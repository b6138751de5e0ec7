package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.Mailbox;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.TokenSource;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The current tenant's mailboxes as they are set up. Whatever is changed ends the claim of the node that serves the mailbox,
 * so that it is opened anew, as it is now.
 */
@ApplicationScoped
public class MailboxSetUpStore {
    private static final String ANEW = " version = version + 1, claim = null, claimed_until = null, problem = null,"
            + " problem_detail = '', failing_since = null, attempts = 0, next_at = ?";

    @Inject
    TenantStatements statements;

    /** Until the end of the transaction nobody else sets one up. */
    public void serialize() {
        statements.lock("mailboxes");
    }

    public Optional<Mailbox> find(String id) {
        return statements.first(
                "select id, address, " + MailboxRows.ACCESS + ", ticket_type, authserv_id,"
                        + " enabled, taken_from, version,"
                        + " exists (select 1 from received_mail m where m.tenant_id = b.tenant_id and m.mailbox_id = b.id) as used"
                        + " from mailbox b where tenant_id = ? and id = ?",
                MailboxSetUpStore::mailbox,
                statements.tenant(),
                id);
    }

    private static Mailbox mailbox(ResultSet row) throws SQLException {
        return new Mailbox(
                row.getString("id"),
                row.getString("address"),
                MailboxRows.access(row),
                row.getString("ticket_type"),
                row.getString("authserv_id"),
                row.getBoolean("enabled"),
                Optional.ofNullable(row.getTimestamp("taken_from")).map(Timestamp::toInstant),
                row.getLong("version"),
                row.getBoolean("used"));
    }

    /** Whether another one reads the same folder: each mail would count twice. */
    public boolean isTaken(MailboxAccess place, String self) {
        return statements
                .first(
                        "select 1 from mailbox where tenant_id = ? and host = ? and login = ? and folder = ? and id <> ?",
                        row -> true,
                        statements.tenant(),
                        place.host(),
                        place.login(),
                        place.folder(),
                        self)
                .isPresent();
    }

    public void add(Mailbox mailbox, Instant now) {
        var access = mailbox.access();
        statements.update(
                "insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret, folder,"
                        + " ticket_type, authserv_id, enabled, taken_from, created_at, next_at, version, token_address,"
                        + " client_id, scope, refresh_token)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                statements.tenant(),
                mailbox.id(),
                mailbox.address(),
                access.host(),
                access.port(),
                access.security().name(),
                access.authentication().name(),
                access.login(),
                access.secret(),
                access.folder(),
                mailbox.ticketType(),
                mailbox.server(),
                mailbox.enabled(),
                mailbox.takenFrom(),
                now,
                now,
                mailbox.version(),
                tokens(access, TokenSource::address),
                tokens(access, TokenSource::clientId),
                tokens(access, TokenSource::scope),
                access.refreshToken());
    }

    /**
     * @param refreshToken sealed; nothing where the stored one is kept, which a visit may have exchanged meanwhile
     * @param moved whether its mails have other numbers from now on
     * @return false where somebody has changed it since the given version
     */
    public boolean change(Mailbox mailbox, Optional<String> refreshToken, boolean moved, Instant now) {
        var access = mailbox.access();
        return statements.update(
                        "update mailbox set address = ?, host = ?, port = ?, security = ?, authentication = ?, login = ?,"
                                + " secret = ?, folder = ?, token_address = ?, client_id = ?, scope = ?,"
                                + " refresh_token = coalesce(?, refresh_token),"
                                + " asking_until = case when ? then null else asking_until end,"
                                + " ticket_type = ?, authserv_id = ?, enabled = ?, uid_validity = case when ? then 0 else uid_validity end,"
                                + " last_uid = case when ? then 0 else last_uid end,"
                                // Elsewhere there may be years of mails that nobody has asked for.
                                + " taken_from = case when ? then coalesce(fetched_at, now()) else taken_from end,"
                                + ANEW
                                + " where tenant_id = ? and id = ? and version = ?",
                        mailbox.address(),
                        access.host(),
                        access.port(),
                        access.security().name(),
                        access.authentication().name(),
                        access.login(),
                        access.secret(),
                        access.folder(),
                        tokens(access, TokenSource::address),
                        tokens(access, TokenSource::clientId),
                        tokens(access, TokenSource::scope),
                        refreshToken,
                        refreshToken.isPresent(),
                        mailbox.ticketType(),
                        mailbox.server(),
                        mailbox.enabled(),
                        moved,
                        moved,
                        moved,
                        now,
                        statements.tenant(),
                        mailbox.id(),
                        mailbox.version())
                > 0;
    }

    private static String tokens(MailboxAccess access, Function<TokenSource, String> part) {
        return access.tokens().map(part).orElse("");
    }

    /**
     * Lets somebody ask with a refresh token alone, for longer than that takes.
     *
     * @param refreshToken sealed
     * @return false where somebody else does, or another one is stored
     */
    public boolean beginAsking(String id, String refreshToken) {
        return statements.update(
                        "update mailbox set asking_until = now() + interval '40 s' where tenant_id = ? and id = ?"
                                + " and refresh_token = ? and (asking_until is null or asking_until < now())",
                        statements.tenant(),
                        id,
                        refreshToken)
                > 0;
    }

    /**
     * Puts one sealed refresh token in the place of the one that was asked with; not where somebody has entered one meanwhile.
     * Nobody's form is outdated by that, and no claim ends.
     */
    public void endAsking(String id, String before, String after) {
        statements.update(
                "update mailbox set refresh_token = ?, asking_until = null where tenant_id = ? and id = ? and refresh_token = ?",
                after,
                statements.tenant(),
                id,
                before);
    }

    /** @return whether it was the other before */
    public boolean enable(String id, boolean enabled, Instant now) {
        return statements.update(
                        "update mailbox set enabled = ?," + ANEW + " where tenant_id = ? and id = ? and enabled <> ?",
                        enabled,
                        now,
                        statements.tenant(),
                        id,
                        enabled)
                > 0;
    }

    /** @return false where mails have come through it */
    public boolean remove(String id) {
        return statements.update(
                        "delete from mailbox b where tenant_id = ? and id = ? and not exists (select 1 from received_mail m"
                                + " where m.tenant_id = b.tenant_id and m.mailbox_id = b.id)",
                        statements.tenant(),
                        id)
                > 0;
    }
}
