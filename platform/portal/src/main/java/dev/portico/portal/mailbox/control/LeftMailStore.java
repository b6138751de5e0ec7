package dev.portico.portal.mailbox.control;

import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.mailbox.entity.LeftMail;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Mails that are put aside without their content, which is still at the server. What it did not deliver is asked for by itself ten
 * more times, within some three days; all of them whenever somebody wants it.
 */
@ApplicationScoped
public class LeftMailStore {
    private static final int MOST_FETCHES = 10;

    /** So many times tried, it is tried once more. */
    static final int LAST_FETCH = MOST_FETCHES - 1;

    /** Twice as long after each time, and never longer than a day. */
    private static final String NEXT = "case when fetches + 1 < " + MOST_FETCHES
            + " then now() + least(interval '10 min' * power(2, fetches), interval '1 day') end";

    @Inject
    TenantStatements statements;

    /**
     * A mail of which there is nothing but its number at the server.
     *
     * @param later whether it is fetched again unasked
     */
    public void add(String mailboxId, long uidValidity, long uid, String detail, boolean later) {
        var name = uidValidity + "." + uid;
        statements.update(
                "insert into received_mail (tenant_id, id, mailbox_id, message_id, body_hash, raw, size, state, reason,"
                        + " detail, received_at, next_at, settled_at, uid_validity, uid, fetch_at)"
                        + " values (?, ?, ?, '', ?, '', 0, 'ASIDE', ?, ?, now(), now(), now(), ?, ?,"
                        + " case when ? then now() + interval '10 min' end) on conflict (tenant_id, mailbox_id, message_id, body_hash) do nothing",
                statements.tenant(),
                UUID.randomUUID().toString(),
                mailboxId,
                "uid " + name,
                MailReason.UNREADABLE.name(),
                ProblemText.of("UID " + name + ": " + detail),
                uidValidity,
                uid,
                later);
    }

    /** The one of the mailbox that has been due longest; that it is tried counts before it is. */
    public Optional<LeftMail> next(String mailboxId, long uidValidity) {
        return statements.first(
                "update received_mail set fetches = fetches + 1, fetch_at = " + NEXT
                        + " where tenant_id = ? and id = (select id from received_mail where tenant_id = ? and mailbox_id = ?"
                        + " and state = 'ASIDE' and fetch_at <= now() and uid_validity = ? order by fetch_at limit 1)"
                        + " returning id, uid",
                rows -> new LeftMail(rows.getString(1), rows.getLong(2)),
                statements.tenant(),
                statements.tenant(),
                mailboxId,
                uidValidity);
    }

    /** That its content is not here still. */
    public void failed(LeftMail mail, String detail) {
        statements.update(
                "update received_mail set detail = ? where tenant_id = ? and id = ? and state = 'ASIDE'",
                ProblemText.of(detail),
                statements.tenant(),
                mail.id());
    }

    /** That the server has it no more. */
    public void gone(LeftMail mail) {
        statements.update(
                "update received_mail set reason = ?, uid_validity = null, uid = null, fetch_at = null"
                        + " where tenant_id = ? and id = ? and state = 'ASIDE'",
                MailReason.GONE.name(),
                statements.tenant(),
                mail.id());
    }

    /** What had other numbers is not found by those any more. */
    public void renumbered(String mailboxId, long uidValidity) {
        statements.update(
                "update received_mail set reason = ?, uid_validity = null, uid = null, fetch_at = null where tenant_id = ?"
                        + " and mailbox_id = ? and state = 'ASIDE' and reason = ? and uid_validity <> ?",
                MailReason.GONE.name(),
                statements.tenant(),
                mailboxId,
                MailReason.UNREADABLE.name(),
                uidValidity);
    }

    /** @return whether it was put aside until now, and can make room for the mail itself */
    public boolean remove(LeftMail mail) {
        return statements.update(
                        "delete from received_mail where tenant_id = ? and id = ? and state = 'ASIDE'",
                        statements.tenant(),
                        mail.id())
                > 0;
    }
}
