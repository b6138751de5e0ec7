package dev.portico.portal.mail.control;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.mail.control.MailHistory.Place;
import dev.portico.portal.mail.control.MailHistory.Portion;
import dev.portico.portal.mail.control.SendingLimits.Limit;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.mail.entity.MailState;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The current tenant's mails in the database. */
@ApplicationScoped
public class MailStore {
    private static final String NEWS = "(ticket_number is null and unsubscribe <> '')";

    /**
     * Plain SQL, since EclipseLink knows no {@code skip locked}. News for subscribers comes last: when much is told to many, as
     * in an outage, neither urgent cases nor whoever wants to come in wait for it.
     */
    private static final String CLAIM = "select id, exists (select 1 from undeliverable_address u where"
            + " u.tenant_id = mail.tenant_id and u.address = lower(mail.recipient)) from mail"
            + " where tenant_id = ? and state = 'QUEUED'"
            + " and next_attempt_at <= ?%s order by " + NEWS + ", next_attempt_at limit 1 for update skip locked";

    /** Counts no more than there may be. News is compared, so that the index leaves it out where its part is used up. */
    private static final String LIMIT = " and " + sentSince() + " < ? and " + NEWS + " <= (" + sentSince() + " < ?)";

    private static String sentSince() {
        return "(select count(*) from (select 1 from mail s where s.tenant_id = ? and s.sent_at > ? limit ?) sent)";
    }

    /** A received mail that was taken into the conversation is for whoever sees that. */
    private static final String HISTORY = "select id, subject, correspondent, at, state from ("
            + "select id, subject, recipient as correspondent, created_at as at, state from mail"
            + " where tenant_id = ? and ticket_number = ? and (visible_to_requester or ?) union all"
            + " select id, subject, sender, received_at, null from received_mail"
            + " where tenant_id = ? and ticket_number = ? and (state in ('TICKET', 'COMMENT') and reason is null or ?)) m%s"
            + " order by at desc, id desc limit ?";

    private static final String NAME_NOBODY = "update mail set text = regexp_replace(text, ?, ?, 'gi'),"
            + " html = regexp_replace(html, ?, ?, 'gi') where tenant_id = ? and internal and ticket_number in"
            + " (select ticket_number from mail where tenant_id = ? and lower(recipient) = ?)"
            + " and (? or ticket_number in (select number from ticket where tenant_id = ? and requester_subject = ?))";

    @Inject
    TenantEntities entities;

    @Inject
    TenantStatements statements;

    /** @param undeliverable whether its address is marked as one that mails do not reach */
    public record Claimed(Mail mail, boolean undeliverable) {}

    private record Claim(String id, boolean undeliverable) {}

    void add(Mail mail) {
        entities.manager().persist(mail);
    }

    /**
     * The mail that is most urgent, or has been due longest, and that no other node is sending; it is the caller's until the
     * commit. Empty also where as many have gone out as may.
     */
    public Optional<Claimed> claim(Instant now, List<Limit> limits) {
        var values = new ArrayList<Object>(List.of(statements.tenant(), now));
        for (var limit : limits) {
            for (var most : List.of(limit.most(), limit.mostWithNews())) {
                values.addAll(List.of(statements.tenant(), limit.since(), most, most));
            }
        }
        return statements
                .first(
                        CLAIM.formatted(LIMIT.repeat(limits.size())),
                        row -> new Claim(row.getString(1), row.getBoolean(2)),
                        values.toArray())
                .map(claim -> new Claimed(
                        entities.manager()
                                .createQuery("select m from Mail m where m.id = :id", Mail.class)
                                .setParameter("id", claim.id())
                                .getSingleResult(),
                        claim.undeliverable()));
    }

    /** Writes what changed now, so that what the database dislikes shows before the mail is sent. */
    public void flush() {
        entities.manager().flush();
    }

    /**
     * The ticket's mails, sent and received.
     *
     * @param onlyVisibleToRequester without what only agents see: of what was received, mails that are not in the conversation
     */
    public MailHistory ofTicket(long ticketNumber, boolean onlyVisibleToRequester, Portion portion) {
        var number = List.of(statements.tenant(), ticketNumber, !onlyVisibleToRequester);
        var values = new ArrayList<Object>(number);
        values.addAll(number);
        portion.before().ifPresent(place -> values.addAll(List.of(place.at(), place.id())));
        // One more tells whether there are more.
        values.add(portion.most() + 1);
        var newest = statements.list(
                HISTORY.formatted(portion.before().isPresent() ? " where (at, id) < (?, ?)" : ""),
                MailStore::summary,
                values.toArray());
        var shown = new ArrayList<>(newest.subList(0, Math.min(newest.size(), portion.most())));
        Collections.reverse(shown);
        return new MailHistory(
                List.copyOf(shown),
                newest.size() > shown.size() ? Optional.of(Place.of(shown.get(0))) : Optional.empty());
    }

    private static MailSummary summary(ResultSet row) throws SQLException {
        return new MailSummary(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                Optional.ofNullable(row.getString(5)).map(MailState::valueOf));
    }

    /** By Message-ID with its brackets, whether or not it is a ticket's. */
    public Optional<Mail> byMessageId(String messageId) {
        return entities.manager()
                .createQuery("select m from Mail m where m.messageId = :id", Mail.class)
                .setParameter("id", messageId)
                .getResultStream()
                .findFirst();
    }

    /** Those of tickets, by Message-ID with its brackets. */
    public List<Mail> ofTickets(Collection<String> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : entities.manager()
                        .createQuery(
                                "select m from Mail m where m.messageId in :ids and m.ticketNumber is not null",
                                Mail.class)
                        .setParameter("ids", messageIds)
                        .getResultList();
    }

    public Optional<Mail> ofTicket(long ticketNumber, String id) {
        return entities.manager()
                .createQuery("select m from Mail m where m.ticketNumber = :number and m.id = :id", Mail.class)
                .setParameter("number", ticketNumber)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /**
     * Deletes mails that belong to no ticket and wait for nothing; a ticket's are part of what happened to it.
     *
     * @return how many there were
     */
    public int deleteWithoutTicket(Instant before) {
        return entities.manager()
                .createQuery("delete from Mail m where m.ticketNumber is null and m.createdAt < :before"
                        + " and m.state <> :queued")
                .setParameter("before", before)
                .setParameter("queued", MailState.QUEUED)
                .executeUpdate();
    }

    /**
     * Mails to the person that belong to no ticket go, and so does what has not been sent; the others tell what happened to
     * a ticket, to nobody. Mails of tickets that are not the person's may be another's who has the address as well.
     */
    void forget(@Observes AccountErased person) {
        if (person.email().isEmpty()) {
            return;
        }
        nameNobody(person);
        var to = "lower(m.recipient) = :email"
                + (person.emailVerified()
                        ? ""
                        : " and m.ticketNumber in (select t.number from Ticket t where t.requesterSubject = :subject)");
        erase(
                        "delete from Mail m where (m.ticketNumber is null or m.state in (:queued, :dead, :withheld)) and "
                                + to,
                        person)
                .setParameter("queued", MailState.QUEUED)
                .setParameter("dead", MailState.DEAD)
                .setParameter("withheld", MailState.WITHHELD)
                .executeUpdate();
        erase("update Mail m set m.recipient = '', m.recipientName = :word where " + to, person)
                .setParameter("word", person.word())
                .executeUpdate();
    }

    /** What the staff were told of a mail to the person that did not arrive names the address. */
    private void nameNobody(AccountErased person) {
        var tenant = statements.tenant();
        // Literally, whatever it is made of.
        var literally = "***=";
        statements.update(
                NAME_NOBODY,
                literally + person.email(),
                person.word(),
                literally + HtmlMail.escaped(person.email()),
                HtmlMail.escaped(person.word()),
                tenant,
                tenant,
                person.email().toLowerCase(Locale.ROOT),
                person.emailVerified(),
                tenant,
                person.subject());
    }

    private Query erase(String statement, AccountErased person) {
        var query = entities.manager()
                .createQuery(statement)
                .setParameter("email", person.email().toLowerCase(Locale.ROOT));
        return person.emailVerified() ? query : query.setParameter("subject", person.subject());
    }
}
