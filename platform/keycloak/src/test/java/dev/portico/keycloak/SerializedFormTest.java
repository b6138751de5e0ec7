package dev.portico.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SerializedFormTest {

    @Test
    void anIdentitySurvivesTheSessionStore() throws Exception {
        var identity = TestIdentities.identity("harmony", "s", "sid");
        assertThat(Serialization.copy(identity)).isEqualTo(identity);
    }

    @Test
    void aNoticeSurvivesTheWayToAnotherNode() throws Exception {
        var notice = TestIdentities.sessionEnd("harmony", "sid");
        assertThat(Serialization.copy(notice)).isEqualTo(notice);
    }

    @Test
    void identitiesSurviveTheSessionStore() throws Exception {
        var session = new TestSession("1");
        var identity = TestIdentities.identity("harmony", "s", "sid");
        Identities.put(session, identity);
        var copy = Serialization.copy(Identities.find(session).orElseThrow());
        assertThat(copy.in("harmony")).contains(identity);
        assertThat(copy.in("bmc")).isEmpty();
    }

    @Test
    void pendingLoginsSurviveTheSessionStore() throws Exception {
        var now = Instant.now();
        var store = new PendingLogins();
        store.add("state", login(now));
        var copy = Serialization.copy(store);
        assertThat(copy.take("state", now)).contains(login(now));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void theOldestOfMoreThanTwentyPendingLoginsIsDropped() {
        var now = Instant.now();
        var store = new PendingLogins();
        for (var i = 0; i <= PendingLogins.CAPACITY; i++) {
            store.add("state-" + i, login(now));
        }
        assertThat(store.size()).isEqualTo(20);
        assertThat(store.take("state-0", now)).isEmpty();
        assertThat(store.take("state-1", now)).isPresent();
    }

    @Test
    void theIdTokenIsNotPrinted() {
        assertThat(TestIdentities.identity("harmony", "s", "sid").toString()).doesNotContain("signature");
    }

    @Test
    void aNoticeNamesASessionOrASubject() {
        assertThatThrownBy(() -> new LogoutNotice("issuer", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PendingLogin login(Instant startedAt) {
        return new PendingLogin("harmony", URI.create("http://localhost/x"), "n", "v", "/harmony/", startedAt);
    }
}
