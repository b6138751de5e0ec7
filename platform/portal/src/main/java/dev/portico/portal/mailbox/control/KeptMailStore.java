package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailState;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The mails of tickets as they came, for whoever looks back. */
@ApplicationScoped
public class KeptMailStore {
    private static final String ONE = "select raw, sender, subject, state, received_at, size from received_mail"
            + " where tenant_id = ? and id = ? and ticket_number = ? and (state in ('TICKET', 'COMMENT') or ?)";

    @Inject
    TenantStatements statements;

    /**
     * A mail as it came.
     *
     * @param sender address, in lower case; empty where there is none
     * @param size in bytes, at the server
     */
    public record Kept(byte[] raw, String sender, String subject, MailState state, Instant receivedAt, long size) {}

    /**
     * Empty also where the mail is another ticket's.
     *
     * @param onlyConversation without what only agents see: bounces, for example
     */
    public Optional<Kept> ofTicket(long number, String id, boolean onlyConversation) {
        return statements.first(ONE, KeptMailStore::kept, statements.tenant(), id, number, !onlyConversation);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getBytes(1),
                row.getString(2),
                row.getString(3),
                MailState.valueOf(row.getString(4)),
                row.getTimestamp(5).toInstant(),
                row.getLong(6));
    }
}
