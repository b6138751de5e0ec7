package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.manifest.Tone;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.issue.boundary.IssueView;
import dev.portico.portal.mail.boundary.UnsentMails;
import dev.portico.portal.mail.control.Action;
import dev.portico.portal.mail.control.MailHistory;
import dev.portico.portal.mail.control.MailRequest;
import dev.portico.portal.mail.control.MailStore;
import dev.portico.portal.mail.control.MailSummary;
import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.mail.control.Recipient;
import dev.portico.portal.mail.control.SendingLimits.Limit;
import dev.portico.portal.mail.control.UnsentMail;
import dev.portico.portal.mail.control.UnsentMailStore.Filter;
import dev.portico.portal.mail.control.Unsubscribing;
import dev.portico.portal.mail.entity.MailProblem;
import dev.portico.portal.mail.entity.MailState;
import dev.portico.portal.release.boundary.TenantEffects;
import dev.portico.portal.subscription.boundary.SubscriptionRetention;
import dev.portico.portal.subscription.control.IssueNews;
import dev.portico.portal.subscription.control.NewsStore;
import dev.portico.portal.subscription.control.NewsWords;
import dev.portico.portal.subscription.control.NewsWords.Phrase;
import dev.portico.portal.subscription.control.NewsWords.Said;
import dev.portico.portal.subscription.control.StoredNews;
import dev.portico.portal.subscription.control.SubscriptionStore;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionKind;
import dev.portico.portal.subscription.entity.TopicChoice;
import dev.portico.portal.subscription.entity.Wish;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.tenant.control.TenantStatements;
import dev.portico.portal.ticket.boundary.IssueNotices;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.web.Tokens;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class StoresIT {
    @Inject
    People people;

    @Inject
    TenantContext tenants;

    @Inject
    TenantEntities entities;

    @Inject
    UserTransaction transaction;

    @Inject
    TicketStore tickets;

    @Inject
    AccountStore accounts;

    @Inject
    Outbox outbox;

    @Inject
    MailStore mails;

    @Inject
    TenantStatements statements;

    @Inject
    UnsentMails unsentMails;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    SubscriptionRetention retention;

    @Inject
    NewsStore news;

    @Inject
    Event<IssueNews> issueNews;

    @Inject
    IssueNotices notices;

    @Inject
    TenantEffects effects;

    @Inject
    Tickets useCases;

    @Deployment
    static WebArchive product() {
        return Product.with(StoresIT.class);
    }

    @Test
    void without_a_tenant_nothing_is_read() throws Exception {
        transaction.begin();
        try {
            assertThatThrownBy(() -> tickets.find(1001))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("No tenant");
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void outside_a_transaction_nothing_is_read() {
        assertThatThrownBy(() -> people.outside("harmony", () -> tickets.find(1001)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_transaction_belongs_to_one_tenant() throws Exception {
        transaction.begin();
        try {
            tenants.within(people.tenant("harmony"), () -> tickets.find(1001));
            assertThatThrownBy(() -> tenants.within(people.tenant("bmc"), () -> tickets.find(1001)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("harmony")
                    .hasMessageContaining("bmc");
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void the_next_transaction_may_be_another_tenants() {
        var ana = people.customer("harmony");
        var ines = people.customer("bmc");
        for (var round = 0; round < 3; round++) {
            assertThat(people.in("harmony", () -> accounts.find(ana.subject()))).isPresent();
            assertThat(people.in("bmc", () -> accounts.find(ana.subject()))).isEmpty();
            assertThat(people.in("bmc", () -> accounts.find(ines.subject()))).isPresent();
            assertThat(people.in("harmony", () -> accounts.find(ines.subject())))
                    .isEmpty();
        }
    }

    @Test
    void native_queries_do_not_get_around_the_tenant() {
        people.file("harmony", people.customer("harmony"), "Behind two walls");
        var seen = people.in("bmc", () -> {
            try (var row = entities.manager()
                    .unwrap(java.sql.Connection.class)
                    .createStatement()
                    .executeQuery("select count(*) from ticket where tenant_id = 'harmony'")) {
                row.next();
                return row.getLong(1);
            }
        });
        assertThat(seen).isZero();
    }

    @Test
    void tickets_are_found_locked_and_counted_in_their_own_tenant() {
        var ana = people.customer("harmony");
        var number = people.file("harmony", ana, "Stored");
        assertThat(people.in("harmony", () -> tickets.find(number))).isPresent();
        assertThat(people.in("harmony", () -> tickets.lock(number))).isPresent();
        assertThat(people.in("harmony", () -> tickets.entries(number, true))).hasSize(1);
        assertThat(people.in("harmony", () -> tickets.tally(Optional.of(ana.subject()), Optional.empty()))
                        .all())
                .isEqualTo(1);
        assertThat(people.in("bmc", () -> tickets.find(number))
                        .filter(ticket -> ticket.subject().equals("Stored")))
                .isEmpty();
        assertThat(people.in("bmc", () -> tickets.entries(number, true)))
                .noneMatch(entry -> entry.author().name().equals(ana.name()));
        assertThat(people.in("bmc", () -> tickets.tally(Optional.of(ana.subject()), Optional.empty()))
                        .all())
                .isZero();
    }

    @Test
    void tenants_count_their_tickets_apart() {
        var before = people.in("bmc", () -> tickets.nextNumber());
        for (var i = 0; i < 5; i++) {
            people.in("harmony", () -> tickets.nextNumber());
        }
        assertThat(people.in("bmc", () -> tickets.nextNumber())).isEqualTo(before + 1);
    }

    @Test
    void organizations_of_one_name_are_two_in_two_tenants() {
        var id = "o" + UUID.randomUUID();
        people.in("harmony", () -> {
            accounts.add(new Organization(id, "Acme", Instant.now()));
            return id;
        });
        assertThat(people.in("bmc", () -> accounts.organization(id))).isEmpty();
        people.in("bmc", () -> {
            accounts.add(new Organization(id, "Another Acme", Instant.now()));
            return id;
        });
        assertThat(people.in(
                        "harmony", () -> accounts.organization(id).orElseThrow().name()))
                .isEqualTo("Acme");
    }

    @Test
    void a_mail_of_a_transaction_that_is_rolled_back_is_never_sent() {
        var number = people.file("harmony", people.customer("harmony"), "Rolled back");
        assertThatThrownBy(() -> people.in("harmony", () -> {
                    outbox.enqueue(mail(Optional.of(number), "reader@customer.example", "Never"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(mails(number)).noneMatch(mail -> mail.subject().contains("Never"));
        people.in("harmony", () -> {
            outbox.enqueue(mail(Optional.of(number), "reader@customer.example", "Kept"));
            return number;
        });
        assertThat(mails(number)).anyMatch(mail -> mail.subject().contains("Kept"));
        assertThat(people.in("bmc", () -> mails.ofTicket(number, false, MailHistory.Portion.ALL)
                        .mails()))
                .noneMatch(mail -> mail.subject().contains("Kept"));
    }

    @Test
    void a_mail_waits_while_the_mail_server_is_away() {
        setEarlierMailsAside();
        var number = people.file("harmony", people.customer("harmony"), "Waiting");
        people.in("harmony", () -> {
            outbox.enqueue(mail(Optional.of(number), "reader@customer.example", "Patience"));
            return number;
        });
        awaitMail(
                number,
                mail -> mail.state().orElseThrow() == MailState.QUEUED
                        && people.in("harmony", () -> mails.ofTicket(number, mail.id())
                                .orElseThrow()
                                .problem()
                                .equals(Optional.of(MailProblem.UNREACHABLE))));
    }

    /** While the server is away, each round tries one. */
    private void setEarlierMailsAside() {
        for (var tenant : List.of("harmony", "bmc")) {
            people.in(tenant, () -> entities.manager()
                    .createNativeQuery("update mail set next_attempt_at = now() + interval '1 hour'"
                            + " where state = 'QUEUED' and tenant_id = '" + tenant + "'")
                    .executeUpdate());
        }
    }

    @Test
    void a_mail_that_cannot_be_addressed_is_given_up_and_tried_again_on_demand() {
        setEarlierMailsAside();
        var number = people.file("harmony", people.customer("harmony"), "Dead");
        people.in("harmony", () -> {
            outbox.enqueue(mail(Optional.of(number), "no address at all", "Undeliverable"));
            return number;
        });
        awaitMail(
                number,
                mail -> mail.subject().contains("Undeliverable") && mail.state().orElseThrow() == MailState.DEAD);
        var dead = letter("harmony", number).orElseThrow();
        assertThat(dead.reason()).isNotBlank();
        assertThat(letter("bmc", number)).isEmpty();
        assertThatThrownBy(() -> people.outside("bmc", () -> {
                    unsentMails.again(dead.id());
                    return dead;
                }))
                .isInstanceOfSatisfying(PortalException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(PortalException.Kind.NOT_FOUND));
        people.outside("harmony", () -> {
            unsentMails.again(dead.id());
            return dead;
        });
        awaitMail(number, mail -> mail.id().equals(dead.id()) && mail.state().orElseThrow() == MailState.DEAD);
    }

    @Test
    void a_mail_waits_where_as_many_have_gone_out_as_may() {
        setEarlierMailsAside();
        uncommitted(() -> {
            outbox.enqueue(mail(Optional.empty(), "limited@x.example", "Limited"));
            mails.flush();
            var since = Instant.now().minus(Duration.ofHours(1));
            var sent = sent(since);
            var now = Instant.now();
            var loose = new Limit(sent + 1, since);
            assertThat(mails.claim(now, List.of(loose, new Limit(sent, since)))).isEmpty();
            assertThat(mails.claim(now, List.of(loose))).isPresent();
        });
    }

    @Test
    void news_waits_for_what_lets_somebody_in_and_for_cases() {
        setEarlierMailsAside();
        uncommitted(() -> {
            outbox.enqueue(news());
            outbox.enqueue(mail(Optional.empty(), "invited@x.example", "Invitation"));
            mails.flush();
            var first = mails.claim(Instant.now(), List.of()).orElseThrow();
            assertThat(first.mail().content().subject()).contains("Invitation");
        });
    }

    @Test
    void news_leaves_a_fifth_of_what_may_go_out_to_the_rest() {
        setEarlierMailsAside();
        uncommitted(() -> {
            var since = Instant.now().minus(Duration.ofHours(1));
            // One has gone out at least.
            outbox.enqueue(mail(Optional.empty(), "first@x.example", "First"));
            mails.flush();
            mails.claim(Instant.now(), List.of()).orElseThrow().mail().sent(Instant.now());
            outbox.enqueue(news());
            mails.flush();
            var sent = sent(since);
            var withReserve = sent + Math.max(1, sent / 4);
            var room = new Limit(withReserve + 1, since);
            var usedUp = new Limit(withReserve, since);
            var wide = new Limit(10 * sent, since);
            var now = Instant.now();
            assertThat(mails.claim(now, List.of(room, wide))).isPresent();
            assertThat(mails.claim(now, List.of(wide, usedUp))).isEmpty();
            assertThat(mails.claim(now, List.of(usedUp, wide))).isEmpty();

            outbox.enqueue(mail(Optional.empty(), "invited@x.example", "Invitation"));
            mails.flush();
            assertThat(mails.claim(Instant.now(), List.of(new Limit(sent + 1, since))))
                    .hasValueSatisfying(claimed ->
                            assertThat(claimed.mail().content().subject()).contains("Invitation"));
        });
    }

    private int sent(Instant since) {
        return statements
                .first(
                        "select count(*) from mail where tenant_id = ? and sent_at > ?",
                        row -> row.getInt(1),
                        statements.tenant(),
                        since)
                .orElseThrow();
    }

    private static MailRequest news() {
        return new MailRequest(
                Optional.empty(),
                new Recipient("", "news@x.example", Locale.ENGLISH, ZoneOffset.UTC),
                false,
                "News",
                "News",
                Optional.empty(),
                Optional.of(new Unsubscribing(
                        "Reason",
                        new Action("Manage", URI.create("https://x.example/manage")),
                        new Action("Leave", URI.create("https://x.example/leave")))));
    }

    /** So that no worker sees it. */
    private void uncommitted(Runnable deed) {
        people.outside("harmony", () -> {
            transaction.begin();
            try {
                deed.run();
                return deed;
            } finally {
                transaction.rollback();
            }
        });
    }

    @Test
    void whoever_has_not_confirmed_or_has_left_is_forgotten_in_time() {
        var now = Instant.now();
        var active = subscription("active", now.minus(Duration.ofDays(90)));
        active.confirmed(now.minus(Duration.ofDays(90)));
        var leaving = subscription("leaving", now.minus(Duration.ofDays(90)));
        leaving.ended(now.minus(Duration.ofDays(29)));
        var left = subscription("left", now.minus(Duration.ofDays(90)));
        left.ended(now.minus(Duration.ofDays(31)));
        keep("harmony", active, leaving, left, subscription("late", now.minus(Duration.ofDays(3))));
        keep("bmc", subscription("late", now.minus(Duration.ofDays(3))));

        people.outside("harmony", retention::sweep);

        assertThat(subscribers("harmony")).containsExactlyInAnyOrder("active@x.example", "leaving@x.example");
        assertThat(subscribers("bmc")).containsExactly("late@x.example");
    }

    private static Subscription subscription(String name, Instant since) {
        return subscription("wire", name, since);
    }

    private static Subscription subscription(String plugin, String name, Instant since) {
        var wish = new Wish(
                plugin,
                SubscriptionKind.EMAIL,
                name + "@x.example",
                "",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                TopicChoice.ALL);
        return new Subscription(UUID.randomUUID().toString(), wish, Tokens.random(), Tokens.random(), since);
    }

    private void keep(String tenant, Subscription... some) {
        people.in(tenant, () -> {
            List.of(some).forEach(subscriptions::add);
            return tenant;
        });
    }

    private List<String> subscribers(String tenant) {
        return subscribers(tenant, "wire");
    }

    private List<String> subscribers(String tenant, String plugin) {
        return people.in(tenant, () -> subscriptions.page(plugin, "", 0, 100)).stream()
                .map(Subscription::email)
                .toList();
    }

    @Test
    void mails_of_a_month_ago_are_kept_with_their_ticket_alone() {
        var number = people.file("harmony", people.customer("harmony"), "Long ago");
        people.in("harmony", () -> {
            outbox.enqueue(mail(Optional.of(number), "kept@x.example", "Of a ticket"));
            outbox.enqueue(mail(Optional.empty(), "gone@x.example", "Of none"));
            entities.manager().flush();
            return entities.manager()
                    .createNativeQuery("update mail set state = 'SENT', created_at = now() - interval '31 days'"
                            + " where tenant_id = 'harmony' and recipient in ('kept@x.example', 'gone@x.example')")
                    .executeUpdate();
        });

        people.outside("harmony", retention::sweep);

        assertThat(people.in("harmony", () -> entities.manager()
                        .createQuery(
                                "select m.recipient from Mail m"
                                        + " where m.recipient in ('kept@x.example', 'gone@x.example')",
                                String.class)
                        .getResultList()))
                .isEqualTo(List.of("kept@x.example"));
    }

    @Test
    void news_of_an_issue_reaches_each_open_ticket_once_in_order_and_goes_with_its_plugin() {
        var issue = "i-" + UUID.randomUUID();
        var affected = file(Optional.of(issue));
        var closed = file(Optional.of(issue));
        people.outside("harmony", () -> {
            people.move(people.agent(), closed, "closed");
            return closed;
        });
        var other = file(Optional.empty());
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        people.in("harmony", () -> {
            for (var said : List.of(news(issue, "It is over", now), news(issue, "It fails", now.minusSeconds(60)))) {
                news.add(said);
                issueNews.fire(new IssueNews("harmony", "gone-wire", issue, said));
            }
            return issue;
        });
        keep("harmony", subscription("gone-wire", "harmony-wire", now));
        keep("bmc", subscription("gone-wire", "bmc-wire", now));

        // The portal's own worker may be at it as well.
        people.outside("harmony", notices::tellNext);
        awaitMail(affected, mail -> mail.subject().contains("It is over"));

        assertThat(notices(affected)).containsExactly("[" + affected + "] It fails", "[" + affected + "] It is over");
        assertThat(notices(closed)).isEmpty();
        assertThat(notices(other)).isEmpty();

        people.outside("harmony", () -> {
            effects.forget("gone-wire");
            return issue;
        });
        assertThat(people.in("harmony", () -> news.find("gone-wire", issue + "It fails")))
                .isEmpty();
        assertThat(subscribers("harmony", "gone-wire")).isEmpty();
        assertThat(subscribers("bmc", "gone-wire")).contains("bmc-wire@x.example");
    }

    private long file(Optional<String> issue) {
        var actor = people.customer("harmony");
        var linked = issue.stream()
                .map(id -> IssueView.remembered("gone-wire/" + id, "It fails", Instant.now()))
                .toList();
        return people.outside("harmony", () -> useCases.submit(actor, People.ticket("It fails for me", linked))
                .number());
    }

    private static StoredNews news(String issue, String title, Instant at) {
        var phrase = new Phrase(title, Optional.empty());
        var words = new NewsWords(Map.of(Locale.ENGLISH, new Said(phrase, phrase)));
        return new StoredNews(
                "gone-wire", issue + title, at, at, Set.of("all"), Tone.WARNING, words, "", Optional.of(issue));
    }

    private List<String> notices(long number) {
        return mails(number).stream()
                .map(MailSummary::subject)
                .filter(subject -> subject.endsWith("It fails") || subject.endsWith("It is over"))
                .toList();
    }

    private Optional<UnsentMail> letter(String tenant, long number) {
        return people
                .outside(
                        tenant,
                        () -> unsentMails.list(new Filter(MailState.DEAD, ""), Optional.empty(), 100, Instant.now()))
                .mails()
                .stream()
                .filter(letter -> letter.ticketNumber().filter(n -> n == number).isPresent())
                .findFirst();
    }

    private List<MailSummary> mails(long number) {
        return people.in("harmony", () -> mails.ofTicket(number, false, MailHistory.Portion.ALL)
                .mails());
    }

    private void awaitMail(long number, Predicate<MailSummary> wanted) {
        var deadline = Instant.now().plusSeconds(30);
        while (mails(number).stream().noneMatch(wanted)) {
            assertThat(Instant.now()).as(() -> mails(number).toString()).isBefore(deadline);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static MailRequest mail(Optional<Long> number, String address, String subject) {
        var recipient = new Recipient("Reader", address, Locale.ENGLISH, ZoneOffset.UTC);
        return new MailRequest(number, recipient, true, subject, "Text", Optional.empty());
    }
}
