package dev.portico.keycloak;

import static dev.portico.keycloak.TestIdentities.identity;
import static dev.portico.keycloak.TestIdentities.sessionEnd;
import static dev.portico.keycloak.TestIdentities.subjectEnd;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionIndexTest {

    private final TestClock clock = new TestClock();
    private final SessionIndex index = new SessionIndex(clock);
    private final TestSession session = new TestSession("http-1");
    private final Identity harmony = identity("harmony", "ana", "sid-1");
    private final Identity bmc = identity("bmc", "ana", "sid-2");

    private boolean logIn(TestSession where, Identity identity) {
        Identities.put(where, identity);
        return index.register(where, identity);
    }

    @Test
    void aNoticeTakesTheIdentityOfItsRealmOnly() {
        logIn(session, harmony);
        logIn(session, bmc);

        assertThat(index.end(sessionEnd("harmony", "sid-1"))).isEqualTo(1);

        assertThat(session.valid).isTrue();
        assertThat(Identities.find(session, "harmony")).isEmpty();
        assertThat(Identities.find(session, "bmc")).contains(bmc);
    }

    @Test
    void sessionsAreCountedByRealm() {
        logIn(session, harmony);
        logIn(session, bmc);
        logIn(new TestSession("http-2"), identity("harmony", "eva", "sid-3"));
        assertThat(index.sizes()).containsOnly(Map.entry("harmony", 2), Map.entry("bmc", 1));

        index.end(sessionEnd("bmc", "sid-2"));
        assertThat(index.sizes()).containsOnly(Map.entry("harmony", 2));
    }

    @Test
    void aSessionLeftWithoutIdentityIsInvalidated() {
        logIn(session, harmony);
        index.end(sessionEnd("harmony", "sid-1"));
        assertThat(session.valid).isFalse();
        assertThat(index.size()).isZero();
    }

    @Test
    void theSameSessionIdOfAnotherRealmIsAnotherSession() {
        logIn(session, harmony);
        assertThat(index.end(sessionEnd("bmc", "sid-1"))).isZero();
        assertThat(Identities.find(session, "harmony")).contains(harmony);
    }

    @Test
    void aNoticeForASubjectEndsAllItsSessionsInThatRealm() {
        var other = new TestSession("http-2");
        var stranger = new TestSession("http-3");
        logIn(session, harmony);
        logIn(session, bmc);
        logIn(other, identity("harmony", "ana", "sid-9"));
        logIn(stranger, identity("harmony", "eva", "sid-8"));

        assertThat(index.end(subjectEnd("harmony", "ana"))).isEqualTo(2);

        assertThat(other.valid).isFalse();
        assertThat(stranger.valid).isTrue();
        assertThat(Identities.find(session, "bmc")).contains(bmc);
    }

    @Test
    void aChangedHttpSessionIdIsFollowed() {
        logIn(session, harmony);
        session.id = "http-1b";
        index.sessionIdChanged(new HttpSessionEvent(session), "http-1");
        index.register(session, harmony);
        assertThat(index.end(sessionEnd("harmony", "sid-1"))).isEqualTo(1);
        assertThat(index.size()).isZero();
    }

    @Test
    void aDestroyedSessionLeavesNothingBehind() {
        logIn(session, harmony);
        logIn(session, bmc);
        index.sessionDestroyed(new HttpSessionEvent(session));
        assertThat(index.size()).isZero();
    }

    @Test
    void aLogoutHereLeavesNothingBehind() {
        logIn(session, harmony);
        Identities.remove(session, harmony);
        index.forget(session, harmony);
        assertThat(index.size()).isZero();
        assertThat(index.end(sessionEnd("harmony", "sid-1"))).isZero();
        assertThat(session.valid).isTrue();
    }

    @Test
    void aNewLoginReplacesTheEarlierOne() {
        var again = identity("harmony", "ana", "sid-5");
        logIn(session, harmony);
        logIn(session, again);
        assertThat(index.end(sessionEnd("harmony", "sid-1"))).isZero();
        assertThat(Identities.find(session, "harmony")).contains(again);
        assertThat(index.end(sessionEnd("harmony", "sid-5"))).isEqualTo(1);
    }

    @Test
    void aNoticeThatOvertakesTheLoginStillCounts() {
        index.end(sessionEnd("harmony", "sid-1"));
        assertThat(logIn(session, harmony)).isFalse();
        clock.advance(Duration.ofMinutes(6));
        assertThat(logIn(session, harmony)).isTrue();
    }

    @Test
    void aSessionThatEndedByItselfIsNoTrouble() {
        logIn(session, harmony);
        session.invalidate();
        assertThat(index.end(sessionEnd("harmony", "sid-1"))).isEqualTo(1);
    }

    @Test
    void manyThreadsLeaveNoEntry() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var results = new ArrayList<Future<?>>();
        for (var i = 0; i < 400; i++) {
            var own = new TestSession("http-" + i);
            var sid = "sid-" + i;
            var byNotice = i % 2 == 0;
            results.add(threads.submit(() -> {
                logIn(own, identity("harmony", "ana", sid));
                if (byNotice) {
                    index.end(sessionEnd("harmony", sid));
                } else {
                    index.sessionDestroyed(new HttpSessionEvent(own));
                }
            }));
        }
        for (var result : results) {
            result.get(10, TimeUnit.SECONDS);
        }
        threads.shutdownNow();
        assertThat(index.size()).isZero();
    }
}
