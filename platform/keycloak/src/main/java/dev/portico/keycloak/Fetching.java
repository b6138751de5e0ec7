package dev.portico.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what all need to go on, one at a time: the others wait for that one, within the time-outs. After a failure
 * nobody asks again for a moment, so that a Keycloak that is down costs one request its time-out, not all.
 */
final class Fetching {

    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final String realm;
    private final KeycloakSettings settings;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Failure failure;

    private record Failure(LoginUnavailableException cause, Instant at) {}

    Fetching(String realm, KeycloakSettings settings, InstantSource clock) {
        this.realm = realm;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is known, else what is fetched. */
    <T> T once(Supplier<Optional<T>> known, Supplier<T> fetch) {
        throwIfFailedLately();
        waitForTurn();
        try {
            var meanwhile = known.get();
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            throwIfFailedLately();
            return attempt(fetch);
        } finally {
            turn.unlock();
        }
    }

    /** As above, but nothing where another fetches already. */
    <T> Optional<T> unlessBusy(Supplier<T> fetch) {
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(attempt(fetch));
        } finally {
            turn.unlock();
        }
    }

    private <T> T attempt(Supplier<T> fetch) {
        try {
            var fetched = fetch.get();
            failure = null;
            return fetched;
        } catch (LoginUnavailableException e) {
            failure = new Failure(e, clock.instant());
            throw e;
        }
    }

    private void throwIfFailedLately() {
        var last = failure;
        if (last != null && last.at().plus(PAUSE_AFTER_FAILURE).isAfter(clock.instant())) {
            throw new LoginUnavailableException(realm, "no answer a moment ago", last.cause());
        }
    }

    private void waitForTurn() {
        var limit = settings.connectTimeout().plus(settings.readTimeout()).toMillis();
        try {
            if (!turn.tryLock(limit, TimeUnit.MILLISECONDS)) {
                throw new LoginUnavailableException(realm, "no answer in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoginUnavailableException(realm, "interrupted while waiting", e);
        }
    }
}
