package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.host.Desk;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.boundary.TimedWorker;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.Tally;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk that archives what was closed two weeks ago (D5): the case desk with a status more. */
@ExtendWith(ArquillianExtension.class)
class ArchiveIT {
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    @Inject
    People people;

    @Inject
    Tickets tickets;

    @Inject
    TicketStore store;

    @Inject
    TenantEntities entities;

    @Inject
    TenantDesks desks;

    @Inject
    TimedWorker worker;

    @Inject
    RequestContextController requestContext;

    @Resource
    ManagedExecutorService executor;

    @Deployment
    static WebArchive product() {
        return Product.with(ArchiveIT.class);
    }

    /** Other tests wait for a mail of theirs to be tried, which is one at a time while the mail server is away. */
    @AfterEach
    void forgetMails() {
        people.in("harmony", () -> entities.manager()
                .createNativeQuery("delete from mail where state = 'QUEUED'")
                .executeUpdate());
    }

    @Test
    void what_was_closed_two_weeks_ago_is_archived_by_the_system_and_nobody_is_mailed() {
        var ana = people.customer("harmony");
        var number = closed(ana);
        var mails = people.outside("harmony", () -> tickets.open(ana, number))
                .history()
                .mails();
        work(Instant.now().plus(TWO_WEEKS).minusSeconds(60));
        assertThat(status(ana, number)).isEqualTo("closed");
        work(later());
        assertThat(status(ana, number)).isEqualTo("archived");
        work(later().plus(TWO_WEEKS));
        assertThat(archivings(ana, number)).singleElement().satisfies(entry -> {
            assertThat(entry.author().role()).isEqualTo(Role.SYSTEM);
            assertThat(entry.author().name()).isEmpty();
            assertThat(entry.oldValue()).contains("closed");
        });
        assertThat(people.outside("harmony", () -> tickets.open(ana, number))
                        .history()
                        .mails())
                .hasSameSizeAs(mails);
    }

    /** However long the ticket was open before. */
    @Test
    void time_counts_from_the_last_change_of_status() {
        var ana = people.customer("harmony");
        var number = people.file("harmony", ana, "Long open");
        people.in("harmony", () -> entities.manager()
                .createNativeQuery(
                        "update ticket set status_since = now() - interval '30 days' where number = " + number)
                .executeUpdate());
        done(() -> tickets.close(ana, number));
        work(Instant.now());
        assertThat(status(ana, number)).isEqualTo("closed");
        work(later());
        assertThat(status(ana, number)).isEqualTo("archived");
    }

    @Test
    void what_was_reopened_meanwhile_stays() {
        var ana = people.customer("harmony");
        var agent = people.agent();
        var number = closed(ana);
        done(() -> people.move(agent, number, "in-progress"));
        work(later());
        assertThat(status(ana, number)).isEqualTo("in-progress");
    }

    @Test
    void the_archive_is_a_list_of_its_own_and_nothing_is_added_to_what_is_in_it() {
        var ana = people.customer("harmony");
        var agent = people.agent();
        var archived = closed(ana);
        work(later());
        var closed = closed(ana);
        var open = people.file("harmony", ana, "Still open");
        assertThat(numbers(ana, Filter.ALL)).containsExactlyInAnyOrder(open, closed);
        assertThat(numbers(ana, Filter.OPEN)).containsExactly(open);
        assertThat(numbers(ana, Filter.CLOSED)).containsExactly(closed);
        assertThat(numbers(ana, Filter.ARCHIVED)).containsExactly(archived);
        assertThat(people.outside("harmony", () -> tickets.list(own(ana, Filter.ARCHIVED, "archive")))
                        .rows())
                .extracting(TicketRow::number)
                .containsExactly(archived);
        assertThat(people.outside("harmony", () -> tickets.list(own(ana, Filter.ARCHIVED, "")))
                        .tally())
                .isEqualTo(new Tally(1, 1, 1));
        assertConflict(() -> people.say(ana, archived, "One thing more"));
        assertConflict(() -> people.say(agent, archived, "One thing more"));
        assertConflict(
                () -> tickets.attach(ana, archived, new Upload(new ByteArrayInputStream(new byte[] {1}), "a.log", 1)));
        assertConflict(() -> people.move(agent, archived, "in-progress"));
    }

    @Test
    void two_workers_at_once_move_each_ticket_once() throws Exception {
        var ana = people.customer("harmony");
        var numbers = new ArrayList<Long>();
        for (var i = 0; i < 20; i++) {
            numbers.add(closed(ana));
        }
        var one = elsewhere(() -> work(later()));
        var other = elsewhere(() -> work(later()));
        var moved = one.get(60, TimeUnit.SECONDS) + other.get(60, TimeUnit.SECONDS);
        assertThat(moved).isGreaterThanOrEqualTo(20);
        for (var number : numbers) {
            assertThat(archivings(ana, number)).hasSize(1);
        }
        assertThat(people.outside("harmony", () -> tickets.list(own(ana, Filter.ALL, "")))
                        .tally())
                .isEqualTo(new Tally(0, 0, 20));
    }

    @Test
    void a_ticket_that_somebody_has_in_hand_is_passed_over() {
        var ana = people.customer("harmony");
        var number = closed(ana);
        var other = closed(ana);
        people.in("harmony", () -> {
            store.lock(number);
            return elsewhere(() -> work(later())).get(60, TimeUnit.SECONDS);
        });
        assertThat(status(ana, number)).isEqualTo("closed");
        assertThat(status(ana, other)).isEqualTo("archived");
        work(later());
        assertThat(status(ana, number)).isEqualTo("archived");
    }

    private static Instant later() {
        return Instant.now().plus(TWO_WEEKS);
    }

    /** What one node does. */
    private int work(Instant now) {
        return people.outside("harmony", () -> worker.work(archiving(), now));
    }

    private Future<Integer> elsewhere(Deed<Integer> work) {
        return executor.submit(() -> {
            var activated = requestContext.activate();
            try {
                return work.run();
            } finally {
                if (activated) {
                    requestContext.deactivate();
                }
            }
        });
    }

    private TenantDesk archiving() {
        var desk = desks.ofType("case").orElseThrow();
        var workflow = desk.workflow();
        var statuses = new ArrayList<>(workflow.statuses());
        statuses.add(new Workflow.Status("archived", "status.closed", StatusCategory.ARCHIVED, Tone.NEUTRAL));
        var archiving = new Workflow(
                workflow.id(),
                workflow.initial(),
                statuses,
                workflow.transitions(),
                workflow.automatic(),
                List.of(new Workflow.Timed("closed", TWO_WEEKS, "archived")));
        var declared = desk.desk();
        return new TenantDesk(
                desk.tenantId(),
                new Desk(declared.pluginId(), declared.type(), declared.scale(), archiving),
                desk.settings(),
                desk.messages());
    }

    private long closed(Actor requester) {
        var number = people.file("harmony", requester, "For the archive");
        done(() -> tickets.close(requester, number));
        return number;
    }

    private String status(Actor actor, long number) {
        return people.outside("harmony", () -> tickets.open(actor, number))
                .ticket()
                .status();
    }

    private List<TicketEntry> archivings(Actor actor, long number) {
        return people.outside("harmony", () -> tickets.open(actor, number)).entries().stream()
                .filter(entry -> entry.newValue().equals(Optional.of("archived")))
                .toList();
    }

    private List<Long> numbers(Actor requester, Filter filter) {
        var page = people.outside("harmony", () -> tickets.list(own(requester, filter, "")));
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().map(TicketRow::number).toList();
    }

    private static TicketQuery own(Actor requester, Filter filter, String keyword) {
        return new TicketQuery(
                Optional.of(requester.subject()), Optional.empty(), filter, keyword, Sort.UPDATED, 0, 25);
    }

    private void done(Runnable deed) {
        people.outside("harmony", () -> {
            deed.run();
            return deed;
        });
    }

    private void assertConflict(Runnable deed) {
        assertThatThrownBy(() -> done(deed))
                .isInstanceOfSatisfying(PortalException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(PortalException.Kind.CONFLICT));
    }
}
