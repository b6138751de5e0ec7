package dev.portico.portal.invitation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.invitation.entity.Invitation.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final Invitation invitation = new Invitation("id", "ana", "ana@acme.example", "hash", NOW);

    @Test
    void itIsOpenForAWeek() {
        assertThat(invitation.state(NOW.plus(Duration.ofDays(7)).minusMillis(1)))
                .isEqualTo(State.OPEN);
        assertThat(invitation.state(NOW.plus(Duration.ofDays(7)))).isEqualTo(State.EXPIRED);
    }

    @Test
    void whatWasUsedStaysUsed() {
        invitation.used(NOW);
        invitation.replaced(NOW);
        assertThat(invitation.state(NOW.plus(Duration.ofDays(30)))).isEqualTo(State.USED);
    }

    @Test
    void aLaterOneTakesItsPlace() {
        invitation.replaced(NOW);
        assertThat(invitation.state(NOW)).isEqualTo(State.REPLACED);
    }

    @Test
    void onlyOneAtATimeAcceptsIt() {
        assertThat(invitation.begin(NOW)).isTrue();
        assertThat(invitation.begin(NOW.plusSeconds(1))).isFalse();
        invitation.release();
        assertThat(invitation.begin(NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void whoeverWasInterruptedHoldsItForAMinuteOnly() {
        assertThat(invitation.begin(NOW)).isTrue();
        assertThat(invitation.begin(NOW.plusSeconds(60))).isTrue();
    }
}
