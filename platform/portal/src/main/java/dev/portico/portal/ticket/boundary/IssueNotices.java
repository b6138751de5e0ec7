package dev.portico.portal.ticket.boundary;

import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.issue.boundary.IssueReference;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.subscription.control.IssueNews;
import dev.portico.portal.subscription.control.NewsMail;
import dev.portico.portal.subscription.control.NewsStore;
import dev.portico.portal.subscription.control.StoredNews;
import dev.portico.portal.ticket.control.IssueNoticeStore;
import dev.portico.portal.ticket.control.Notifier;
import dev.portico.portal.ticket.control.Notifier.Said;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.Map;

/** Tells the requesters whose ticket is linked to a known issue what comes of it, in the thread of that ticket (F2). */
@ApplicationScoped
@Transactional
public class IssueNotices {
    private static final int PORTION = 50;
    private static final Comparator<Told> IN_ORDER = Comparator.comparing(
                    (Told told) -> told.news().takenAt())
            .thenComparing(told -> told.news().happenedAt());

    @Inject
    IssueNoticeStore store;

    @Inject
    TicketStore tickets;

    @Inject
    NewsStore news;

    @Inject
    NewsMail words;

    @Inject
    Notifier notifier;

    @Inject
    Texts texts;

    private record Told(long ticketNumber, StoredNews news) {}

    /** In the transaction that marks the news as passed on, so that each ticket is noted exactly once. */
    void note(@Observes IssueNews said) {
        store.add(said.pluginId(), said.news().id(), new IssueReference(said.pluginId(), said.issueId()).toString());
    }

    /**
     * Puts the next mails into the outbox.
     *
     * @return whether there were any to be thought of
     */
    public boolean tellNext() {
        var notices = store.take(PORTION);
        notices.stream()
                .flatMap(
                        notice -> news
                                .find(notice.pluginId(), notice.newsId())
                                .map(said -> new Told(notice.ticketNumber(), said))
                                .stream())
                .sorted(IN_ORDER)
                .forEach(this::tell);
        return !notices.isEmpty();
    }

    private void tell(Told told) {
        tickets.find(told.ticketNumber())
                .filter(Ticket::open)
                .ifPresent(ticket ->
                        notifier.tell(ticket, Notifications::issues, reader -> said(told.news(), ticket, reader)));
    }

    private Said said(StoredNews said, Ticket ticket, Reader reader) {
        return new Said(
                texts.text(
                        reader,
                        "ticket.mail.issue.subject",
                        Map.of("number", Long.toString(ticket.number()), "title", words.title(said, reader))),
                texts.text(reader, "ticket.mail.issue.text", Map.of("news", words.body(said, reader))));
    }
}
