package dev.portico.systemtests.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The portal is killed again and again while it takes in mails of all kinds. How often says the system property {@code
 * portico.test.mail-kills}, where {@code portico.test.seed}; many take longer than a test otherwise may
 * ({@code junit.jupiter.execution.timeout.default}).
 */
@ExtendWith(PortalStackExtension.class)
class MailKillIT {
    private static final int MAILS = 500;
    private static final int CASES = 5;
    private static final String SUPPORT = "support@harmony.localhost";
    private static final String ACME = "acme-es@acme.example";

    private final String mark = Cases.word();
    private final Random random = random();
    private final List<SentMail> mails = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    private static Random random() {
        var seed = Long.getLong("portico.test.seed", System.nanoTime());
        System.out.println("Seed " + seed);
        return new Random(seed);
    }

    @Test
    void killed_at_any_moment_the_portal_does_once_what_each_mail_asks_for(PortalStack stack) throws Exception {
        stack.own();
        var api = stack.api("harmony", "acme-es");
        var asked = new ArrayList<String>();
        for (var number = 0; number < CASES; number++) {
            var subject = Cases.word();
            Cases.file(api, subject);
            asked.add(stack.mails()
                    .waitFor(ACME, mail -> mail.subject().contains(subject))
                    .headers()
                    .lines()
                    .filter(line -> line.startsWith("Message-ID: "))
                    .map(line -> line.substring(12))
                    .findFirst()
                    .orElseThrow());
        }
        IntStream.range(0, MAILS).forEach(number -> mails.add(mail(number, asked)));
        SentMail.sendAll(stack, mails);
        killWhileTheyComeIn(stack, Integer.getInteger("portico.test.mail-kills", 3));
        assertThat(Waiting.until(() -> settled(stack) >= MAILS, Duration.ofMinutes(5)))
                .isTrue();

        eachIsKeptOnce(stack);
        eachHasItsOneEffect(stack);
    }

    private SentMail mail(int number, List<String> asked) {
        var word = mark + " " + number;
        return switch (number % 10) {
            case 0, 1, 2, 3, 4 -> {
                subjects.add(word);
                yield SentMail.of(ACME, SUPPORT, word).textAndFile("Nada funciona.", "log.txt", "line");
            }
            case 5, 6, 7 -> {
                answers.add(word);
                yield SentMail.of(ACME, SUPPORT, "Re: algo")
                        .with("In-Reply-To: " + asked.get(number % CASES))
                        .text(word);
            }
            case 8 ->
                SentMail.of(mark + number + "@nowhere.example", SUPPORT, word).text("Hello");
            default ->
                SentMail.of(mark + number + "@nowhere.example", SUPPORT, word)
                        .with("Auto-Submitted: auto-replied")
                        .text("Away");
        };
    }

    /** Each kill comes when a random number of mails has been done, and a moment later. */
    private void killWhileTheyComeIn(PortalStack stack, int kills) {
        var points = random.ints(kills, 1, MAILS).sorted().toArray();
        for (var point : points) {
            assertThat(Waiting.until(() -> settled(stack) >= point, Duration.ofMinutes(3)))
                    .isTrue();
            LockSupport.parkNanos(random.nextInt(200_000_000));
            System.out.println("Killed after " + settled(stack) + " of " + MAILS);
            stack.killPortal();
            stack.startPortal();
        }
    }

    private long settled(PortalStack stack) {
        return counts(
                        stack,
                        "select 'all', count(distinct message_id) from received_mail where tenant_id = 'harmony'"
                                + " and state <> 'WAITING' and (" + ours() + ") group by 1")
                .getOrDefault("all", 0L);
    }

    private String ours() {
        return mails.stream()
                .map(mail -> "'" + mail.id() + "'")
                .collect(Collectors.joining(",", "message_id in (", ")"));
    }

    private void eachIsKeptOnce(PortalStack stack) {
        var kept = counts(
                stack,
                "select message_id, count(*) from received_mail where tenant_id = 'harmony' and " + ours()
                        + " group by 1");
        assertThat(kept).hasSize(MAILS);
        assertThat(kept.values()).containsOnly(1L);
        assertThat(counts(
                        stack,
                        "select state || coalesce(' ' || reason, ''), count(*) from received_mail where tenant_id = 'harmony'"
                                + " and " + ours() + " group by 1"))
                .containsEntry("TICKET", MAILS / 2L)
                .containsEntry("COMMENT", MAILS * 3L / 10)
                .containsEntry("IGNORED AUTOMATIC", MAILS / 10L);
    }

    private void eachHasItsOneEffect(PortalStack stack) {
        var tickets = counts(
                stack,
                "select subject, count(*) from ticket where tenant_id = 'harmony' and subject like '" + mark
                        + " %' group by 1");
        assertThat(tickets.keySet()).containsExactlyInAnyOrderElementsOf(subjects);
        assertThat(tickets.values()).containsOnly(1L);
        var comments = counts(
                stack,
                "select text, count(*) from ticket_entry where tenant_id = 'harmony' and kind = 'COMMENT' and text like '"
                        + mark + " %' group by 1");
        assertThat(comments.keySet()).containsExactlyInAnyOrderElementsOf(answers);
        assertThat(comments.values()).containsOnly(1L);
        var files = counts(
                stack,
                "select t.subject, count(*) from ticket t join attachment a on a.tenant_id = t.tenant_id and a.ticket_number"
                        + " = t.number where t.tenant_id = 'harmony' and t.subject like '" + mark + " %' group by 1");
        assertThat(files).isEqualTo(tickets);
        var receipts = counts(
                stack,
                "select t.subject, count(*) from ticket t join mail m on m.tenant_id = t.tenant_id and m.ticket_number"
                        + " = t.number where t.tenant_id = 'harmony' and t.subject like '" + mark
                        + " %' and m.recipient = '"
                        + ACME + "' group by 1");
        assertThat(receipts).isEqualTo(tickets);
        assertThat(counts(
                        stack,
                        "select recipient, count(*) from mail where tenant_id = 'harmony' and recipient like '" + mark
                                + "%@nowhere.example' group by 1"))
                .isEqualTo(counts(
                        stack,
                        "select sender, count(*) from received_mail where tenant_id = 'harmony' and state = 'ANSWERED'"
                                + " and " + ours() + " group by 1"))
                .isNotEmpty();
    }

    private static Map<String, Long> counts(PortalStack stack, String sql) {
        var counts = new TreeMap<String, Long>();
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(sql)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }
}
