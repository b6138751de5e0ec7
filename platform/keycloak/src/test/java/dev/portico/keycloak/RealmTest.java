package dev.portico.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RealmTest {

    private final TestProvider provider = new TestProvider();
    private final TestRealm harmony = provider.realm("harmony");
    private final TestClock clock = new TestClock();
    private final RealmDirectory realms = new RealmDirectory(provider.settings(), clock);

    @AfterEach
    void stop() {
        provider.close();
    }

    private static KeycloakSettings impatient(URI url) {
        return new KeycloakSettings(
                url, "portico", new ClientSecret("x"), Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(300));
    }

    private static void assertUnavailable(RealmDirectory directory) {
        assertThatThrownBy(() -> directory.realm("harmony").metadata())
                .isInstanceOfSatisfying(LoginUnavailableException.class, e -> assertThat(e.realm())
                        .isEqualTo("harmony"));
    }

    @Test
    void nothingIsFetchedBeforeItIsNeeded() {
        assertThat(realms.issuer("harmony")).isEqualTo(harmony.issuer);
        assertThat(harmony.discoveries).hasValue(0);
    }

    @Test
    void aRealmIsKnownOnceItsProviderHasToldAboutIt() {
        assertThat(realms.known()).isEmpty();

        realms.look("harmony");
        realms.look("harmony");
        assertThatThrownBy(() -> realms.look("nowhere")).isInstanceOf(LoginUnavailableException.class);

        assertThat(realms.known()).containsOnly(Map.entry("harmony", true), Map.entry("nowhere", false));
        assertThat(harmony.discoveries).hasValue(1);
    }

    @Test
    void manyRequestsAtOnceDiscoverOnce() throws Exception {
        harmony.discoveryGate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(20);
        var results = new ArrayList<Future<?>>();
        for (var i = 0; i < 20; i++) {
            results.add(threads.submit(() -> realms.realm("harmony").metadata()));
        }
        harmony.discoveryGate.countDown();
        for (var result : results) {
            assertThat(result.get(10, TimeUnit.SECONDS)).isNotNull();
        }
        threads.shutdownNow();
        assertThat(harmony.discoveries).hasValue(1);
    }

    @Test
    void aPortWhereNobodyListensIsUnavailable() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertUnavailable(new RealmDirectory(impatient(URI.create("http://localhost:" + free))));
    }

    @Test
    void aServerThatNeverAnswersCostsItsTimeoutOnceAndNotPerRequest() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var directory =
                    new RealmDirectory(impatient(URI.create("http://localhost:" + silent.getLocalPort())), clock);
            var threads = Executors.newFixedThreadPool(10);
            var begun = System.nanoTime();
            var results = new ArrayList<Future<?>>();
            for (var i = 0; i < 10; i++) {
                results.add(threads.submit(() -> assertUnavailable(directory)));
            }
            for (var result : results) {
                result.get(10, TimeUnit.SECONDS);
            }
            threads.shutdownNow();
            // One after the other would take ten times 300 ms.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2500));
        }
    }

    @Test
    void afterAFailureThereIsAPauseAndThenAnotherTry() {
        harmony.broken = true;
        assertUnavailable(realms);
        harmony.broken = false;
        assertUnavailable(realms);
        assertThat(harmony.discoveries).hasValue(1);

        clock.advance(Fetching.PAUSE_AFTER_FAILURE.plusMillis(1));
        assertThat(realms.realm("harmony").metadata()).isNotNull();
    }

    @Test
    void anotherIssuerThanExpectedIsUnavailable() {
        harmony.advertisedIssuer = "https://keycloak.example/realms/harmony";
        assertUnavailable(realms);
    }

    @Test
    void aRealmThatDoesNotExistIsUnavailable() {
        assertThatThrownBy(() -> realms.realm("nowhere").metadata()).isInstanceOf(LoginUnavailableException.class);
    }

    @Test
    void anOldDocumentIsReadAgainAndServesOnThroughAnOutage() {
        var realm = realms.realm("harmony");
        realm.metadata();
        clock.advance(Realm.FRESH.plusSeconds(1));
        harmony.broken = true;
        assertThat(realm.metadata()).isNotNull();
        assertThat(harmony.discoveries).hasValue(2);
        harmony.broken = false;
        clock.advance(Realm.FRESH.plusSeconds(1));
        assertThat(realm.metadata()).isNotNull();
        assertThat(harmony.discoveries).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a?b", "-a", "a%2fb", "ñ", ".well-known"})
    void aNameThatWouldChangeTheAddressIsNoRealm(String name) {
        assertThatThrownBy(() -> realms.issuer(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSlashAtTheEndOfTheServerAddressIsDropped() {
        var settings = KeycloakSettings.of(URI.create("http://localhost:8180/"), "portico", "x");
        assertThat(new RealmDirectory(settings).issuer("bmc")).isEqualTo("http://localhost:8180/realms/bmc");
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(provider.settings().toString()).doesNotContain(TestProvider.SECRET);
    }
}
