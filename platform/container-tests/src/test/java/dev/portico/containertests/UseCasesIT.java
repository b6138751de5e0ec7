package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.draft.boundary.Drafts;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantStatements;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Channel;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class UseCasesIT {
    @Inject
    People people;

    @Inject
    Tickets tickets;

    @Inject
    Attachments attachments;

    @Inject
    Drafts drafts;

    @Inject
    TenantStatements statements;

    @Deployment
    static WebArchive product() {
        return Product.with(UseCasesIT.class);
    }

    @Test
    void a_submitted_ticket_is_read_by_its_requester_alone() {
        var ana = people.customer("harmony");
        var colleague = people.customer("harmony");
        var number = people.file("harmony", ana, "Mine");
        var read = people.outside("harmony", () -> tickets.open(ana, number));
        assertThat(read.ticket().subject()).isEqualTo("Mine");
        assertThat(read.entries()).hasSize(1);
        assertThat(read.history().mails()).hasSize(1);
        assertAbsent(() -> people.outside("harmony", () -> tickets.open(colleague, number)));
        assertAbsent(() -> people.outside("bmc", () -> tickets.open(ana, number)));
        assertAbsent(() -> people.outside("bmc", () -> tickets.open(people.agent(), number)));
    }

    @Test
    void no_change_reaches_another_tenants_ticket() {
        var ana = people.customer("harmony");
        var agent = people.agent();
        var number = people.file("harmony", ana, "Untouched");
        assertAbsent(() -> done("bmc", () -> people.say(agent, number, "Hello?")));
        assertAbsent(() -> done("bmc", () -> people.note(agent, number, "Hello?")));
        assertAbsent(() -> done("bmc", () -> tickets.close(agent, number)));
        assertAbsent(() -> done("bmc", () -> people.move(agent, number, "resolved")));
        assertAbsent(() -> done("bmc", () -> tickets.attach(agent, number, upload("x"))));
        var read = people.outside("harmony", () -> tickets.open(ana, number));
        assertThat(read.ticket().status()).isEqualTo("open");
        assertThat(read.entries()).hasSize(1);
        assertThat(read.attachments()).isEmpty();
    }

    @Test
    void a_conversation_moves_the_ticket_through_its_workflow() {
        var ana = people.customer("harmony");
        var agent = people.agent();
        var number = people.file("harmony", ana, "Conversation");
        done("harmony", () -> people.say(agent, number, "Looking at it"));
        assertThat(status(ana, number)).isEqualTo("in-progress");
        done("harmony", () -> people.move(agent, number, "waiting-customer"));
        done("harmony", () -> people.say(ana, number, "Here you are"));
        assertThat(status(ana, number)).isEqualTo("waiting-support");
        assertThatThrownBy(() -> done("harmony", () -> people.move(ana, number, "resolved")))
                .isInstanceOfSatisfying(PortalException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(PortalException.Kind.CONFLICT));
        done("harmony", () -> tickets.close(ana, number));
        done("harmony", () -> tickets.close(ana, number));
        assertThat(status(ana, number)).isEqualTo("closed");
        assertThatThrownBy(() -> done("harmony", () -> people.say(ana, number, "Too late")))
                .isInstanceOfSatisfying(PortalException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(PortalException.Kind.CONFLICT));
    }

    @Test
    void the_level_of_an_open_ticket_is_an_agents_to_change() {
        var ana = people.customer("harmony");
        var agent = people.agent();
        var number = people.file("harmony", ana, "Rated");
        assertRefused(PortalException.Kind.FORBIDDEN, () -> rate(ana, number, "2", "1"));
        assertRefused(PortalException.Kind.INVALID, () -> rate(agent, number, "2", "4"));
        assertRefused(PortalException.Kind.CONFLICT, () -> rate(agent, number, "3", "1"));
        assertAbsent(() -> done("bmc", () -> tickets.rate(agent, number, "2", "1")));
        rate(agent, number, "2", "1");
        rate(agent, number, "2", "1");
        var read = people.outside("harmony", () -> tickets.open(ana, number));
        assertThat(read.ticket().severity()).isEqualTo("1");
        assertThat(read.entries()).hasSize(2);
        assertThat(read.entries().get(1).oldValue()).contains("2");
        assertThat(read.entries().get(1).newValue()).contains("1");
        done("harmony", () -> tickets.close(agent, number));
        assertRefused(PortalException.Kind.CONFLICT, () -> rate(agent, number, "1", "3"));
    }

    private void rate(dev.portico.portal.ticket.control.Actor actor, long number, String seen, String level) {
        done("harmony", () -> tickets.rate(actor, number, seen, level));
    }

    private static void assertRefused(
            PortalException.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PortalException.class, problem -> assertThat(problem.kind())
                .isEqualTo(kind));
    }

    @Test
    void notes_are_for_agents() {
        var ana = people.customer("harmony");
        var number = people.file("harmony", ana, "Noted");
        done("harmony", () -> people.note(people.agent(), number, "Between us"));
        assertThat(people.outside("harmony", () -> tickets.open(ana, number)).entries())
                .hasSize(1);
        assertThat(people.outside("harmony", () -> tickets.open(people.agent(), number))
                        .entries())
                .hasSize(2);
    }

    @Test
    void the_same_submission_makes_one_ticket_and_tenants_share_no_keys() {
        var key = Optional.of(UUID.randomUUID().toString());
        var ana = people.customer("harmony");
        var submission = People.ticket("Once", Optional.empty(), Set.of(), key);
        var first = people.outside("harmony", () -> tickets.submit(ana, submission));
        var second = people.outside("harmony", () -> tickets.submit(ana, submission));
        assertThat(second.number()).isEqualTo(first.number());
        assertThatThrownBy(() -> people.outside(
                        "harmony", () -> tickets.submit(ana, People.ticket("Twice", Optional.empty(), Set.of(), key))))
                .isInstanceOf(PortalException.class);
        var other = people.customer("bmc");
        assertThat(people.outside("bmc", () -> tickets.submit(other, submission))
                        .subject())
                .isEqualTo("Once");
    }

    @Test
    void a_refused_submission_leaves_nothing() {
        var ana = people.customer("harmony");
        assertThatThrownBy(() -> people.file("harmony", ana, " ")).isInstanceOf(PortalException.class);
        assertThat(people.outside("harmony", () -> tickets.list(own(ana.subject(), "")))
                        .total())
                .isZero();
    }

    @Test
    void lists_count_and_find_a_requesters_tickets() {
        var ana = people.customer("harmony");
        people.file("harmony", ana, "Sincronización caída");
        people.file("harmony", ana, "Something else");
        done(
                "harmony",
                () -> tickets.close(
                        ana,
                        people.outside("harmony", () -> tickets.list(own(ana.subject(), "something")))
                                .rows()
                                .get(0)
                                .number()));
        var all = people.outside("harmony", () -> tickets.list(own(ana.subject(), "")));
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.tally().open()).isEqualTo(1);
        assertThat(all.tally().closed()).isEqualTo(1);
        var found = people.outside("harmony", () -> tickets.list(own(ana.subject(), "SINCRONIZACION")));
        assertThat(found.rows()).singleElement().satisfies(row -> assertThat(row.subject())
                .isEqualTo("Sincronización caída"));
        assertThat(people.outside("bmc", () -> tickets.list(own(ana.subject(), "")))
                        .rows())
                .isEmpty();
        assertThat(people.outside("bmc", () -> tickets.list(own(ana.subject(), "")))
                        .total())
                .isZero();
    }

    @Test
    void portions_make_up_the_whole_list() {
        var ana = people.customer("harmony");
        for (var severity : new String[] {"3", "1", "2", "1", "3", "1", "2"}) {
            people.outside("harmony", () -> tickets.submit(ana, People.ticket("Portion", severity)));
        }
        people.file("harmony", people.customer("harmony"), "Portion of somebody else");
        for (var sort : Sort.values()) {
            portionsMakeUp(
                    new TicketQuery(Optional.of(ana.subject()), Optional.empty(), Filter.OPEN, "", sort, 0, 25), 7);
        }
    }

    private void portionsMakeUp(TicketQuery query, int size) {
        var whole = people.outside("harmony", () -> tickets.list(query)).rows();
        var read = new ArrayList<TicketRow>();
        var last = Optional.<TicketRow>empty();
        do {
            var before = last;
            var portion = people.outside("harmony", () -> tickets.portion(query, before, 2));
            read.addAll(portion);
            last = portion.isEmpty() ? Optional.empty() : Optional.of(portion.get(portion.size() - 1));
        } while (last.isPresent() && read.size() <= size);
        assertThat(whole).hasSize(size);
        assertThat(read).isEqualTo(whole);
        assertThat(people.outside("bmc", () -> tickets.portion(query, Optional.empty(), 9)))
                .isEmpty();
    }

    @Test
    void uploaded_files_and_the_draft_become_the_tickets() throws Exception {
        var ana = people.customer("harmony");
        var file =
                people.outside("harmony", () -> attachments.addDraft(ana.subject(), ana.name(), "case", upload("log")));
        done("harmony", () -> drafts.save(ana.subject(), "case", Map.of("subject", "Half")));
        assertThat(people.outside("bmc", () -> attachments.drafts(ana.subject(), "case")))
                .isEmpty();
        assertThat(people.outside("bmc", () -> drafts.load(ana.subject(), "case")))
                .isEmpty();
        done("bmc", () -> attachments.removeDraft(ana.subject(), "case", file.id()));
        done("bmc", () -> drafts.discard(ana.subject(), "case"));
        assertThat(people.outside("harmony", () -> drafts.load(ana.subject(), "case")))
                .contains(Map.of("subject", "Half"));

        var form = People.ticket("Whole", Optional.of("case"), Set.of(file.id()), Optional.empty());
        var number = people.outside("harmony", () -> tickets.submit(ana, form)).number();
        assertThat(people.outside("harmony", () -> drafts.load(ana.subject(), "case")))
                .isEmpty();
        assertThat(people.outside("harmony", () -> attachments.drafts(ana.subject(), "case")))
                .isEmpty();
        var attachment = people.outside("harmony", () -> tickets.attachment(ana, number, file.id()));
        try (var content = people.outside("harmony", () -> attachments.content(attachment))) {
            assertThat(content.readAllBytes()).isEqualTo("log".getBytes(StandardCharsets.UTF_8));
        }
        assertAbsent(() -> people.outside("bmc", () -> tickets.attachment(people.agent(), number, file.id())));
    }

    @Test
    void a_draft_can_be_saved_again_and_again() {
        var ana = people.customer("harmony");
        for (var text : new String[] {"H", "Hel", "Hello \0 😀"}) {
            done("harmony", () -> drafts.save(ana.subject(), "case", Map.of("subject", text)));
        }
        assertThat(people.outside("harmony", () -> drafts.load(ana.subject(), "case")))
                .contains(Map.of("subject", "Hello  😀"));
    }

    private String status(dev.portico.portal.ticket.control.Actor actor, long number) {
        return people.outside("harmony", () -> tickets.open(actor, number))
                .ticket()
                .status();
    }

    private void done(String tenant, Runnable deed) {
        people.outside(tenant, () -> {
            deed.run();
            return tenant;
        });
    }

    /** An answer by mail is open to the customer only where the mail was. */
    @Test
    void a_mail_says_whether_it_tells_of_what_no_customer_may_learn() {
        var tenant = "app-builder";
        var ana = people.customer(tenant);
        var assignee = people.agent();
        var values = Map.of("priority", "normal", "keyword", "other", "subject", "Told", "description", "Help");
        var number = people.outside(tenant, () -> tickets.submit(
                        ana,
                        new NewTicket(
                                "ticket",
                                values,
                                Optional.empty(),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Channel.WEB))
                .number());
        people.outside(tenant, () -> {
            var assigned = new Assignee(assignee.subject(), assignee.name(), assignee.email(), assignee.language());
            tickets.assign(people.agent(), number, "", Optional.of(assigned));
            people.note(people.agent(), number, "Among ourselves");
            people.say(ana, number, "In the open");
            return number;
        });

        assertThat(internal(tenant, number, assignee.email(), "Among ourselves"))
                .containsExactly(true);
        assertThat(internal(tenant, number, assignee.email(), "In the open")).containsExactly(false);
        assertThat(internal(tenant, number, ana.email(), "")).isNotEmpty().containsOnly(false);
    }

    private List<Boolean> internal(String tenant, long number, String recipient, String text) {
        return people.in(
                tenant,
                () -> statements.list(
                        "select internal from mail where tenant_id = ? and ticket_number = ? and recipient = ? and"
                                + " position(? in text) > 0",
                        row -> row.getBoolean(1),
                        statements.tenant(),
                        number,
                        recipient,
                        text));
    }

    private static void assertAbsent(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PortalException.class, problem -> assertThat(problem.kind())
                .isEqualTo(PortalException.Kind.NOT_FOUND));
    }

    private static Upload upload(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Upload(new ByteArrayInputStream(bytes), "a.log", bytes.length);
    }

    private static TicketQuery own(String subject, String keyword) {
        return new TicketQuery(Optional.of(subject), Optional.empty(), Filter.ALL, keyword, Sort.UPDATED, 0, 25);
    }
}
