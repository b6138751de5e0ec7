package dev.portico.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalStackExtension.class)
class MailServerDownIT {

    @Test
    void tickets_are_filed_while_the_mail_server_is_down_and_mails_go_out_when_it_is_back(PortalStack stack)
            throws SQLException {
        var own = stack.own();
        var word = Cases.word();
        var api = stack.api("harmony", "acme-en");
        Cases.file(api, "Warm up");
        own.stopSmtp();
        try {
            var begin = Instant.now();
            Cases.file(api, word);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(stack.mails().to("acme-en@acme.example"))
                    .noneMatch(mail -> mail.subject().contains(word));
        } finally {
            own.startSmtp();
        }
        comeDue(stack);
        stack.mails().waitFor("acme-en@acme.example", mail -> mail.subject().contains(word));
        stack.mails()
                .waitFor("support-team@harmony.example", mail -> mail.subject().contains(word));
    }

    /** The next attempt comes half a minute after the first, and twice as late each time: nobody waits for it here. */
    private static void comeDue(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.executeUpdate("update mail set next_attempt_at = now() where state = 'QUEUED'");
        }
    }
}
