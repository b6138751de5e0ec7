package dev.portico.portal.registration.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.registration.entity.Registration.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Applicant ANA = new Applicant(
            "Ana",
            "Ruiz",
            "ana@example.com",
            "ana r",
            Locale.forLanguageTag("es"),
            ZoneOffset.UTC,
            Optional.of(3),
            "/legacy/status?x=1");
    private final Registration registration = new Registration("id", "subject", "hash", ANA, NOW);

    @Test
    void itKeepsWhatWasEntered() {
        assertThat(registration.applicant()).isEqualTo(ANA);
    }

    @Test
    void itIsOpenForTwoDays() {
        assertThat(registration.state(NOW.plus(Duration.ofHours(48)).minusMillis(1)))
                .isEqualTo(State.OPEN);
        assertThat(registration.state(NOW.plus(Duration.ofHours(48)))).isEqualTo(State.EXPIRED);
        registration.used(NOW);
        assertThat(registration.state(NOW.plus(Duration.ofHours(72)))).isEqualTo(State.USED);
    }

    @Test
    void onlyOneAtATimeCompletesIt() {
        assertThat(registration.begin(NOW)).isTrue();
        assertThat(registration.begin(NOW.plusSeconds(59))).isFalse();
        assertThat(registration.begin(NOW.plusSeconds(60))).isTrue();
    }
}
