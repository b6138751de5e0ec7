package dev.portico.systemtests.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Accounts.Account;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes of an address that mails do not reach. */
@ExtendWith(PortalStackExtension.class)
class UndeliverableIT {
    private static final String SUPPORT = "support@harmony.localhost";
    private static final String BADGE = "Emails do not arrive";

    private Accounts accounts;
    private Account person;
    private String address;
    private Session agent;
    private Session csm;
    private long number;
    private String word;

    @BeforeEach
    void file(PortalStack stack) {
        accounts = new Accounts(stack.keycloakUrl(), stack.keycloakAdminPassword());
        person = accounts.create("harmony", "en");
        address = person.name() + "@acme.example";
        agent = Session.login(stack, "staff", "agent");
        csm = Session.login(stack, "staff", "csm");
        word = Cases.word();
        number = Cases.number(Cases.file(stack.api("harmony", person.name()), word));
    }

    @AfterEach
    void remove() {
        accounts.close();
    }

    @Test
    void news_is_withheld_until_a_csm_says_that_the_address_works_again(PortalStack stack) throws Exception {
        var page = "/staff/harmony/people/" + key(stack);
        assertThat(csm.get(page).body()).doesNotContain("came back");
        bounce(stack);

        assertThat(agent.get("/staff/harmony/tickets/" + number).body()).contains(BADGE, "550 5.1.1 User unknown");
        assertThat(Session.login(stack, "harmony", person.name())
                        .get("/harmony/tickets/" + number)
                        .body())
                .doesNotContain(BADGE);
        assertThat(csm.get("/staff/harmony/people?state=undeliverable&q=" + person.firstName())
                        .body())
                .contains(address, BADGE);
        assertThat(csm.get(page).body()).contains("came back", "550 5.1.1 User unknown");
        reply("withheld " + word);
        assertThat(state(stack, "withheld")).isEqualTo("WITHHELD");

        assertThat(csm.press(page, "standing", "reachable", Map.of(), page).statusCode())
                .isEqualTo(302);
        assertThat(csm.get(page).body()).doesNotContain("came back");
        reply("sent " + word);
        assertThat(state(stack, "sent")).isEqualTo("SENT");
        assertThat(stack.mails().to(address)).noneMatch(mail -> mail.text().contains("withheld " + word));
    }

    @Test
    void whoever_writes_from_an_address_can_be_written_to(PortalStack stack) throws Exception {
        bounce(stack);
        SentMail.of(address, SUPPORT, "Still here")
                .text("Still here.")
                .send(stack)
                .fate(stack);

        assertThat(agent.get("/staff/harmony/tickets/" + number).body()).doesNotContain(BADGE);
        reply("sent " + word);
        assertThat(state(stack, "sent")).isEqualTo("SENT");
    }

    @Test
    void a_robot_at_the_address_takes_no_mark_away(PortalStack stack) throws Exception {
        bounce(stack);
        SentMail.of(address, SUPPORT, "Away")
                .with("Auto-Submitted: auto-replied")
                .text("Away.")
                .send(stack)
                .fate(stack);

        assertThat(agent.get("/staff/harmony/tickets/" + number).body()).contains(BADGE);
    }

    /** Who waits for it is not in the portal to read it. */
    @Test
    void what_lets_somebody_in_is_sent_all_the_same(PortalStack stack) throws Exception {
        var marked = Cases.word() + "@acme.example";
        mark(stack, marked);
        var form = Map.of(
                "given-name",
                "Eva",
                "family-name",
                "Test",
                "email",
                marked,
                "organization",
                "acme",
                "language",
                "en",
                "zone",
                "UTC",
                "authorized",
                "true");
        csm.press("/staff/harmony/people/new", "person", "save", form, "/staff/harmony/people/new");

        assertThat(stack.mails().waitFor(marked, mail -> true)).isNotNull();
    }

    /** Of an invitation, as of any mail that is no case's. */
    @Test
    void a_mail_of_no_case_that_comes_back_marks_its_address_as_well(PortalStack stack) throws Exception {
        var invited = Cases.word() + "@acme.example";
        var form = Map.of(
                "given-name",
                "Eva",
                "family-name",
                "Test",
                "email",
                invited,
                "organization",
                "acme",
                "language",
                "en",
                "zone",
                "UTC",
                "authorized",
                "true");
        csm.press("/staff/harmony/people/new", "person", "save", form, "/staff/harmony/people/new");
        var invitation = stack.mails().waitFor(invited, mail -> true);
        var report = SentMail.of("MAILER-DAEMON@mx.acme.example", SUPPORT, "Undelivered")
                .report(invited, "550 5.1.1 User unknown", MailIntakeIT.header(invitation, "Message-ID"))
                .send(stack);

        assertThat(report.fate(stack)).isEqualTo(new SentMail.Fate("IGNORED BOUNCE", 0));
        assertThat(csm.get("/staff/harmony/people?state=undeliverable").body()).contains(invited);
    }

    @Test
    void an_address_that_the_mail_server_does_not_know_is_marked_at_once(PortalStack stack) throws Exception {
        stack.mails().waitFor(address, mail -> mail.subject().contains(word));
        var ticket = "/staff/harmony/tickets/" + number;
        var failed = "/staff/mails?tenant=harmony&state=failed&q=" + person.name();
        var admin = Session.login(stack, "staff", "admin");
        stack.own().stopSmtp();
        try (var server = new RefusingSmtp(stack.smtpPort(), address)) {
            reply("refused " + word);
            assertThat(state(stack, "refused")).isEqualTo("DEAD");
            assertThat(Waiting.until(() -> agent.get(ticket).body().contains("did not reach"), PortalStack.patience()))
                    .isTrue();
        } finally {
            stack.own().startSmtp();
        }
        assertThat(agent.get(ticket).body()).contains(BADGE, "550 5.1.1 User unknown");
        assertThat(admin.get(failed).body()).contains(word, "550 5.1.1 User unknown");
        reply("withheld " + word);
        assertThat(state(stack, "withheld")).isEqualTo("WITHHELD");

        var letter = admin.get(failed).body().replaceAll("(?s).*name=\"letter\" value=\"([^\"]+)\".*", "$1");
        admin.press(failed, "mails", "letter", Map.of("letter", letter), failed);
        stack.mails().waitFor(address, mail -> mail.text().contains("refused " + word));
        assertThat(agent.get(ticket).body()).doesNotContain(BADGE);
    }

    private void bounce(PortalStack stack) throws Exception {
        var receipt = stack.mails().waitFor(address, mail -> mail.subject().contains(word));
        var report = SentMail.of("MAILER-DAEMON@mx.acme.example", SUPPORT, "Undelivered")
                .report(address, "550 5.1.1 User unknown", MailIntakeIT.header(receipt, "Message-ID"))
                .send(stack);
        assertThat(report.fate(stack).ticket()).isEqualTo(number);
    }

    private void reply(String text) {
        var path = "/staff/harmony/tickets/" + number;
        var answer = agent.press(path, "answering", "send", Map.of("field-kind", "reply", "field-text", text), path);
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private String key(PortalStack stack) throws SQLException {
        return one(stack, "select subject from account where tenant_id = 'harmony' and email = '" + address + "'");
    }

    /** Once it has been decided. */
    private String state(PortalStack stack, String part) throws SQLException {
        var query =
                "select coalesce(max(state), '') from mail where tenant_id = 'harmony' and ticket_number = " + number
                        + " and text like '%" + part + " " + word + "%' and recipient = '" + address
                        + "' and state <> 'QUEUED'";
        Waiting.until(
                () -> {
                    try {
                        return !one(stack, query).isEmpty();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                PortalStack.patience());
        return one(stack, query);
    }

    private static void mark(PortalStack stack, String marked) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute("insert into undeliverable_address (tenant_id, address, marked_at, diagnostic) values"
                    + " ('harmony', '" + marked + "', now(), '')");
        }
    }

    private static String one(PortalStack stack, String query) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
