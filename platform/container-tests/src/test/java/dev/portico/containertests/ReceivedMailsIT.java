package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.mail.control.RecipientUnknown;
import dev.portico.portal.mail.control.UndeliverableStore;
import dev.portico.portal.mailbox.boundary.MailRetention;
import dev.portico.portal.mailbox.control.LeftMailStore;
import dev.portico.portal.mailbox.control.MailDeeds;
import dev.portico.portal.mailbox.control.ReceivedMailStore;
import dev.portico.portal.mailbox.entity.KeptMail;
import dev.portico.portal.mailbox.entity.LeftMail;
import dev.portico.portal.tenant.control.TenantStatements;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Channel;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** For how long received mails are kept, and that they go with whoever sent them. */
@ExtendWith(ArquillianExtension.class)
class ReceivedMailsIT {
    private static final String BOX = "kept";

    /** Its desk mails notes to whoever the ticket is assigned to. */
    private static final String DESK = "app-builder";

    @Inject
    People people;

    @Inject
    TenantStatements statements;

    @Inject
    ReceivedMailStore mails;

    @Inject
    LeftMailStore left;

    @Inject
    MailRetention retention;

    @Inject
    Tickets tickets;

    @Inject
    MailDeeds deeds;

    @Inject
    UndeliverableStore undeliverable;

    @Inject
    Event<AccountErased> erased;

    @Deployment
    static WebArchive product() {
        return Product.with(ReceivedMailsIT.class);
    }

    @Test
    void who_is_erased_is_in_no_mail_and_no_mail_of_theirs_comes_in_again() {
        var email = UUID.randomUUID() + "@x.example";
        var other = UUID.randomUUID() + "@x.example";
        var ticket = people.file("harmony", people.customer("harmony"), "By mail");
        for (var tenant : List.of("harmony", "bmc")) {
            mailbox(tenant);
        }
        add("harmony", email, "of-ticket");
        add("harmony", email, "aside");
        add("harmony", email, "waiting");
        add("harmony", other, "other");
        add("bmc", email, "elsewhere");
        settle("harmony", email, "of-ticket", "TICKET", null, ticket, Instant.now());
        settle("harmony", email, "aside", "ASIDE", "TOKEN", null, Instant.now());
        settle("harmony", other, "other", "IGNORED", "AUTOMATIC", null, Instant.now());

        people.in("harmony", () -> {
            erased.fire(new AccountErased("somebody", email.toUpperCase(Locale.ROOT), true, "Deleted"));
            return email;
        });

        assertThat(rows("harmony", email)).isEmpty();
        assertThat(rows("bmc", email)).containsExactly("WAITING null whole");
        assertThat(rows("harmony", other)).containsExactly("IGNORED AUTOMATIC whole");
        assertThat(ofHash("harmony", email))
                .containsExactlyInAnyOrder("TICKET null", "IGNORED ERASED", "IGNORED ERASED");
        assertThat(add("harmony", email, "of-ticket")).isFalse();
        assertThat(add("harmony", email, "new")).isTrue();
    }

    @Test
    void the_address_of_who_is_erased_is_in_no_note_no_mail_and_no_mark() {
        // HTML has it otherwise than text.
        var person = people.customer(DESK, "o'" + UUID.randomUUID() + "@customer.example");
        var other = people.customer(DESK);
        var email = person.email();
        var inHtml = email.replace("'", "&#39;");
        var agent = people.agent();
        // Somebody else's ticket, in which the person takes part. The agent is told of notes, in mails.
        var ticket = noted(other);
        people.outside(DESK, () -> {
            tickets.assign(agent, ticket, "", Optional.of(assignee(agent)));
            tickets.invite(agent, ticket, email);
            return ticket;
        });
        mailbox(DESK);
        add(DESK, "mailer-daemon@x.example", email);
        settle(DESK, "mailer-daemon@x.example", email, "IGNORED", "BOUNCE", ticket, Instant.now());
        people.in(DESK, () -> {
            for (var address : List.of(email, other.email())) {
                undeliverable.mark(address, "550 5.1.1 <" + address + "> unknown");
                deeds.note(new RecipientUnknown(Optional.of(ticket), address, "550 5.1.1 <" + address + "> unknown"));
            }
            return statements.update(
                    "update received_mail set detail = ?, message_id = '' where tenant_id = ? and message_id = ?",
                    "550 5.1.1 <" + email + "> unknown",
                    statements.tenant(),
                    id("mailer-daemon@x.example", email));
        });
        assertThat(tablesWith(email)).contains("mail", "ticket_entry", "undeliverable_address", "received_mail");
        assertThat(tablesWith(inHtml)).containsExactly("mail");

        people.in(DESK, () -> {
            erased.fire(new AccountErased(person.subject(), email.toUpperCase(Locale.ROOT), true, "Deleted"));
            return email;
        });

        assertThat(tablesWith(email)).containsExactly("account");
        assertThat(tablesWith(inHtml)).isEmpty();
        assertThat(list(
                        DESK,
                        "select 'noted' from mail where tenant_id = ? and internal and ticket_number = ? and text like"
                                + " '%did not reach Deleted.%' and html like '%did not reach Deleted.%'",
                        ticket))
                .isNotEmpty();
        assertThat(tablesWith(other.email())).contains("mail", "ticket_entry", "undeliverable_address");
        assertThat(list(
                        DESK,
                        "select text from ticket_entry where tenant_id = ? and ticket_number = ? and kind = 'NOTE'",
                        ticket))
                .containsExactlyInAnyOrder(
                        "An email of this case did not reach Deleted.",
                        "An email of this case did not reach " + other.email()
                                + ". The mail server says:\n> 550 5.1.1 <" + other.email() + "> unknown");
    }

    @Test
    void an_address_that_nobody_has_is_not_marked() {
        var known = people.customer(DESK).email();
        var unknown = UUID.randomUUID() + "@customer.example";
        assertThat(people.in(DESK, () -> {
                    undeliverable.mark(known, "550 5.1.1");
                    undeliverable.mark(unknown, "550 5.1.1");
                    return List.of(undeliverable.marked(known), undeliverable.marked(unknown));
                }))
                .containsExactly(true, false);
    }

    @Test
    void who_is_erased_takes_no_bounce_with_them_that_is_about_somebody_else() {
        var email = "ana" + UUID.randomUUID() + "@x.example";
        mailbox("harmony");
        for (var address : List.of(email, "sus" + email, email + ".org")) {
            add("harmony", "mailer-daemon@x.example", address);
            settle("harmony", "mailer-daemon@x.example", address, "IGNORED", "BOUNCE", null, Instant.now());
            people.in(
                    "harmony",
                    () -> statements.update(
                            "update received_mail set detail = ? where tenant_id = ? and message_id = ?",
                            "550 5.1.1 <" + address + "> unknown",
                            statements.tenant(),
                            id("mailer-daemon@x.example", address)));
        }
        people.in("harmony", () -> {
            erased.fire(new AccountErased("somebody", email, true, "Deleted"));
            return email;
        });
        assertThat(list(
                        "harmony",
                        "select detail from received_mail where tenant_id = ? and detail like ?",
                        "%" + email + "%"))
                .containsExactlyInAnyOrder(
                        "550 5.1.1 <sus" + email + "> unknown", "550 5.1.1 <" + email + ".org> unknown");
    }

    @Test
    void what_was_left_at_the_server_is_fetched_again_while_it_has_the_same_number() {
        mailbox("harmony");
        people.in(
                "harmony",
                () -> statements.update(
                        "delete from received_mail where tenant_id = ? and mailbox_id = ? and uid is not null",
                        statements.tenant(),
                        BOX));
        people.in("harmony", () -> {
            left.add(BOX, 7, 1, "refused", true);
            left.add(BOX, 7, 2, "ended the portal", false);
            return BOX;
        });
        assertThat(nextLeft(7)).isEmpty();
        people.in(
                "harmony",
                () -> statements.update(
                        "update received_mail set fetch_at = now() where tenant_id = ? and mailbox_id = ? and fetch_at is not null",
                        statements.tenant(),
                        BOX));
        assertThat(nextLeft(8)).isEmpty();
        assertThat(nextLeft(7).map(LeftMail::uid)).contains(1L);
        assertThat(nextLeft(7)).isEmpty();
        people.in("harmony", () -> {
            left.renumbered(BOX, 8);
            return BOX;
        });
        assertThat(list(
                        "harmony",
                        "select reason from received_mail where tenant_id = ? and mailbox_id = ? and body_hash like 'uid %'",
                        BOX))
                .containsExactly("GONE", "GONE");
    }

    @Test
    void a_mail_of_which_there_is_only_the_header_is_found_by_its_new_number() {
        mailbox("harmony");
        var large = new KeptMail("<" + UUID.randomUUID() + ">", "hash", "a@x.example", "Large", new byte[] {'x'}, 100);
        people.in("harmony", () -> mails.add(BOX, large, 7, 1));
        people.in("harmony", () -> mails.add(BOX, large, 8, 5));
        assertThat(list(
                        "harmony",
                        "select uid_validity || '.' || uid from received_mail where tenant_id = ? and message_id = ?",
                        large.messageId()))
                .containsExactly("8.5");
    }

    private Optional<LeftMail> nextLeft(long uidValidity) {
        return people.in("harmony", () -> left.next(BOX, uidValidity));
    }

    private long noted(Actor requester) {
        var values = Map.of("priority", "normal", "keyword", "other", "subject", "Shared", "description", "Help");
        var ticket = new NewTicket(
                "ticket",
                values,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Channel.WEB);
        return people.outside(DESK, () -> tickets.submit(requester, ticket).number());
    }

    private static Assignee assignee(Actor agent) {
        return new Assignee(agent.subject(), agent.name(), agent.email(), Locale.ENGLISH);
    }

    /** Of all that tenants have, the event's account aside. */
    private List<String> tablesWith(String email) {
        return list(
                        DESK,
                        "select table_name::text from information_schema.columns where column_name = 'tenant_id' and ? <> '' and"
                                + " table_schema = current_schema() order by 1")
                .stream()
                .filter(table -> !list(
                                DESK,
                                "select 'found' from " + table
                                        + " t where tenant_id = ? and position(? in lower(t::text)) > 0",
                                email)
                        .isEmpty())
                .toList();
    }

    @Test
    void whose_address_nobody_has_seen_loses_the_mails_of_their_own_tickets_alone() {
        var email = UUID.randomUUID() + "@x.example";
        var person = people.customer("harmony");
        var ticket = people.file("harmony", person, "By mail");
        var foreign = people.file("harmony", people.customer("harmony"), "By mail as well");
        mailbox("harmony");
        add("harmony", email, "own");
        add("harmony", email, "foreign");
        settle("harmony", email, "own", "TICKET", null, ticket, Instant.now());
        settle("harmony", email, "foreign", "TICKET", null, foreign, Instant.now());

        people.in("harmony", () -> {
            erased.fire(new AccountErased(person.subject(), email, false, "Deleted"));
            return email;
        });

        assertThat(rows("harmony", email)).containsExactly("TICKET null whole");
    }

    @Test
    void content_goes_in_time_and_the_mail_stays_known() {
        var email = UUID.randomUUID() + "@x.example";
        var now = Instant.now();
        var ticket = people.file("harmony", people.customer("harmony"), "By mail");
        mailbox("harmony");
        for (var name : List.of("old-ticket", "ticket", "old-rest", "rest", "old-aside")) {
            add("harmony", email, name);
        }
        settle("harmony", email, "old-ticket", "COMMENT", null, ticket, now.minus(Duration.ofDays(731)));
        settle("harmony", email, "ticket", "COMMENT", null, ticket, now.minus(Duration.ofDays(729)));
        settle("harmony", email, "old-rest", "ANSWERED", null, null, now.minus(Duration.ofDays(31)));
        settle("harmony", email, "rest", "IGNORED", "DISMISSED", null, now.minus(Duration.ofDays(29)));
        settle("harmony", email, "old-aside", "ASIDE", "TOKEN", null, now.minus(Duration.ofDays(800)));

        assertThat(people.outside("harmony", retention::sweep)).isFalse();

        assertThat(rows("harmony", email))
                .containsExactlyInAnyOrder(
                        "COMMENT null empty", "COMMENT null whole", "IGNORED DISMISSED whole", "ASIDE TOKEN whole");
        assertThat(ofHash("harmony", email)).containsExactly("ANSWERED null");
        assertThat(add("harmony", email, "old-ticket")).isFalse();
        assertThat(add("harmony", email, "old-rest")).isFalse();
    }

    private void mailbox(String tenant) {
        people.in(
                tenant,
                () -> statements.update(
                        "insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret,"
                                + " folder, ticket_type, enabled, created_at, version) values (?, ?, '', '', 143, 'TLS',"
                                + " 'PASSWORD', '', '', '', '', false, now(), 1) on conflict do nothing",
                        statements.tenant(),
                        BOX));
    }

    private boolean add(String tenant, String email, String name) {
        var mail = new KeptMail(id(email, name), "", email, "Confidential", new byte[] {'x'}, 1);
        return people.in(tenant, () -> {
            var added = mails.add(BOX, mail, 7, 1);
            // Nobody takes it up.
            statements.update(
                    "update received_mail set next_at = 'infinity' where tenant_id = ? and mailbox_id = ?",
                    statements.tenant(),
                    BOX);
            return added;
        });
    }

    private static String id(String email, String name) {
        return "<" + name + email + ">";
    }

    private void settle(
            String tenant,
            String email,
            String name,
            String state,
            @Nullable String reason,
            @Nullable Long ticket,
            Instant settledAt) {
        people.in(
                tenant,
                () -> statements.update(
                        "update received_mail set state = ?, reason = ?, ticket_number = ?, settled_at = ?"
                                + " where tenant_id = ? and message_id = ?",
                        state,
                        reason,
                        ticket,
                        settledAt,
                        statements.tenant(),
                        id(email, name)));
    }

    /** Those that say that they are from there. */
    private List<String> rows(String tenant, String email) {
        return list(
                tenant,
                "select state || ' ' || coalesce(reason, 'null') || case when raw is null then ' empty' else ' whole' end"
                        + " from received_mail where tenant_id = ? and (sender = ? or message_id like ?)",
                email,
                "%" + email + "%");
    }

    /** Those of which only the digest of such an id is left, and nothing else. */
    private List<String> ofHash(String tenant, String email) {
        return list(
                tenant,
                "select state || ' ' || coalesce(reason, 'null') from received_mail r where tenant_id = ? and sender = ''"
                        + " and subject = '' and detail = '' and raw is null and exists (select 1 from unnest(?::text[]) n where"
                        + " r.message_id = 'sha256:' || encode(sha256(convert_to(n, 'UTF8')), 'hex'))",
                List.of(
                        id(email, "of-ticket"),
                        id(email, "aside"),
                        id(email, "waiting"),
                        id(email, "old-rest"),
                        id(email, "rest")));
    }

    private List<String> list(String tenant, String sql, Object... values) {
        return people.in(tenant, () -> {
            var all = new ArrayList<Object>(List.of(statements.tenant()));
            all.addAll(List.of(values));
            return statements.list(sql, row -> row.getString(1), all.toArray());
        });
    }
}
