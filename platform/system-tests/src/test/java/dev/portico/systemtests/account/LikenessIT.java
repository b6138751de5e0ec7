package dev.portico.systemtests.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Statements;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whether an address is known does not show in the time that an answer takes. A clock would prove little on a busy machine:
 * the answers take the same statements, and come although nothing of what sets the addresses apart can be done, no mail be
 * written, no account be changed, nor Keycloak be asked.
 */
@ExtendWith(PortalStackExtension.class)
class LikenessIT {
    private static final String RUN = UUID.randomUUID().toString().substring(0, 6);
    private static final int TIMES = 12;
    private static final int MOST_COUNTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than any answer takes on a busy machine, shorter than the portal would wait for Keycloak and then fail. */
    private static final Duration ANSWERED = Duration.ofSeconds(45);

    /** What a registration and an invitation's page have to do with; what the background asks of accounts is another thing. */
    private static final Pattern OF_COMING_IN = Pattern.compile(
            "(?is)(?!.*(realm_|set_config)).*(registration|invitation|account|terms|advisory|insert into mail).*");

    private enum Address {
        UNKNOWN,
        /** Registered, and not confirmed. */
        PENDING,
        KNOWN
    }

    @BeforeEach
    void fill(PortalStack stack) throws SQLException {
        execute(
                stack,
                "insert into account (tenant_id, subject, name, email, language, format_locale, zone, created_at, realm_due,"
                        + " version) select 'legacy', 'like-' || n, 'Like', 'known' || n || '@" + RUN
                        + ".example', 'en',"
                        + " 'en', 'UTC', now(), '2999-01-01', 1 from generate_series(1, 20) as n on conflict do nothing");
    }

    @AfterEach
    void forget(PortalStack stack) throws SQLException {
        execute(
                stack,
                "delete from registration where email like '%@" + RUN + ".example';"
                        + " delete from invitation where subject like 'like-%'; delete from account where subject like 'like-%'");
    }

    @Test
    void a_registration_takes_the_same_statements_whatever_the_address(PortalStack stack) throws SQLException {
        var fewest = new EnumMap<Address, Long>(Address.class);
        // The background can only add some, so the fewest of several counts count.
        for (var round = 0; round < MOST_COUNTS && (round == 0 || different(fewest)); round++) {
            for (var kind : Address.values()) {
                fewest.merge(kind, registrationsOf(kind, stack), Math::min);
            }
            execute(stack, "delete from registration where email like '%@" + RUN + ".example'");
        }
        assertThat(new HashSet<>(fewest.values())).as(fewest.toString()).hasSize(1);
        assertThat(fewest.get(Address.KNOWN)).as("it was counted").isGreaterThan(5);
    }

    private static boolean different(Map<Address, Long> counts) {
        return new HashSet<>(counts.values()).size() > 1;
    }

    private static long registrationsOf(Address kind, PortalStack stack) throws SQLException {
        var number = new AtomicInteger();
        return comingIn(new Statements(stack.database()::owner)
                .of(
                        () -> {
                            var email = address(kind, number.incrementAndGet());
                            assertThat(register(stack, email).statusCode()).isEqualTo(302);
                            // What is done after the answer is done when it is counted, and before it is not.
                            if (number.get() == 2 || number.get() == TIMES + 2) {
                                awaitMails(stack);
                            }
                        },
                        TIMES));
    }

    private static long comingIn(Map<String, Long> statements) {
        return statements.entrySet().stream()
                .filter(entry -> OF_COMING_IN.matcher(entry.getKey()).matches())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String address(Address kind, int number) {
        return (kind == Address.KNOWN ? "known" : "new") + number + "@" + RUN + ".example";
    }

    private static HttpResponse<String> register(PortalStack stack, String email) {
        // No two of these look alike.
        var display = email.replaceAll("@.*", "")
                .chars()
                .mapToObj(c ->
                        Character.isDigit(c) ? "bcdfghkmpr".substring(c - '0', c - '0' + 1) : Character.toString(c))
                .collect(Collectors.joining());
        var form = Map.of("given-name", "Ana", "family-name", "Ruiz", "email", email, "display-name", display);
        return post(stack, "/legacy/register", form);
    }

    private static HttpResponse<String> post(PortalStack stack, String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + Browser.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return Session.anonymous(stack).send("POST", path, body, Map.of());
    }

    private static void awaitMails(PortalStack stack) {
        assertThat(Waiting.until(
                        () -> one(
                                        stack,
                                        "select count(*) from registration where mailed_at is null and email like '%@"
                                                + RUN + ".example'")
                                == 0,
                        PATIENCE))
                .isTrue();
    }

    @Test
    void the_page_of_an_old_invitation_takes_the_same_statements_whatever_has_become_of_the_account(PortalStack stack)
            throws SQLException {
        var fewest = new ArrayList<Long>(Collections.nCopies(Invited.values().length, Long.MAX_VALUE));
        for (var round = 0; round < MOST_COUNTS && (round == 0 || new HashSet<>(fewest).size() > 1); round++) {
            for (var invited : Invited.values()) {
                var path = invitation(stack, invited);
                var counted = new Statements(stack.database()::owner)
                        .of(
                                () -> assertThat(Session.anonymous(stack)
                                                .get(path)
                                                .statusCode())
                                        .isEqualTo(410),
                                TIMES);
                fewest.set(invited.ordinal(), Math.min(fewest.get(invited.ordinal()), comingIn(counted)));
            }
        }
        assertThat(new HashSet<>(fewest)).as(fewest.toString()).hasSize(1);
        assertThat(fewest.get(0)).isPositive();
    }

    /** What has become of somebody whose link has expired. */
    private enum Invited {
        WAITING("joined_at = null, enabled = true"),
        JOINED("joined_at = now(), enabled = true"),
        DISABLED("joined_at = null, enabled = false");

        private final String change;

        Invited(String change) {
            this.change = change;
        }
    }

    /** @return the page of the link */
    private static String invitation(PortalStack stack, Invited invited) throws SQLException {
        var subject = "like-" + (invited.ordinal() + 1);
        var token = UUID.randomUUID().toString().replace("-", "") + "01234567";
        execute(
                stack,
                "update account set realm_subject = subject, " + invited.change
                        + " where tenant_id = 'legacy' and subject = '"
                        + subject + "'; insert into invitation (tenant_id, id, subject, email, token_hash, created_at,"
                        + " expires_at, version) values ('legacy', '" + token + "', '" + subject + "', 'any', '"
                        + sha256(token) + "', now() - interval '8 days', now() - interval '1 day', 1)");
        return "/legacy/invitations/" + token;
    }

    @Test
    void answers_wait_neither_for_a_mail_nor_for_an_account_nor_for_keycloak(PortalStack stack) throws Exception {
        assertThat(register(stack, address(Address.PENDING, 19)).statusCode()).isEqualTo(302);
        awaitMails(stack);
        assertThat(subscribe(stack, "follows@" + RUN + ".example").statusCode()).isEqualTo(302);
        assertThat(Waiting.until(
                        () -> one(
                                        stack,
                                        "select count(*) from subscription where email = 'follows@" + RUN + ".example'")
                                == 1,
                        PATIENCE))
                .isTrue();
        var links = new ArrayList<String>();
        for (var invited : Invited.values()) {
            links.add(invitation(stack, invited));
        }
        var keycloak = stack.own().processes().get("keycloak");
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            all.setAutoCommit(false);
            signal("STOP", keycloak);
            try {
                // They can be read, and not written.
                work.execute("lock table mail, account, invitation, subscription in exclusive mode");
                var answers = Stream.concat(
                                Stream.of(
                                        answer(() -> register(stack, address(Address.UNKNOWN, 18))),
                                        answer(() -> register(stack, address(Address.PENDING, 19))),
                                        answer(() -> register(stack, address(Address.KNOWN, 20))),
                                        answer(() -> subscribe(stack, "new@" + RUN + ".example")),
                                        answer(() -> subscribe(stack, "follows@" + RUN + ".example"))),
                                links.stream().map(link -> answer(() -> post(stack, link, Map.of("again", "again")))))
                        .toList();
                for (var answer : answers) {
                    assertThat(answer)
                            .succeedsWithin(ANSWERED)
                            .extracting(HttpResponse::statusCode)
                            .isEqualTo(302);
                }
                assertThat(blocked(work))
                        .as("what is done after the answer waits")
                        .isPositive();
            } finally {
                all.rollback();
                signal("CONT", keycloak);
            }
        }
        awaitMails(stack);
    }

    private static HttpResponse<String> subscribe(PortalStack stack, String email) {
        return post(
                stack,
                "/app-builder/subscriptions/system-status",
                Map.of("kind", "email", "email", email, "scope", "all", "language", "en"));
    }

    private static CompletableFuture<HttpResponse<String>> answer(
            java.util.function.Supplier<HttpResponse<String>> request) {
        return CompletableFuture.supplyAsync(request);
    }

    private static int blocked(java.sql.Statement work) throws SQLException {
        try (var rows = work.executeQuery(
                "select count(*) from pg_stat_activity where usename = 'portico'" + " and wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(PortalStack stack, String statement) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(statement);
        }
    }

    private static long one(PortalStack stack, String query) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
