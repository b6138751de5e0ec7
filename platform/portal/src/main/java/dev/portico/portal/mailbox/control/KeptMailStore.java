package dev.portico.portal.mailbox.control;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.mailbox.entity.MailState;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Received mails as they came, for whoever looks back, and for how long: when its content goes, the row stays, so that the mail
 * is not taken in once more where its server numbers all mails anew.
 */
@ApplicationScoped
public class KeptMailStore {
    /** What {@link ReceivedMailStore} compares a Message-ID with whose mail has become nobody's. */
    static final String HASH = "'sha256:' || encode(sha256(convert_to(%s, 'UTF8')), 'hex')";

    private static final String ONE = "select octet_length(raw), sender, subject, state, received_at from received_mail"
            + " where tenant_id = ? and id = ? and ticket_number = ? and (state in ('TICKET', 'COMMENT') and reason is null or ?)";

    /** In bytes. Whoever reports that a mail did not arrive says so before they repeat it. */
    private static final int REPORT = 64 * 1024;

    private static final String EMPTY = "update received_mail set raw = null where ";

    /** Nobody's any more: what waits to be looked at is of no use then. */
    private static final String FORGET = "update received_mail set raw = null, sender = '', subject = '', detail = '',"
            + " message_id = case when message_id = '' or message_id like 'sha256:%' then message_id else "
            + HASH.formatted("message_id") + " end,"
            + " reason = case when state in ('WAITING', 'ASIDE') then 'ERASED' else reason end,"
            + " settled_at = coalesce(settled_at, now()),"
            + " state = case when state in ('WAITING', 'ASIDE') then 'IGNORED' else state end where ";

    private static final String OLD = "tenant_id = ? and id in (select id from received_mail where tenant_id = ? and"
            + " raw is not null and state in (%s) and settled_at < ? order by settled_at limit ?)";

    @Inject
    TenantStatements statements;

    /**
     * A mail, without its content.
     *
     * @param length of that, in bytes; empty once it is kept no longer
     * @param sender address, in lower case; empty where there is none
     */
    public record Kept(Optional<Long> length, String sender, String subject, MailState state, Instant receivedAt) {}

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
                Optional.ofNullable(row.getObject(1, Integer.class)).map(Integer::longValue),
                row.getString(2),
                row.getString(3),
                MailState.valueOf(row.getString(4)),
                row.getTimestamp(5).toInstant());
    }

    /** Of a mail as it came, in bytes; empty where its content is not kept. */
    public Optional<Long> length(String id) {
        return statements.first(
                "select octet_length(raw) from received_mail where tenant_id = ? and id = ? and raw is not null",
                row -> row.getLong(1),
                statements.tenant(),
                id);
    }

    /** As it came; empty where its content is not kept. */
    public Optional<byte[]> raw(String id) {
        return statements.first(
                "select raw from received_mail where tenant_id = ? and id = ? and raw is not null",
                row -> row.getBytes(1),
                statements.tenant(),
                id);
    }

    /**
     * Some of a mail as it came.
     *
     * @param from bytes before it
     * @return none at the end
     */
    public byte[] portion(String id, int from, int most) {
        return statements
                .first(
                        "select substring(raw from ? for ?) from received_mail where tenant_id = ? and id = ? and raw is not null",
                        row -> row.getBytes(1),
                        from + 1,
                        most,
                        statements.tenant(),
                        id)
                .orElse(new byte[0]);
    }

    /**
     * Ids of the mails from an address whose content is kept, in their order.
     *
     * @param after the last one of the portion before, empty for the first
     */
    public List<String> from(String address, String after, int most) {
        return statements.list(
                "select id from received_mail where tenant_id = ? and sender = ? and id > ? and raw is not null"
                        + " order by id limit ?",
                row -> row.getString(1),
                statements.tenant(),
                address.toLowerCase(Locale.ROOT),
                after,
                most);
    }

    /**
     * Removes the content of mails that are in a conversation, the oldest first.
     *
     * @return how many there were
     */
    public int emptyConversation(Instant settledBefore, int most) {
        return old(EMPTY, "'TICKET', 'COMMENT'", settledBefore, most);
    }

    /**
     * Removes whatever says who wrote what of mails of which nothing has come, the oldest first.
     *
     * @return how many there were
     */
    public int forgetRest(Instant settledBefore, int most) {
        return old(FORGET, "'IGNORED', 'ANSWERED'", settledBefore, most);
    }

    private int old(String change, String states, Instant settledBefore, int most) {
        var tenant = statements.tenant();
        return statements.update(change + OLD.formatted(states), tenant, tenant, settledBefore, most);
    }

    /**
     * Mails that the person sent, and those that say that one to the person did not arrive. Where nobody has seen that the
     * address is theirs, only those of their own tickets: the others may be somebody's who has the address as well.
     */
    void forget(@Observes AccountErased person) {
        var own = "ticket_number in (select number from ticket where tenant_id = ? and requester_subject = ?)";
        var tenant = statements.tenant();
        if (!person.email().isEmpty()) {
            var address = person.email().toLowerCase(Locale.ROOT);
            statements.update(
                    FORGET + "tenant_id = ? and sender = ? and (? or " + own + ")",
                    tenant,
                    address,
                    person.emailVerified(),
                    tenant,
                    person.subject());
        }
        statements.update(FORGET + "tenant_id = ? and state = 'IGNORED' and " + own, tenant, tenant, person.subject());
        if (!person.email().isEmpty() && person.emailVerified()) {
            statements.update(
                    FORGET + "tenant_id = ? and state = 'IGNORED' and reason = 'BOUNCE' and raw is not null"
                            + " and (detail ~* ? or encode(substring(raw for " + REPORT + "), 'escape') ~* ?)",
                    tenant,
                    itself(person.email()),
                    itself(person.email()));
        }
    }

    /** A regular expression for the address, and not for one that it is a part of. */
    private static String itself(String address) {
        var literally = address.replaceAll("([^A-Za-z0-9@])", "\\\\$1");
        return "(^|[^a-z0-9._%+-])" + literally + "($|[^a-z0-9.-]|\\.($|[^a-z0-9]))";
    }
}
