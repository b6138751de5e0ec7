package dev.portico.systemtests.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.mailbox.SentMail.Fate;
import dev.portico.systemtests.rest.Cases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails of people who are not who they say, or who want to make the portal write what they like to whom they like. */
@ExtendWith(PortalStackExtension.class)
class ForgedMailIT {
    private static final String HARMONY = "support@harmony.localhost";
    private static final String BMC = "support@bmc.localhost";
    private static final String LEGACY = "support@legacy.localhost";
    private static final String ACME = "acme-es@acme.example";
    private static final String VICTIM = "victim@evil.example";
    private static final int MOST_ANSWERS = 60;

    /** What would be a line of its own among a mail's headers. */
    private static final Pattern INJECTED = Pattern.compile("(?im)^(bcc|x-injected)\\s*:");

    @BeforeAll
    static void logIn(PortalStack stack) {
        stack.api("harmony", "acme-es").get("/tickets");
        stack.api("legacy", "umbrella-en").get("/tickets");
    }

    /** Whose name is misused learns of it at once, and what they have already stays theirs. */
    @Test
    void a_mail_in_a_contacts_name_makes_a_case_of_its_own_of_which_the_contact_is_told(PortalStack stack)
            throws Exception {
        var word = Cases.word();
        var number = Cases.number(Cases.file(stack.api("harmony", "acme-es"), Cases.word()));
        var forged = SentMail.of(ACME, HARMONY, "Re: [#" + number + "] " + word)
                .text("I am not Acme.")
                .send(stack);

        assertThat(forged.fate(stack).outcome()).isEqualTo("TICKET");
        assertThat(forged.fate(stack).ticket()).isNotEqualTo(number);
        stack.mails().waitFor(ACME, mail -> mail.subject().contains(word));
    }

    @Test
    void a_thousand_forged_mails_draw_few_answers_and_no_case_and_keep_nobody_waiting(PortalStack stack)
            throws Exception {
        var word = Cases.word();
        var tickets = number(stack, "select count(*) from ticket where tenant_id = 'legacy'");
        var mails = new ArrayList<SentMail>();
        for (var mail = 0; mail < 1_000; mail++) {
            mails.add(SentMail.of(word + mail % 250 + "@forged.example", LEGACY, "Buy")
                    .text("Now."));
        }
        SentMail.sendAll(stack, mails);
        var of = " from received_mail where tenant_id = 'legacy' and sender like '" + word + "%@forged.example'";
        assertThat(Waiting.until(() -> number(stack, "select count(*)" + of) == 1_000, Duration.ofMinutes(3)))
                .isTrue();

        assertThat(number(stack, "select count(*)" + of + " and state in ('ANSWERED', 'IGNORED')"))
                .isEqualTo(1_000);
        assertThat(number(stack, "select count(*)" + of + " and state = 'ANSWERED'"))
                .isBetween(1L, (long) MOST_ANSWERS);
        var answers = " from mail where tenant_id = 'legacy' and recipient like '" + word + "%@forged.example'";
        assertThat(number(stack, "select count(*)" + answers)).isBetween(1L, (long) MOST_ANSWERS);
        assertThat(number(stack, "select max(n) from (select count(*) as n" + answers + " group by recipient) each"))
                .isEqualTo(1);
        assertThat(number(stack, "select count(*) from ticket where tenant_id = 'legacy'"))
                .isEqualTo(tickets);
        var real = SentMail.of("umbrella-en@umbrella.example", LEGACY, "Real " + word)
                .text("Help.")
                .send(stack);
        assertThat(real.fate(stack).outcome()).isEqualTo("TICKET");
    }

    @Test
    void what_is_hidden_in_a_subject_or_a_name_becomes_no_header(PortalStack stack) throws Exception {
        var word = Cases.word();
        var line = "=?utf-8?Q?" + word + "=0D=0ABcc:_victim=40evil.example=0D=0AX-Injected:_1?=";
        var mail = SentMail.of(line + " <" + ACME + ">", HARMONY, line)
                .with("In-Reply-To: <a\rBcc: " + VICTIM + "@b>")
                .with("Reply-To: " + line + " <" + VICTIM + ">")
                .text("X-Injected: 1\n\nBcc: " + VICTIM)
                .put(stack, "harmony");

        assertThat(mail.fate(stack).outcome()).isEqualTo("TICKET");
        harmless(stack, stack.mails().waitFor(ACME, receipt -> receipt.subject().contains(word)));
    }

    @Test
    void what_is_hidden_in_an_address_becomes_no_header_and_no_recipient(PortalStack stack) throws Exception {
        var word = Cases.word();
        var quoted = SentMail.of("\"" + word + "\\\r\n Bcc: " + VICTIM + "\"@nowhere.example", HARMONY, "Quoted")
                .text("Hello")
                .put(stack, "harmony");
        var encoded = SentMail.of(
                        "=?utf-8?Q?" + word + "=0D=0ABcc:" + VICTIM + "?=@nowhere.example", HARMONY, "Encoded")
                .text("Hello")
                .put(stack, "harmony");
        var listed = SentMail.of(word + "@nowhere.example, " + VICTIM, HARMONY, "Two")
                .text("Hello")
                .put(stack, "harmony");

        assertThat(quoted.fate(stack).outcome()).isNotEqualTo("TICKET");
        assertThat(encoded.fate(stack).outcome()).isNotEqualTo("TICKET");
        assertThat(listed.fate(stack).outcome()).isEqualTo("ASIDE NO_SENDER");
        settled(stack);
        stack.mails().all().forEach(sent -> assertThat(sent.recipients()).doesNotContain(VICTIM));
        stack.mails().all().stream()
                .filter(sent -> sent.raw().contains(word) && sent.from().contains(HARMONY))
                .forEach(sent -> harmless(stack, sent));
    }

    @Test
    void two_tenants_that_write_to_each_other_stop_at_once(PortalStack stack) throws Exception {
        var there = SentMail.of(HARMONY, BMC, Cases.word()).text("Ping").send(stack);
        var back = SentMail.of(BMC, HARMONY, Cases.word()).text("Pong").send(stack);

        assertThat(there.fate(stack)).isEqualTo(new Fate("IGNORED AUTOMATIC", 0));
        assertThat(back.fate(stack)).isEqualTo(new Fate("IGNORED AUTOMATIC", 0));
        settled(stack);
        assertThat(number(stack, "select count(*) from mail where recipient in ('" + HARMONY + "', '" + BMC + "')"))
                .isZero();
    }

    /** One that says what it is, and one that does not. */
    @Test
    void a_notice_of_absence_that_answers_our_refusal_draws_nothing_more(PortalStack stack) throws Exception {
        var away = Cases.word() + "@nowhere.example";
        assertThat(SentMail.of(away, BMC, "Hello")
                        .text("Hello")
                        .send(stack)
                        .fate(stack)
                        .outcome())
                .isEqualTo("ANSWERED");
        var refusal = stack.mails().waitFor(away, mail -> true);
        var id = refusal.headers()
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring(12))
                .findFirst()
                .orElseThrow();
        var polite = SentMail.of(away, BMC, "Away")
                .with("In-Reply-To: " + id)
                .with("Auto-Submitted: auto-replied")
                .text("Away")
                .send(stack);
        var rude = SentMail.of(away, BMC, "Away")
                .with("In-Reply-To: " + id)
                .text("Away")
                .send(stack);

        assertThat(polite.fate(stack).outcome()).isEqualTo("IGNORED AUTOMATIC");
        assertThat(rude.fate(stack).outcome()).isEqualTo("IGNORED LIMIT");
        settled(stack);
        assertThat(stack.mails().to(away)).hasSize(1);
    }

    private static void harmless(PortalStack stack, StoredMail sent) {
        assertThat(INJECTED.matcher(sent.headers()).find()).as(sent.headers()).isFalse();
        assertThat(sent.recipients()).doesNotContain(VICTIM);
        assertThat(stack.mails().to(VICTIM)).isEmpty();
    }

    /** Whatever was to be sent has been. */
    private static void settled(PortalStack stack) {
        assertThat(Waiting.until(
                        () -> number(stack, "select count(*) from mail where state = 'QUEUED'") == 0,
                        PortalStack.patience()))
                .isTrue();
    }

    private static long number(PortalStack stack, String sql) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
