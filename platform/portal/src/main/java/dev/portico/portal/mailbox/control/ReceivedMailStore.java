package dev.portico.portal.mailbox.control;

import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.mailbox.entity.KeptMail;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.mailbox.entity.MailState;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every mail that came to the current tenant, whole, with what became of it. All times are the database's. */
@ApplicationScoped
public class ReceivedMailStore {
    private static final String ADD =
            "insert into received_mail (tenant_id, id, mailbox_id, message_id, body_hash, sender, subject, raw,"
                    + " size, state, reason, received_at, next_at, settled_at, uid_validity, uid)"
                    + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), now(), case when ? then null else now() end, ?, ?"
                    + " where not exists (select 1 from received_mail"
                    + " where tenant_id = ? and mailbox_id = ? and body_hash = ? and message_id = "
                    + KeptMailStore.HASH.formatted("?") + ")"
                    // The server may have numbered its mails anew.
                    + " on conflict (tenant_id, mailbox_id, message_id, body_hash) do update"
                    + " set uid_validity = excluded.uid_validity, uid = excluded.uid"
                    + " where received_mail.state = 'ASIDE' and received_mail.reason = 'TOO_LARGE'";

    private static final String LATER = "now() + ? * interval '1 ms'";

    private static final String CLAIM = "update received_mail set attempts = attempts + 1, next_at = " + LATER
            + " where tenant_id = ? and id = (select id from received_mail where tenant_id = ? and state = 'WAITING'"
            + " and next_at <= now() order by next_at, received_at, id limit 1 for update skip locked)"
            + " returning id, mailbox_id, raw, attempts, vouched";

    /** Whoever is late has nothing to say: another has begun an attempt. */
    private static final String MINE = " where tenant_id = ? and id = ? and attempts = ? and state = 'WAITING'";

    private static final String AGAIN = "update received_mail set state = 'WAITING', reason = null, detail = '',"
            + " attempts = 0, next_at = now(), settled_at = null where tenant_id = ? and state = 'ASIDE'"
            + " and reason not in ('TOO_LARGE', 'UNREADABLE', 'GONE')";

    /** Where the server has not numbered its mails anew since. */
    private static final String AT_SERVER =
            "exists (select 1 from mailbox b where b.tenant_id = received_mail.tenant_id"
                    + " and b.id = received_mail.mailbox_id and b.enabled"
                    + " and b.uid_validity = received_mail.uid_validity)";

    /** Of those that nobody fetches unasked it is one more time. */
    private static final String FETCH_AGAIN = "update received_mail set fetch_at = now(),"
            + " fetches = case when fetch_at is null then " + LeftMailStore.LAST_FETCH + " else fetches end"
            + " where tenant_id = ? and state = 'ASIDE' and uid is not null and " + AT_SERVER;

    private static final String FAILED = " and (reason = 'FAILED' or reason = 'UNREADABLE' and " + AT_SERVER + ")";

    @Inject
    TenantStatements statements;

    /**
     * A mail whose turn it is.
     *
     * @param attempts with this one
     * @param vouched whether somebody has said that its sender is who it says
     */
    public record Turn(String id, String mailboxId, byte[] raw, int attempts, boolean vouched) {}

    /**
     * A mail in a list.
     *
     * @param mailbox address
     * @param whole whether its content is still kept
     * @param atServer whether there is more of it at the server, and it can be fetched
     * @param fetchAt when that happens by itself
     */
    public record Row(
            String id,
            String mailbox,
            String sender,
            String subject,
            MailState state,
            Optional<MailReason> reason,
            String detail,
            Optional<Long> ticketNumber,
            Instant receivedAt,
            boolean whole,
            boolean atServer,
            Optional<Instant> fetchAt) {}

    /** Where a list goes on: after this mail. */
    public record Place(Instant receivedAt, String id) {}

    /** Newest first. */
    public List<Row> rows(Optional<MailState> state, Optional<Place> after, int most) {
        var values = new ArrayList<Object>(List.of(statements.tenant()));
        var conditions = new StringBuilder("m.tenant_id = ?");
        state.ifPresent(some -> {
            conditions.append(" and m.state = ?");
            values.add(some.name());
        });
        after.ifPresent(place -> {
            conditions.append(" and (m.received_at, m.id) < (?, ?)");
            values.add(place.receivedAt());
            values.add(place.id());
        });
        values.add(most);
        return statements.list(
                "select m.id, b.address, m.sender, m.subject, m.state, m.reason, m.detail, m.ticket_number, m.received_at,"
                        + " octet_length(m.raw) > 0, m.uid_validity = b.uid_validity and b.enabled, m.fetch_at"
                        + " from received_mail m join mailbox b on b.tenant_id = m.tenant_id and b.id = m.mailbox_id"
                        + " where " + conditions + " order by m.received_at desc, m.id desc limit ?",
                ReceivedMailStore::row,
                values.toArray());
    }

    private static Row row(ResultSet rows) throws SQLException {
        var number = rows.getLong(8);
        return new Row(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                MailState.valueOf(rows.getString(5)),
                Optional.ofNullable(rows.getString(6)).map(MailReason::valueOf),
                rows.getString(7),
                number == 0 ? Optional.empty() : Optional.of(number),
                rows.getTimestamp(9).toInstant(),
                rows.getBoolean(10),
                rows.getBoolean(11),
                Optional.ofNullable(rows.getTimestamp(12)).map(Timestamp::toInstant));
    }

    /** @return false where it is not put aside, or is not all here */
    public boolean tryAgain(String id) {
        return statements.update(AGAIN + " and id = ?", statements.tenant(), id) > 0;
    }

    /** @return false where it is not put aside, or there is no more of it at the server */
    public boolean fetchAgain(String id) {
        return statements.update(FETCH_AGAIN + " and id = ?", statements.tenant(), id) > 0;
    }

    /**
     * That its sender is who it says, for all that its server tells, and it is processed as that.
     *
     * @return false where nobody doubts that
     */
    public boolean vouch(String id) {
        return statements.update(
                        AGAIN.replace(" where ", ", vouched = true where ") + " and id = ? and reason = 'UNPROVEN'",
                        statements.tenant(),
                        id)
                > 0;
    }

    /**
     * What could not be processed, all of it.
     *
     * @return how many
     */
    public int tryFailedAgain() {
        return statements.update(AGAIN + " and reason = 'FAILED'", statements.tenant())
                + statements.update(FETCH_AGAIN + " and reason = 'UNREADABLE'", statements.tenant());
    }

    /** How many could not be processed, and can be tried again. */
    public long failed() {
        return statements
                .first(
                        "select count(*) from received_mail where tenant_id = ? and state = 'ASIDE'" + FAILED,
                        rows -> rows.getLong(1),
                        statements.tenant())
                .orElseThrow();
    }

    /** @return false where it is not put aside */
    public boolean dismiss(String id) {
        return statements.update(
                        "update received_mail set state = 'IGNORED', reason = 'DISMISSED', settled_at = now()"
                                + " where tenant_id = ? and id = ? and state = 'ASIDE'",
                        statements.tenant(),
                        id)
                > 0;
    }

    /**
     * @param uid where it is at the server, if more of it is to be fetched
     * @return whether it was not there yet
     */
    public boolean add(String mailboxId, KeptMail mail, long uidValidity, long uid) {
        var state = mail.whole() ? MailState.WAITING : MailState.ASIDE;
        return statements.update(
                        ADD,
                        statements.tenant(),
                        UUID.randomUUID().toString(),
                        mailboxId,
                        mail.messageId(),
                        mail.bodyHash(),
                        ProblemText.of(mail.sender()),
                        ProblemText.of(mail.subject()),
                        mail.raw(),
                        mail.size(),
                        state.name(),
                        mail.whole() ? null : MailReason.TOO_LARGE.name(),
                        mail.whole(),
                        mail.whole() ? null : uidValidity,
                        mail.whole() ? null : uid,
                        statements.tenant(),
                        mailboxId,
                        mail.bodyHash(),
                        mail.messageId())
                > 0;
    }

    /** The one that has been due longest; nobody else takes it for so long. */
    public Optional<Turn> claim(Duration length) {
        return statements.first(
                CLAIM,
                rows -> new Turn(
                        rows.getString(1), rows.getString(2), rows.getBytes(3), rows.getInt(4), rows.getBoolean(5)),
                length,
                statements.tenant(),
                statements.tenant());
    }

    /** Holds it to the end of the transaction; false where somebody else has settled it. */
    public boolean lock(String id) {
        return !statements
                .list(
                        "select id from received_mail where tenant_id = ? and id = ? and state = 'WAITING' for update",
                        rows -> rows.getString(1),
                        statements.tenant(),
                        id)
                .isEmpty();
    }

    /**
     * What became of it.
     *
     * @param sender in lower case; empty where there is none
     */
    public void settle(
            String id,
            String sender,
            String subject,
            MailState state,
            @Nullable MailReason reason,
            String detail,
            @Nullable Long ticketNumber) {
        statements.update(
                "update received_mail set sender = ?, subject = ?, state = ?, reason = ?, detail = ?, ticket_number = ?,"
                        + " settled_at = now() where tenant_id = ? and id = ?",
                ProblemText.of(sender),
                ProblemText.of(subject),
                state.name(),
                reason == null ? null : reason.name(),
                ProblemText.of(detail),
                ticketNumber,
                statements.tenant(),
                id);
    }

    /** That an attempt failed; it waits for the next, unless that has begun. */
    public void failed(Turn turn, String detail, Duration wait) {
        statements.update(
                "update received_mail set detail = ?, next_at = " + LATER + MINE,
                ProblemText.of(detail),
                wait,
                statements.tenant(),
                turn.id(),
                turn.attempts());
    }

    /**
     * That it was not its turn after all, which counts as no attempt: it waits for as long again as it has waited, up to ten
     * minutes.
     *
     * @param reason null where it is not known
     */
    public void postpone(Turn turn, @Nullable MailReason reason, String detail) {
        statements.update(
                "update received_mail set reason = ?, detail = ?, attempts = attempts - 1, next_at = now()"
                        + " + least(greatest(now() - received_at, interval '15 s'), interval '10 min')" + MINE,
                reason == null ? null : reason.name(),
                ProblemText.of(detail),
                statements.tenant(),
                turn.id(),
                turn.attempts());
    }

    /** That there will be no other attempt before somebody has looked at it. */
    public void putAside(Turn turn, MailReason reason, String detail) {
        statements.update(
                "update received_mail set state = 'ASIDE', reason = ?, detail = ?, settled_at = now()" + MINE,
                reason.name(),
                ProblemText.of(detail),
                statements.tenant(),
                turn.id(),
                turn.attempts());
    }

    public boolean hasDue() {
        return statements
                .list(
                        "select exists (select 1 from received_mail where tenant_id = ? and state = 'WAITING'"
                                + " and next_at <= now())",
                        rows -> rows.getBoolean(1),
                        statements.tenant())
                .get(0);
    }

    /** Until the end of the transaction nobody else counts who was answered. */
    public void serializeAnswers() {
        statements.lock("mail answers");
    }

    /** How many of the tenant's were answered within that time, whoever sent them. */
    public long answered(Duration within) {
        return statements
                .list(
                        "select count(*) from received_mail where tenant_id = ? and state = 'ANSWERED' and settled_at"
                                + " > now() - ? * interval '1 ms'",
                        rows -> rows.getLong(1),
                        statements.tenant(),
                        within)
                .get(0);
    }

    public boolean answered(String sender, Duration within) {
        return statements
                .list(
                        "select exists (select 1 from received_mail where tenant_id = ? and sender = ?"
                                + " and state = 'ANSWERED' and settled_at > now() - ? * interval '1 ms')",
                        rows -> rows.getBoolean(1),
                        statements.tenant(),
                        sender,
                        within)
                .get(0);
    }
}
