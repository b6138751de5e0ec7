package dev.portico.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The administrators' list of what has not gone out, with "send again". */
@ExtendWith(PortalStackExtension.class)
class UnsentMailsIT {

    @Test
    void what_waits_is_listed_with_the_reason_and_goes_out_when_it_is_sent_again(PortalStack stack)
            throws SQLException {
        var own = stack.own();
        try (var accounts = new Accounts(stack.keycloakUrl(), stack.keycloakAdminPassword())) {
            var person = accounts.create("harmony", "en").name();
            var api = stack.api("harmony", person);
            var admin = Session.login(stack, "staff", "admin");
            var page = "/staff/mails?tenant=harmony&state=waiting&q=" + person.toUpperCase(java.util.Locale.ROOT);
            assertThat(admin.get(page).body()).doesNotContain("@acme.example");
            var first = Cases.word();
            var second = Cases.word();
            own.stopSmtp();
            try {
                Cases.file(api, first);
                Cases.file(api, second);
                assertThat(Waiting.until(
                                () -> admin.get(page).body().contains("could not be reached"), PortalStack.patience()))
                        .isTrue();
                assertThat(admin.get(page).body()).contains(first, second, "2 emails");
                assertThat(admin.get("/staff/mails?tenant=bmc&state=waiting&q=" + person)
                                .body())
                        .doesNotContain(first, second);
            } finally {
                own.startSmtp();
            }
            postpone(stack, person);
            assertThat(admin.press(page, "mails", "all", Map.of(), page).statusCode())
                    .isEqualTo(302);
            stack.mails()
                    .waitFor(person + "@acme.example", mail -> mail.subject().contains(first));
            stack.mails()
                    .waitFor(person + "@acme.example", mail -> mail.subject().contains(second));
            assertThat(admin.get(page).body()).doesNotContain(first);
        }
    }

    /** No attempt is due while the test waits. */
    private static void postpone(PortalStack stack, String person) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.executeUpdate("update mail set next_attempt_at = now() + interval '1 hour' where state = 'QUEUED' and"
                    + " recipient = '" + person + "@acme.example'");
        }
    }

    @Test
    void what_is_withheld_goes_out_and_takes_the_mark_off_its_address(PortalStack stack) throws SQLException {
        try (var accounts = new Accounts(stack.keycloakUrl(), stack.keycloakAdminPassword());
                var all = stack.database().superuser();
                var work = all.createStatement()) {
            var person = accounts.create("harmony", "en").name();
            var api = stack.api("harmony", person);
            var address = person + "@acme.example";
            work.execute("insert into undeliverable_address (tenant_id, address, marked_at, diagnostic) values"
                    + " ('harmony', '" + address + "', now(), '')");
            var word = Cases.word();
            Cases.file(api, word);
            var admin = Session.login(stack, "staff", "admin");
            var page = "/staff/mails?tenant=harmony&state=withheld&q=" + person;
            assertThat(Waiting.until(() -> admin.get(page).body().contains(word), PortalStack.patience()))
                    .isTrue();
            var id = admin.get(page).body().replaceAll("(?s).*name=\"letter\" value=\"([^\"]+)\".*", "$1");
            assertThat(admin.press(page, "mails", "letter", Map.of("letter", id), page)
                            .statusCode())
                    .isEqualTo(302);
            stack.mails().waitFor(address, mail -> mail.subject().contains(word));
            try (var marks =
                    work.executeQuery("select 1 from undeliverable_address where address = '" + address + "'")) {
                assertThat(marks.next()).isFalse();
            }
        }
    }
}
