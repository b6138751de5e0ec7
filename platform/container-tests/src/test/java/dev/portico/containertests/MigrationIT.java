package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.keycloak.Identity;
import dev.portico.mail.Limits;
import dev.portico.mail.MailReader;
import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.boundary.Accounts;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.failure.MovedException;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mail.control.ReplyTokens;
import dev.portico.portal.mail.entity.MailState;
import dev.portico.portal.mailbox.boundary.TicketReceivedMails;
import dev.portico.portal.mailbox.control.MailDeeds;
import dev.portico.portal.mailbox.control.ReceivedMailStore;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.migration.boundary.Departures;
import dev.portico.portal.migration.boundary.Migrations;
import dev.portico.portal.migration.control.Mapping;
import dev.portico.portal.migration.entity.Obstacle;
import dev.portico.portal.migration.entity.TicketMigration;
import dev.portico.portal.migration.entity.TicketMigration.Way;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.tenant.control.TenantStatements;
import dev.portico.portal.ticket.boundary.TicketDetails;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.control.Tally;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.entity.Channel;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cases of the tenant {@code legacy} become cases of {@code harmony} (C4). */
@ExtendWith(ArquillianExtension.class)
class MigrationIT {
    private static final Way WAY = new Way("legacy-case", "harmony", "case");
    private static final Mapping MAPPING = new Mapping(
            Map.of("agents", "agents", "other", "other"),
            Map.of("1", "1", "2", "2", "3", "3", "4", "3"),
            Map.of(
                    "new", "open",
                    "working", "in-progress",
                    "escalated", "in-progress",
                    "awaiting-customer", "waiting-customer",
                    "solution-provided", "resolved",
                    "closed", "closed"));

    @Inject
    People people;

    @Inject
    Tickets tickets;

    @Inject
    Attachments attachments;

    @Inject
    Accounts accounts;

    @Inject
    Migrations migrations;

    @Inject
    Departures departures;

    @Inject
    TenantEntities entities;

    @Inject
    RequestContextController requestContext;

    @Inject
    TenantStatements statements;

    @Inject
    TicketStore store;

    @Inject
    ReplyTokens tokens;

    @Inject
    MailDeeds deeds;

    @Inject
    TicketReceivedMails receivedMails;

    @Resource
    ManagedExecutorService executor;

    @Deployment
    static WebArchive product() {
        return Product.with(MigrationIT.class);
    }

    /** Each test begins with a desk that holds nothing to move. */
    @AfterEach
    void empty() {
        people.in("legacy", () -> {
            sql("delete from ticket_migration_problem");
            sql("delete from ticket_migration");
            sql("delete from mail where state = 'QUEUED'");
            return sql("update ticket set successor_tenant = 'harmony', successor_number = 1, open = false, category ="
                    + " 'ARCHIVED' where successor_number is null");
        });
        people.in("harmony", () -> {
            sql("delete from ticket_migration_problem");
            sql("delete from ticket_migration");
            return sql("delete from mail where state = 'QUEUED'");
        });
    }

    @Test
    void a_case_arrives_with_its_story_its_people_its_files_and_its_mails() {
        var ana = people.customer("legacy");
        var agent = people.agent();
        var old = file(ana, "Sync fails", "4", "agents");
        legacy(() -> people.move(agent, old, "working"));
        legacy(() -> people.move(agent, old, "escalated"));
        legacy(() -> people.say(agent, old, "Which version?"));
        legacy(() -> people.note(agent, old, "Known fault"));
        legacy(() -> people.say(ana, old, "The newest"));
        var file = people.outside("legacy", () -> tickets.attach(ana, old, upload("trace.log", "bytes of a log")));
        people.in(
                "legacy",
                () -> sql("update mail set state = 'SENT', sent_at = created_at where ticket_number = " + old
                        + " and id = (select min(id) from mail where ticket_number = " + old + ")"));
        var before = people.outside("legacy", () -> tickets.open(agent, old));

        run();

        var now = arrived(agent, old);
        var ticket = now.ticket();
        assertThat(ticket.subject()).isEqualTo("Sync fails");
        assertThat(ticket.severity()).isEqualTo("3");
        assertThat(ticket.status()).isEqualTo("in-progress");
        assertThat(ticket.product()).contains("agents");
        assertThat(ticket.createdAt()).isEqualTo(before.ticket().createdAt());
        assertThat(ticket.updatedAt()).isEqualTo(before.ticket().updatedAt());
        assertThat(now.formerly())
                .hasValueSatisfying(tenant -> assertThat(tenant.id()).isEqualTo("legacy"));
        assertThat(messages(now)).isEqualTo(messages(before));
        // Working and escalated are one status there, so there is one step less.
        assertThat(kinds(now))
                .containsExactly(
                        EntryKind.DESCRIPTION,
                        EntryKind.STATUS,
                        EntryKind.REPLY,
                        EntryKind.NOTE,
                        EntryKind.COMMENT,
                        EntryKind.ATTACHMENT,
                        EntryKind.MOVED);
        assertThat(last(now).text()).isEqualTo("Jitterbit Version: 5.4.1");
        assertThat(now.attachments()).singleElement().satisfies(copy -> {
            assertThat(copy.id()).isEqualTo(file.id());
            assertThat(content("harmony", copy)).isEqualTo("bytes of a log");
        });
        assertThat(now.history().mails()).hasSameSizeAs(before.history().mails());
        assertThat(now.history().mails())
                .filteredOn(mail -> mail.state().orElseThrow() == MailState.SENT)
                .hasSize(1);
        assertThat(now.history().mails()).noneMatch(mail -> mail.state().orElseThrow() == MailState.QUEUED);
    }

    @Test
    void the_old_case_leads_on_for_who_may_see_it_and_takes_no_change() {
        var ana = people.customer("legacy");
        var stranger = people.customer("legacy");
        var old = file(ana, "Moves", "1", "other");
        run();
        var number = arrived(people.agent(), old).ticket().number();
        assertThatThrownBy(() -> people.outside("legacy", () -> tickets.open(ana, old)))
                .isInstanceOfSatisfying(MovedException.class, moved -> {
                    assertThat(moved.tenant()).isEqualTo("harmony");
                    assertThat(moved.number()).isEqualTo(number);
                });
        assertThatThrownBy(() -> legacy(() -> people.say(ana, old, "Still there?")))
                .isInstanceOf(MovedException.class);
        assertThatThrownBy(() -> people.outside("legacy", () -> tickets.open(stranger, old)))
                .isNotInstanceOf(MovedException.class)
                .isInstanceOfSatisfying(PortalException.class, absent -> assertThat(absent.kind())
                        .isEqualTo(PortalException.Kind.NOT_FOUND));
        assertThat(people.outside("legacy", () -> tickets.list(own(ana, Filter.ALL)))
                        .rows())
                .isEmpty();
    }

    /** In the other tenant everybody but the requester is a stranger, also who has the same subject there. */
    @Test
    void only_the_person_with_the_same_verified_address_finds_the_case() {
        var ana = people.customer("legacy");
        var old = file(ana, "Waits for its owner", "2", "other");
        run();
        var number = arrived(people.agent(), old).ticket().number();

        var unverified = login(ana.email(), false);
        assertThat(sees(unverified, number)).isFalse();
        assertThat(sees(login("other-" + ana.email(), true), number)).isFalse();
        assertThat(sees(ana, number)).isFalse();

        var there = login(unverified.subject(), ana.email().toUpperCase(Locale.ROOT), true);
        assertThat(sees(there, number)).isTrue();
        assertThat(people.outside("harmony", () -> tickets.list(own(there, Filter.ALL)))
                        .tally())
                .isEqualTo(new Tally(1, 0, 0));
        harmony(() -> people.say(there, number, "Here I am"));
        assertThat(people.outside("harmony", () -> tickets.open(there, number)).entries())
                .filteredOn(entry -> entry.kind() == EntryKind.DESCRIPTION || entry.kind() == EntryKind.COMMENT)
                .allSatisfy(entry -> assertThat(entry.author().subject()).contains(there.subject()));
        assertThat(people.outside("harmony", () -> tickets.numbered(there, "#" + old)))
                .anySatisfy(found -> assertThat(found.number()).isEqualTo(number));
        assertThat(people.outside("harmony", () -> tickets.numbered(ana, "" + old)))
                .isEmpty();
    }

    /** Whoever types another person's address into their profile. */
    @Test
    void who_has_not_shown_that_an_address_is_theirs_gets_nothing_by_it() {
        var ana = people.customer("legacy");
        var mallory = login(ana.email(), false);
        var old = file(ana, "Not for Mallory", "3", "other");
        run();
        var number = arrived(people.agent(), old).ticket().number();
        assertThat(sees(mallory, number)).isFalse();
        assertThat(sees(login(ana.email(), true), number)).isTrue();
        assertThat(sees(mallory, number)).isFalse();
    }

    @Test
    void a_case_that_comes_back_finds_its_files_and_mails_again() {
        var ana = people.customer("legacy");
        var old = file(ana, "There and back", "2", "other");
        people.outside("legacy", () -> tickets.attach(ana, old, upload("a.log", "one")));
        var mails = people.outside("legacy", () -> tickets.open(ana, old))
                .history()
                .mails()
                .size();
        run();
        var there = arrived(people.agent(), old).ticket().number();
        var back = new Mapping(
                Map.of("other", "other"),
                Map.of("1", "1", "2", "2", "3", "3"),
                Map.of("open", "new", "in-progress", "working", "closed", "closed"));
        // All that other tests have left there stays.
        people.in(
                "harmony",
                () -> sql("update ticket set type = 'set-aside' where type = 'case' and number <> " + there));
        try {
            var run = people.outside("harmony", () -> migrations
                    .start(new Way("case", "legacy", "legacy-case"), back, "Martin")
                    .id());
            finish("harmony", run);
        } finally {
            people.in("harmony", () -> sql("update ticket set type = 'case' where type = 'set-aside'"));
        }
        var again = people.outside("legacy", () -> tickets.list(own(ana, Filter.ALL)))
                .rows();
        assertThat(again).hasSize(1);
        var found =
                people.outside("legacy", () -> tickets.open(ana, again.get(0).number()));
        assertThat(found.attachments()).singleElement().satisfies(file -> assertThat(content("legacy", file))
                .isEqualTo("one"));
        assertThat(people.outside(
                                "legacy",
                                () -> tickets.open(people.agent(), again.get(0).number()))
                        .history()
                        .mails())
                .hasSizeGreaterThanOrEqualTo(mails);

        // So do answers to the old mails, and the click that ends them.
        var number = again.get(0).number();
        assertThat(people.in(
                        "legacy", () -> store.lockContinued(old).orElseThrow().number()))
                .isEqualTo(number);
        legacy(() -> tickets.mute(old, tokens.muting("legacy", number, ana.email())));
        legacy(() -> tickets.mute(old, tokens.muting("harmony", old, ana.email())));
        legacy(() -> tickets.mute(old, tokens.token("legacy", old, ana.email())));
        assertThat(muted(number)).isEmpty();
        legacy(() -> tickets.mute(old, tokens.muting("legacy", old, ana.email())));
        assertThat(muted(number)).containsExactly(ana.subject());
        assertThat(muted(old)).isEmpty();
    }

    private List<String> muted(long number) {
        return people.in(
                "legacy",
                () -> statements.list(
                        "select subject from participant where tenant_id = ? and ticket_number = ? and muted",
                        row -> row.getString(1),
                        statements.tenant(),
                        number));
    }

    /** Nor may what is left there be muted by an old mail: it says nothing any more. */
    @Test
    void who_takes_part_is_no_ones_account_in_the_other_tenant() {
        var ana = people.customer("legacy");
        var ben = people.customer("legacy");
        var agent = people.agent();
        var old = file(ana, "With a colleague", "2", "other");
        legacy(() -> tickets.invite(agent, old, ben.email()));
        legacy(() -> tickets.remove(agent, old, ben.subject()));
        run();

        var now = arrived(agent, old);
        assertThat(now.entries())
                .filteredOn(entry -> entry.kind() == EntryKind.JOINED || entry.kind() == EntryKind.LEFT)
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.text()).isEqualTo("Ana Customer");
                    assertThat(entry.newValue()).isEmpty();
                });
        assertThat(now.people()).isEmpty();
        legacy(() -> tickets.mute(old, tokens.muting("legacy", old, ana.email())));
        assertThat(muted(old)).isEmpty();
    }

    @Test
    void mails_that_were_received_stay_and_the_case_says_so() {
        var ana = people.customer("legacy");
        var stranger = people.customer("legacy");
        var agent = people.agent();
        var old = file(ana, "By mail", "2", "other");
        var without = file(ana, "Without", "2", "other");
        mailbox("legacy");
        people.in("legacy", () -> {
            for (var state : List.of("TICKET", "COMMENT", "IGNORED")) {
                sql("insert into received_mail (tenant_id, id, mailbox_id, message_id, body_hash, raw, size, state,"
                        + " ticket_number, next_at, received_at, settled_at) values ('legacy', '" + state + old
                        + "', 'kept', '" + state + old + "', '', 'x', 1, '" + state + "', " + old
                        + ", now(), now(), now())");
            }
            return old;
        });
        run();

        assertThat(last(arrived(agent, old)).text()).contains("The 2 emails that were received there stay there");
        assertThat(last(arrived(agent, without)).text()).doesNotContain("email");
        var kept = people.outside("legacy", () -> receivedMails.of(agent, old, "COMMENT" + old));
        assertThat(kept.length()).isPresent();
        assertThatThrownBy(() -> people.outside("legacy", () -> receivedMails.of(stranger, old, "COMMENT" + old)))
                .isInstanceOfSatisfying(PortalException.class, absent -> assertThat(absent.kind())
                        .isEqualTo(PortalException.Kind.NOT_FOUND));
    }

    @Test
    void an_answer_to_a_mail_from_before_reaches_the_case_where_it_is_now() {
        var ana = people.customer("legacy");
        var there = login(ana.email(), true);
        var old = file(ana, "Answered later", "2", "other");
        var messageId = people.in(
                        "legacy",
                        () -> statements.first(
                                "select message_id from mail where tenant_id = ? and ticket_number = ? and recipient = ?",
                                row -> row.getString(1),
                                statements.tenant(),
                                old,
                                ana.email()))
                .orElseThrow();
        run();
        var number = arrived(people.agent(), old).ticket().number();

        assertThat(answered("harmony", there.email(), messageId))
                .isEqualTo(
                        new MailDeeds.Outcome(dev.portico.portal.mailbox.entity.MailState.COMMENT, null, "", number));
        assertThat(answered("harmony", "other-" + ana.email(), messageId).ticketNumber())
                .isNull();
        assertThat(answered("legacy", ana.email(), messageId).reason()).isEqualTo(MailReason.NO_TICKET);
    }

    private void mailbox(String tenant) {
        people.in(
                tenant,
                () -> sql(
                        "insert into mailbox (tenant_id, id, address, host, port, security, authentication, login, secret,"
                                + " folder, ticket_type, enabled, created_at, version) values ('" + tenant
                                + "', 'kept', '', '', 143,"
                                + " 'TLS', 'PASSWORD', '', '', '', '', false, now(), 1) on conflict do nothing"));
    }

    private MailDeeds.Outcome answered(String tenant, String from, String messageId) {
        var raw = "From: " + from + "\r\nTo: support@x.example\r\nSubject: Re: case\r\nMessage-ID: <"
                + UUID.randomUUID() + "@x.example>\r\nIn-Reply-To: " + messageId + "\r\n\r\nStill the same.\r\n";
        var mail = new MailReader(Limits.USUAL).read(raw.getBytes(StandardCharsets.UTF_8));
        mailbox(tenant);
        var turn = new ReceivedMailStore.Turn("answer", "kept", new byte[0], 1, false);
        return people.in(tenant, () -> deeds.process(turn, mail, Optional.empty()));
    }

    @Test
    void who_has_an_account_there_gets_the_case_at_once() {
        var ana = people.customer("legacy");
        var there = login(ana.email(), true);
        var old = file(ana, "Comes to a known person", "3", "other");
        run();
        assertThat(sees(there, arrived(people.agent(), old).ticket().number())).isTrue();
    }

    /** The portal was killed after the case had arrived and before that was noted where it came from. */
    @Test
    void what_was_interrupted_goes_on_where_it_was() {
        var ana = people.customer("legacy");
        var old = file(ana, "Interrupted", "1", "other");
        people.outside("legacy", () -> tickets.attach(ana, old, upload("a.log", "one")));
        run();
        var first = arrived(people.agent(), old).ticket().number();
        people.in(
                "legacy",
                () -> sql("update ticket set successor_tenant = null, successor_number = null, open = true,"
                        + " category = 'NEW' where number = " + old));
        harmony(() -> people.move(people.agent(), first, "in-progress"));
        legacy(() -> people.say(ana, old, "Said between"));
        people.outside("legacy", () -> tickets.attach(ana, old, upload("b.log", "two")));

        run();

        var again = arrived(people.agent(), old);
        assertThat(again.ticket().number()).isEqualTo(first);
        assertThat(again.entries()).extracting(TicketEntry::text).containsOnlyOnce("Said between", "What happens");
        assertThat(again.attachments()).extracting(Attachment::name).containsExactly("a.log", "b.log");
        assertThat(kinds(again)).containsOnlyOnce(EntryKind.MOVED);
        assertThat(again.ticket().status())
                .as("as they have gone on with it there")
                .isEqualTo("in-progress");
    }

    @Test
    void what_has_no_counterpart_stays_with_a_reason_and_goes_when_it_has_one() {
        var ana = people.customer("legacy");
        var odd = file(ana, "Odd product", "2", "cloud-studio");
        legacy(() -> tickets.close(ana, odd));
        var following = people.outside(
                "legacy", () -> tickets.submit(ana, legacyCase("Follows the odd one", "2", "other", Optional.of(odd)))
                        .number());
        var plain = file(ana, "Plain", "2", "other");

        var run = run();

        assertThat(problems(run))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        odd, new Obstacle(Obstacle.Kind.PRODUCT, "cloud-studio"),
                        following, new Obstacle(Obstacle.Kind.FOLLOWS, "" + odd)));
        assertThat(report(run).migration().moved()).isEqualTo(1);
        assertThat(arrived(people.agent(), plain).ticket().subject()).isEqualTo("Plain");

        people.in("legacy", () -> sql("update ticket set product = 'other' where number = " + odd));
        people.outside("legacy", () -> {
            migrations.again(run);
            return run;
        });
        finish(run);

        assertThat(problems(run)).isEmpty();
        assertThat(report(run).migration().moved()).isEqualTo(3);
        assertThat(arrived(people.agent(), following).ticket().follows())
                .contains(arrived(people.agent(), odd).ticket().number());
    }

    @Test
    void a_stopped_run_moves_nothing_and_two_of_one_desk_do_not_run_at_once() {
        var ana = people.customer("legacy");
        var old = file(ana, "Stays for now", "2", "other");
        assertThatThrownBy(() -> people.in("legacy", () -> {
                    migrations.start(WAY, MAPPING, "Martin");
                    entities.manager().flush();
                    return migrations.start(WAY, MAPPING, "Martin");
                }))
                .isInstanceOfSatisfying(PortalException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(PortalException.Kind.CONFLICT));
        var run = people.in("legacy", () -> {
            var started = migrations.start(WAY, MAPPING, "Martin");
            entities.manager().flush();
            migrations.stop(started.id());
            return started.id();
        });
        work();
        assertThat(report(run).migration().state()).isEqualTo(TicketMigration.State.STOPPED);
        assertThat(people.outside("legacy", () -> tickets.open(ana, old))
                        .ticket()
                        .open())
                .isTrue();
        people.outside("legacy", () -> {
            migrations.again(run);
            return run;
        });
        finish(run);
        assertThat(report(run).migration().state()).isEqualTo(TicketMigration.State.DONE);
        assertThat(arrived(people.agent(), old).ticket().open()).isTrue();
    }

    @Test
    void two_nodes_at_once_move_each_case_once() throws Exception {
        var ana = people.customer("legacy");
        var numbers = new ArrayList<Long>();
        for (var i = 0; i < 120; i++) {
            numbers.add(file(ana, "One of many", "2", "other"));
        }
        var run = start();
        var one = elsewhere();
        var other = elsewhere();
        one.get(60, TimeUnit.SECONDS);
        other.get(60, TimeUnit.SECONDS);
        finish(run);
        var there = login(ana.email(), true);
        assertThat(people.outside("harmony", () -> tickets.list(own(there, Filter.ALL)))
                        .tally())
                .isEqualTo(new Tally(120, 0, 0));
    }

    @Test
    void nobody_sees_the_migrations_of_another_tenant() {
        var run = start();
        for (var other : List.of("harmony", "bmc", "app-builder")) {
            assertThat(people.outside(other, () -> migrations.report(run))).isEmpty();
            assertThat(people.outside(other, () -> migrations.all())).isEmpty();
        }
        assertThat(people.outside("legacy", () -> migrations.report(run))).isPresent();
    }

    private String run() {
        var run = start();
        finish(run);
        return run;
    }

    /** The portal's own worker may have the run in hand. */
    private void finish(String run) {
        finish("legacy", run);
    }

    private void finish(String tenant, String run) {
        var end = Instant.now().plusSeconds(60);
        while (report(tenant, run).migration().running() && Instant.now().isBefore(end)) {
            work(tenant);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(report(tenant, run).migration().state()).isEqualTo(TicketMigration.State.DONE);
    }

    private String start() {
        return people.outside(
                "legacy", () -> migrations.start(WAY, MAPPING, "Martin").id());
    }

    /** What a node does until nothing is left. */
    private void work() {
        work("legacy");
    }

    private void work(String tenant) {
        people.outside(tenant, () -> {
            while (departures.movePortion(Instant.now())) {
                // the next one
            }
            return "done";
        });
    }

    private Future<?> elsewhere() {
        return executor.submit(() -> {
            requestContext.activate();
            try {
                work();
            } finally {
                requestContext.deactivate();
            }
        });
    }

    private Migrations.Report report(String run) {
        return report("legacy", run);
    }

    private Migrations.Report report(String tenant, String run) {
        return people.outside(tenant, () -> migrations.report(run)).orElseThrow();
    }

    private Map<Long, Obstacle> problems(String run) {
        var problems = new HashMap<Long, Obstacle>();
        report(run).problems().forEach(problem -> problems.put(problem.ticketNumber(), problem.obstacle()));
        return problems;
    }

    private TicketDetails arrived(Actor agent, long old) {
        var number = people.in("harmony", () -> entities.manager()
                .createQuery(
                        "select t from Ticket t where t.origin.tenant = 'legacy' and t.origin.number = :old",
                        Ticket.class)
                .setParameter("old", old)
                .getSingleResult()
                .number());
        return people.outside("harmony", () -> tickets.open(agent, number));
    }

    private Actor login(String email, boolean verified) {
        return login(UUID.randomUUID().toString(), email, verified);
    }

    private Actor login(String subject, String email, boolean verified) {
        var identity = new Identity(
                "http://login.example/realms/harmony",
                subject,
                "harmony",
                "ana",
                "Ana Customer",
                Optional.empty(),
                Optional.empty(),
                email,
                verified,
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.now());
        var account = people.outside("harmony", () -> accounts.seen(identity)).orElseThrow();
        return new Actor(Role.CUSTOMER, account.subject(), "Ana Customer", email, Locale.ENGLISH);
    }

    private boolean sees(Actor customer, long number) {
        try {
            people.outside("harmony", () -> tickets.open(customer, number));
            return true;
        } catch (PortalException absent) {
            assertThat(absent.kind()).isEqualTo(PortalException.Kind.NOT_FOUND);
            return false;
        }
    }

    private long file(Actor requester, String subject, String severity, String product) {
        return people.outside(
                "legacy", () -> tickets.submit(requester, legacyCase(subject, severity, product, Optional.empty()))
                        .number());
    }

    private static NewTicket legacyCase(String subject, String severity, String product, Optional<Long> follows) {
        var values = Map.of(
                "product", product,
                "subject", subject,
                "description", "What happens",
                "severity", severity,
                "version", "5.4.1");
        return new NewTicket(
                "legacy-case", values, Optional.empty(), Set.of(), Optional.empty(), follows, List.of(), Channel.WEB);
    }

    private static Upload upload(String name, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Upload(new ByteArrayInputStream(bytes), name, bytes.length);
    }

    private String content(String tenant, Attachment file) {
        return people.outside(tenant, () -> {
            try (var in = attachments.content(file)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    private static TicketQuery own(Actor customer, Filter filter) {
        return new TicketQuery(Optional.of(customer.subject()), Optional.empty(), filter, "", Sort.UPDATED, 0, 100);
    }

    /** What was said, by whom and when. */
    private static List<List<Object>> messages(TicketDetails details) {
        return details.entries().stream()
                .filter(entry -> entry.kind().message())
                .map(entry -> List.<Object>of(
                        entry.kind(),
                        entry.internal(),
                        entry.text(),
                        entry.author().role(),
                        entry.author().name(),
                        entry.createdAt()))
                .toList();
    }

    private static List<EntryKind> kinds(TicketDetails details) {
        return details.entries().stream().map(TicketEntry::kind).toList();
    }

    private static TicketEntry last(TicketDetails details) {
        return details.entries().get(details.entries().size() - 1);
    }

    private void legacy(Runnable deed) {
        inTenant("legacy", deed);
    }

    private void harmony(Runnable deed) {
        inTenant("harmony", deed);
    }

    private void inTenant(String tenant, Runnable deed) {
        people.outside(tenant, () -> {
            deed.run();
            return tenant;
        });
    }

    private int sql(String statement) {
        return entities.manager().createNativeQuery(statement).executeUpdate();
    }
}
