package dev.portico.systemtests.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Api;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal is killed while cases are filed, as by a power cut, and the caller tries each again under its key. */
@ExtendWith(PortalStackExtension.class)
class KillIT {
    private static final int KILLS = 3;
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

    /** What the caller sent. */
    private record Sent(String key, String subject) {}

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();

    @Test
    void killed_at_any_moment_the_portal_loses_and_repeats_nothing(PortalStack stack) throws Exception {
        stack.own();
        var mark = Cases.word();
        var random = new Random(20261122);
        var api = stack.api("harmony", "acme-en");
        Cases.file(api, "Warm up");
        for (var kill = 0; kill < KILLS; kill++) {
            fileUntilKilled(stack, api, mark, Duration.ofMillis(random.nextInt(400)));
            stack.startPortal();
            for (var again = unanswered.poll(); again != null; again = unanswered.poll()) {
                file(api, again);
            }
        }
        assertThat(sent).as("cases filed").hasSizeGreaterThan(KILLS);
        eachHasOneTicket(stack, mark);
        eachTicketsMailsWentOut(stack, mark);
    }

    private void fileUntilKilled(PortalStack stack, Api api, String mark, Duration delay) throws InterruptedException {
        var killed = new AtomicBoolean();
        var callers = Executors.newFixedThreadPool(2);
        try {
            for (var caller = 0; caller < 2; caller++) {
                callers.execute(() -> {
                    while (!killed.get()) {
                        var next = new Sent(UUID.randomUUID().toString(), mark + " " + Cases.word());
                        sent.add(next);
                        try {
                            file(api, next);
                        } catch (UncheckedIOException cutOff) {
                            unanswered.add(next);
                        }
                    }
                });
            }
            var before = sent.size();
            Waiting.until(() -> sent.size() > before + 4, Duration.ofSeconds(30));
            LockSupport.parkNanos(delay.toNanos());
            stack.killPortal();
        } finally {
            killed.set(true);
            callers.shutdown();
        }
        assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void file(Api api, Sent ticket) {
        Cases.file(api.with("Idempotency-Key", ticket.key()), ticket.subject());
    }

    private void eachHasOneTicket(PortalStack stack, String mark) throws SQLException {
        try (var all = stack.database().superuser();
                var query = all.prepareStatement(
                        "select subject, count(*) from ticket where subject like ? group by subject")) {
            query.setString(1, mark + "%");
            var rows = query.executeQuery();
            var tickets = new java.util.HashMap<String, Long>();
            while (rows.next()) {
                tickets.put(rows.getString(1), rows.getLong(2));
            }
            assertThat(tickets.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            sent.stream().map(Sent::subject).toList());
            assertThat(tickets.values()).containsOnly(1L);
        }
    }

    /** One to the requester and one to the support team. */
    private void eachTicketsMailsWentOut(PortalStack stack, String mark) throws SQLException {
        var expected = sent.size() * 2;
        Waiting.until(() -> byMessageId(stack, mark).size() >= expected, Duration.ofSeconds(60));
        Waiting.until(() -> waiting(stack) == 0, Duration.ofSeconds(30));
        var mails = byMessageId(stack, mark);
        assertThat(mails).hasSize(expected);
        assertThat(mails.values().stream().mapToLong(copies -> copies - 1).sum())
                .as(
                        "sent again: only the one in flight when the portal died, between the server's answer and the commit;"
                                + " it may be the same one each time, being the first that the next portal sends")
                .isLessThanOrEqualTo(KILLS);
        for (var ticket : sent) {
            assertThat(recipients(stack, ticket.subject()))
                    .containsOnlyOnce("acme-en@acme.example", "support-team@harmony.example");
        }
    }

    private static Map<String, Long> byMessageId(PortalStack stack, String mark) {
        return stack.mails().all().stream()
                .filter(mail -> mail.subject().contains(mark))
                .collect(groupingBy(KillIT::messageId, counting()));
    }

    private static List<String> recipients(PortalStack stack, String subject) {
        return stack.mails().all().stream()
                .filter(mail -> mail.subject().contains(subject))
                .collect(groupingBy(KillIT::messageId))
                .values()
                .stream()
                .map(copies -> copies.get(0).recipients())
                .flatMap(List::stream)
                .toList();
    }

    private static String messageId(StoredMail mail) {
        var found = MESSAGE_ID.matcher(mail.headers());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static long waiting(PortalStack stack) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var row = work.executeQuery(
                        "select count(*) from mail where state <> 'SENT' and tenant_id = 'harmony'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
