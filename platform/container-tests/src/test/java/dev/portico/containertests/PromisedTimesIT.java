package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.sla.entity.Reading;
import dev.portico.portal.ticket.boundary.PromisedTimes;
import dev.portico.portal.ticket.boundary.TicketDetails;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.entity.Channel;
import dev.portico.portal.ticket.entity.EntryKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** D3: what is promised for a ticket is told of once, by however many workers and whatever the time is. */
@ExtendWith(ArquillianExtension.class)
class PromisedTimesIT {
    private static final String TENANT = "app-builder";
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Inject
    People people;

    @Inject
    Tickets tickets;

    @Inject
    PromisedTimes times;

    @Inject
    UserTransaction transaction;

    @Inject
    RequestContextController requestContext;

    @Resource
    ManagedExecutorService executor;

    @Deployment
    static WebArchive product() {
        return Product.with(PromisedTimesIT.class);
    }

    @Test
    void a_critical_ticket_is_due_two_hours_after_it_was_created() {
        var ana = people.customer(TENANT);
        var number = file(ana, "critical");
        var read = open(number);
        assertThat(read.sla()).singleElement().satisfies(reading -> {
            assertThat(reading.state()).isEqualTo(Reading.State.RUNNING);
            assertThat(reading.dueAt()).contains(read.ticket().createdAt().plus(Duration.ofHours(2)));
        });
        assertThat(read.ticket().dueAt()).isEqualTo(read.sla().get(0).dueAt());
        assertThat(people.outside("harmony", () -> times.toLookAt(Instant.now().plus(THREE_DAYS))))
                .doesNotContain(number);
    }

    @Test
    void an_answer_meets_it_and_a_changed_priority_counts_from_the_beginning() {
        var ana = people.customer(TENANT);
        var number = file(ana, "normal");
        var agent = people.agent();
        done(() -> tickets.rate(agent, number, "normal", "critical"));
        assertThat(open(number).sla().get(0).dueAt())
                .contains(open(number).ticket().createdAt().plus(Duration.ofHours(2)));
        done(() -> people.say(agent, number, "Looking at it"));
        assertThat(open(number).sla().get(0).state()).isEqualTo(Reading.State.MET);
        assertThat(open(number).ticket().dueAt()).isEmpty();
        done(() -> times.look(number, Instant.now().plus(THREE_DAYS)));
        assertThat(told(number)).isEmpty();
    }

    @Test
    void two_workers_tell_of_a_breach_once() throws Exception {
        var number = file(people.customer(TENANT), "critical");
        var later = Instant.now().plus(THREE_DAYS);
        assertThat(people.outside(TENANT, () -> times.toLookAt(later))).contains(number);
        var together = new CyclicBarrier(2);
        Callable<Boolean> worker = () -> {
            together.await();
            requestContext.activate();
            try {
                done(() -> times.look(number, later));
            } finally {
                requestContext.deactivate();
            }
            return true;
        };
        for (var end :
                Stream.of(executor.submit(worker), executor.submit(worker)).toList()) {
            end.get();
        }
        assertThat(told(number)).containsExactly(EntryKind.SLA_BREACH);
        assertThat(mails(number)).isEqualTo(1);
    }

    @Test
    void a_worker_that_died_leaves_it_to_the_next_and_a_clock_that_jumps_repeats_nothing() throws Exception {
        var number = file(people.customer(TENANT), "critical");
        var later = Instant.now().plus(THREE_DAYS);
        people.outside(TENANT, () -> {
            transaction.begin();
            times.look(number, later);
            transaction.rollback();
            return number;
        });
        assertThat(told(number)).isEmpty();
        assertThat(mails(number)).isZero();
        for (var now : new Instant[] {later, Instant.now(), later.plus(THREE_DAYS), later}) {
            done(() -> times.look(number, now));
        }
        assertThat(told(number)).containsExactly(EntryKind.SLA_BREACH);
        assertThat(mails(number)).isEqualTo(1);
    }

    @Test
    void a_warning_comes_before_the_breach() {
        var number = file(people.customer(TENANT), "critical");
        done(() -> times.look(number, Instant.now().plus(Duration.ofMinutes(95))));
        done(() -> times.look(number, Instant.now().plus(Duration.ofMinutes(96))));
        done(() -> times.look(number, Instant.now().plus(Duration.ofHours(3))));
        assertThat(told(number)).containsExactly(EntryKind.SLA_WARNING, EntryKind.SLA_BREACH);
    }

    @Test
    void its_requester_reads_nothing_of_what_was_told() {
        var ana = people.customer(TENANT);
        var number = file(ana, "critical");
        done(() -> times.look(number, Instant.now().plus(THREE_DAYS)));
        var read = people.outside(TENANT, () -> tickets.open(ana, number));
        assertThat(read.entries()).noneMatch(entry -> entry.kind() == EntryKind.SLA_BREACH);
        assertThat(read.history().mails()).hasSize(1);
    }

    private long file(Actor requester, String priority) {
        var values = Map.of("priority", priority, "keyword", "other", "subject", "Promised", "description", "Help");
        var ticket = new NewTicket(
                "ticket",
                values,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Channel.WEB);
        return people.outside(TENANT, () -> tickets.submit(requester, ticket).number());
    }

    private TicketDetails open(long number) {
        return people.outside(TENANT, () -> tickets.open(people.agent(), number));
    }

    private Stream<EntryKind> told(long number) {
        return open(number).entries().stream()
                .map(entry -> entry.kind())
                .filter(kind -> kind == EntryKind.SLA_WARNING || kind == EntryKind.SLA_BREACH);
    }

    /** To the support team, of what was promised. */
    private long mails(long number) {
        return open(number).history().mails().stream()
                .filter(mail -> mail.subject().contains("overdue"))
                .count();
    }

    private void done(Runnable deed) {
        people.outside(TENANT, () -> {
            deed.run();
            return TENANT;
        });
    }
}
