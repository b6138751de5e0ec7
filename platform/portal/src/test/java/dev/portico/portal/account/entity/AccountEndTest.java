package dev.portico.portal.account.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How logins, names and whole accounts end. */
class AccountEndTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Profile profile =
            new Profile("Ana de la Cruz", "Ana", "de la Cruz", "ana@acme.example", true, Optional.of("acme"));
    private final Account account = Account.ofRealm(
            "s", profile, new Preferences(Locale.ENGLISH, Locale.US, ZoneOffset.UTC, true), NOON.minusSeconds(9));

    @Test
    void loginsFromBeforeEndAndKeycloakIsNotToldToEndThemAll() {
        account.endOthers(NOON);
        assertThat(account.admits(NOON)).isFalse();
        assertThat(account.admits(NOON.minusSeconds(1))).isFalse();
        assertThat(account.admits(NOON.plusNanos(1000))).isTrue();
        assertThat(account.sessionsToEnd()).isFalse();
        assertThat(account.realmDue()).isEmpty();
    }

    @Test
    void anotherNameIsToldAndTheSameIsNot() {
        account.rename("Ana", "de la Cruz", NOON);
        assertThat(account.realmDue()).isEmpty();
        account.rename("Ana María", "de la Cruz", NOON);
        assertThat(account.realmDue()).contains(NOON);
        assertThat(account.profile())
                .isEqualTo(new Profile(
                        "Ana María de la Cruz",
                        "Ana María",
                        "de la Cruz",
                        "ana@acme.example",
                        true,
                        Optional.of("acme")));
    }

    @Test
    void whatIsErasedSaysNothingAndStaysSo() {
        account.rename("Ana María", "de la Cruz", NOON);
        account.erase("Deleted person", NOON);
        var empty = new Profile("Deleted person", "", "", "", false, Optional.empty());
        assertThat(account.profile()).isEqualTo(empty);
        assertThat(account.realmDue()).as("whoever erases tells Keycloak").isEmpty();

        account.follow(profile);
        account.unlink("GONE", NOON);
        assertThat(account.profile()).isEqualTo(empty);
        assertThat(account.realmSubject()).as("a login from before is known").contains("s");
        assertThat(account.admits(NOON.plusSeconds(9))).isFalse();
        assertThatThrownBy(() -> account.enable(NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherAddressCountsOnceItIsConfirmedInTime() {
        account.enterAddress("ana@new.example", "hash", NOON);
        assertThat(account.email()).isEqualTo("ana@acme.example");
        assertThat(account.realmDue()).isEmpty();
        assertThat(account.newAddress("other", NOON.minusSeconds(1))).isEmpty();
        assertThat(account.newAddress("hash", NOON)).as("too late").isEmpty();
        assertThat(account.newAddress("hash", NOON.minusSeconds(1))).contains("ana@new.example");

        account.confirmAddress(NOON.minusSeconds(1));
        assertThat(account.email()).isEqualTo("ana@new.example");
        assertThat(account.profile().emailVerified()).isTrue();
        assertThat(account.realmDue()).isPresent();
        assertThat(account.newAddress(NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void oneExportAtATime() {
        assertThat(account.beginExport(NOON, NOON.plusSeconds(60))).isTrue();
        assertThat(account.beginExport(NOON.plusSeconds(59), NOON.plusSeconds(90)))
                .isFalse();
        assertThat(account.beginExport(NOON.plusSeconds(60), NOON.plusSeconds(90)))
                .as("that one was never ended")
                .isTrue();
        account.endExport();
        assertThat(account.beginExport(NOON, NOON.plusSeconds(60))).isTrue();
    }
}
