package dev.portico.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.keycloak.PasswordRefusedException.Reason;
import dev.portico.keycloak.PasswordRefusedException.Rule;
import dev.portico.keycloak.TestProvider.Asked;
import dev.portico.keycloak.TestProvider.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmAccountsTest {

    private static final RealmAccountState ANA = new RealmAccountState(
            "ana@acme.example", "ana@acme.example", true, "Ána", "", true, Map.of("locale", "es", "organization", ""));

    private final TestProvider provider = new TestProvider();
    private final TestRealm harmony = provider.realm("harmony");
    private final TestClock clock = new TestClock();
    private final RealmAccounts accounts = new RealmAccounts(
            new RealmDirectory(provider.settings(), clock), "portico-accounts", new ClientSecret(TestProvider.SECRET));
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        provider.close();
    }

    private void answer(int status, String body) {
        provider.administration = request -> {
            asked.add(request);
            return new Said(status, body);
        };
    }

    @Test
    void theTokenIsFetchedOnceForAllAndAnewShortlyBeforeItEnds() throws Exception {
        answer(200, "[]");
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<RealmAccount>> ask = () -> accounts.page("harmony", 0, 10);
            for (var done : threads.invokeAll(Collections.nCopies(20, ask))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(harmony.serviceTokens).hasValue(1);
        assertThat(asked).hasSize(20);

        clock.advance(Duration.ofSeconds(49));
        accounts.page("harmony", 0, 10);
        assertThat(harmony.serviceTokens).hasValue(1);
        clock.advance(Duration.ofSeconds(2));
        accounts.page("harmony", 0, 10);
        assertThat(harmony.serviceTokens).hasValue(2);
    }

    @Test
    void aTokenThatKeycloakForgotIsRenewedOnce() {
        var first = new ConcurrentLinkedQueue<String>();
        provider.administration = request -> {
            first.add(request.authorization());
            return new Said(request.authorization().equals(first.peek()) ? 401 : 200, "[]");
        };
        assertThat(accounts.page("harmony", 0, 10)).isEmpty();
        assertThat(harmony.serviceTokens).hasValue(2);

        answer(401, "{}");
        assertThatThrownBy(() -> accounts.page("harmony", 0, 10)).isInstanceOf(LoginUnavailableException.class);
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 403, 302, 418, 429})
    void whatIsNoAnswerMeansThatKeycloakIsNotAvailable(int status) {
        answer(status, "{\"error\":\"x\"}");
        assertThatThrownBy(() -> accounts.find("harmony", "s-1")).isInstanceOf(LoginUnavailableException.class);
        assertThatThrownBy(() -> accounts.create("harmony", ANA)).isInstanceOf(LoginUnavailableException.class);
        assertThatThrownBy(() -> accounts.endSessions("harmony", "s-1")).isInstanceOf(LoginUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[", "[1]", "{}", "[{\"id\":7}]", "[{}]"})
    void aMalformedAnswerIsNoEmptyList(String body) {
        answer(200, body);
        assertThatThrownBy(() -> accounts.page("harmony", 0, 10)).isInstanceOf(LoginUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Not found</html>", "{\"error\":\"Realm not found.\"}", "{}"})
    void nobodyIsGoneBecauseTheRealmOrThePathIs(String body) {
        answer(404, body);
        assertThatThrownBy(() -> accounts.find("harmony", "s-1")).isInstanceOf(LoginUnavailableException.class);
        assertThatThrownBy(() -> accounts.delete("harmony", "s-1")).isInstanceOf(LoginUnavailableException.class);
    }

    @Test
    void whoIsNotThereIsAbsent() {
        answer(404, "{\"error\":\"User not found\"}");
        assertThat(accounts.find("harmony", "s-1")).isEmpty();
        assertThat(accounts.update("harmony", "s-1", ANA)).isFalse();
        assertThat(accounts.delete("harmony", "s-1")).isFalse();
        assertThat(accounts.setPassword("harmony", "s-1", "a long password")).isFalse();
        assertThat(accounts.sessions("harmony", "s-1")).isEmpty();
        accounts.endSessions("harmony", "s-1");
    }

    @Test
    void aSilentServerCostsTheTimeOutAndNoMore() {
        var gate = new CountDownLatch(1);
        provider.administration = request -> {
            await(gate);
            return new Said(200, "[]");
        };
        try {
            assertThatThrownBy(() -> accounts.page("harmony", 0, 10))
                    .isInstanceOf(LoginUnavailableException.class)
                    .hasMessageContaining("timed out");
        } finally {
            gate.countDown();
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void withoutATokenNothingIsAskedAndAfterAFailureNobodyAsksForAMoment() {
        answer(200, "[]");
        harmony.broken = true;
        assertThatThrownBy(() -> accounts.page("harmony", 0, 10)).isInstanceOf(LoginUnavailableException.class);
        harmony.broken = false;
        assertThatThrownBy(() -> accounts.page("harmony", 0, 10)).hasMessageContaining("a moment ago");
        clock.advance(Fetching.PAUSE_AFTER_FAILURE.plusMillis(1));
        assertThat(accounts.page("harmony", 0, 10)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAccountIsReadAsItIs() {
        answer(200, """
                [{"id":"s-1","username":"ana","email":"ana@acme.example","emailVerified":true,"firstName":"Ána",
                "enabled":true,"attributes":{"locale":["es"]},"createdTimestamp":1795391786967,"totp":false}]""");
        assertThat(accounts.byEmail("harmony", "ANA@acme.example"))
                .contains(new RealmAccount(
                        "s-1",
                        "ana",
                        "ana@acme.example",
                        true,
                        "Ána",
                        "",
                        true,
                        Map.of("locale", List.of("es")),
                        Instant.ofEpochMilli(1795391786967L)));
        assertThat(accounts.byEmail("harmony", "an@acme.example")).isEmpty();
        assertThat(asked.element().path()).contains("email=ANA%40acme.example").contains("exact=true");
    }

    @Test
    void aNewAccountsSubjectIsWhereKeycloakPutIt() {
        answer(201, "new-subject");
        assertThat(accounts.create("harmony", ANA)).isEqualTo("new-subject");
        assertThat(asked.element().body()).contains("\"firstName\":\"Ána\"", "\"attributes\":{\"locale\":[\"es\"]}");
    }

    @Test
    void aChangeKeepsAttributesThatItDoesNotName() {
        provider.administration = request -> {
            asked.add(request);
            return request.method().equals("GET") ? new Said(200, """
                            {"id":"s-1","requiredActions":["CONFIGURE_TOTP"],
                            "attributes":{"tenants":["a","b"],"locale":["en"],"organization":["acme"]}}""") : new Said(204, "");
        };
        assertThat(accounts.update("harmony", "s-1", ANA)).isTrue();
        assertThat(asked).hasSize(2).element(1).satisfies(put -> assertThat(put.body())
                .contains("\"tenants\":[\"a\",\"b\"]", "\"locale\":[\"es\"]")
                .doesNotContain("organization", "requiredActions"));
    }

    @Test
    void whoIsInTheWayAndWhatIsNotAllowedAreToldApart() {
        answer(409, "{\"errorMessage\":\"User exists with same email\"}");
        assertThatThrownBy(() -> accounts.create("harmony", ANA)).isInstanceOf(AccountExistsException.class);
        answer(400, "{\"field\":\"email\",\"errorMessage\":\"error-invalid-email\"}");
        assertThat(catchThrowableOfType(AccountRefusedException.class, () -> accounts.create("harmony", ANA))
                        .field())
                .isEqualTo("email");
        answer(400, "{\"errors\":[{\"field\":\"username\"},{\"field\":\"email\"}]}");
        assertThat(catchThrowableOfType(AccountRefusedException.class, () -> accounts.create("harmony", ANA))
                        .field())
                .isEqualTo("username");
    }

    @ParameterizedTest
    @CsvSource({
        "invalidPasswordMinLengthMessage, Invalid password: minimum length 12., TOO_SHORT, 12",
        "invalidPasswordNotEmailMessage, Invalid password: must not be equal to the email., EMAIL, 0",
        "invalidPasswordBlacklistedMessage, Invalid password: password is not allowed., TOO_COMMON, 0",
        "somethingNew, Invalid password, OTHER, 0"
    })
    void aRefusedPasswordSaysWhichRuleItBreaks(String error, String words, Rule rule, int number) {
        answer(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + words + "\"}");
        assertThat(catchThrowableOfType(
                                PasswordRefusedException.class, () -> accounts.setPassword("harmony", "s-1", "secret"))
                        .reasons())
                .containsExactly(new Reason(rule, number));
    }

    @Test
    void changesOfOthersAreToldPageByPageAndAgainForAMinute() {
        var since = clock.instant().minusSeconds(600);
        provider.administration = request -> {
            asked.add(request);
            if (request.path().startsWith("/events")) {
                return new Said(200, "[{\"time\":1,\"userId\":\"by-person\"}]");
            }
            return new Said(200, request.path().endsWith("first=0") ? page(200) : """
                    [{"time":2,"authDetails":{"userId":"service-account"},"resourcePath":"users/own"},
                    {"time":2,"authDetails":{"userId":"admin"},"resourcePath":"users/last/reset"},
                    {"time":2,"authDetails":{"userId":"admin"},"resourcePath":"clients/x"}]""");
        };
        var changes = accounts.changesSince("harmony", since);
        assertThat(changes.subjects()).hasSize(202).contains("u0", "u199", "last", "by-person");
        assertThat(changes.until()).isAfter(since).isBefore(clock.instant().minusSeconds(30));
        assertThat(asked).hasSize(3).allSatisfy(request -> assertThat(request.path())
                .contains("direction=asc", "dateFrom=" + since.toEpochMilli()));
        var recent = clock.instant();
        assertThat(accounts.changesSince("harmony", recent).until()).isEqualTo(recent);
    }

    private static String page(int size) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        "{\"time\":1,\"authDetails\":{\"userId\":\"admin\"},\"resourcePath\":\"users/u" + i + "\"}")
                .toList()
                .toString();
    }

    @Test
    void aRecordWithoutEndIsToldInParts() {
        var time = clock.instant().minusSeconds(3600).toEpochMilli();
        provider.administration = request -> new Said(
                200, request.path().startsWith("/events") ? "[]" : page(200).replace("\"time\":1", "\"time\":" + time));
        assertThat(accounts.changesSince("harmony", Instant.ofEpochMilli(time - 5))
                        .until())
                .isEqualTo(Instant.ofEpochMilli(time));
    }

    @Test
    void sessionsAndSecondFactorsAreRead() {
        answer(200, """
                [{"id":"sid","ipAddress":"127.0.0.1","start":1795391918000,"lastAccess":1795391919000,
                "clients":{"x":"portico","y":"account"}}]""");
        assertThat(accounts.sessions("harmony", "s-1"))
                .containsExactly(new RealmSession(
                        "sid",
                        Instant.ofEpochSecond(1795391918),
                        Instant.ofEpochSecond(1795391919),
                        "127.0.0.1",
                        List.of("account", "portico")));
        answer(200, """
                [{"id":"c1","type":"password"},{"id":"c2","type":"otp","userLabel":"Phone","createdDate":1000}]""");
        assertThat(accounts.secondFactors("harmony", "s-1"))
                .containsExactly(new SecondFactor("c2", "otp", "Phone", Instant.ofEpochSecond(1)));
        assertThat(Optional.of(asked.element().path())).contains("/users/s-1/sessions");
    }
}
