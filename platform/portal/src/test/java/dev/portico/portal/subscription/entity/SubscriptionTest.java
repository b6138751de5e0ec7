package dev.portico.portal.subscription.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Wish WISH = new Wish(
            "status",
            SubscriptionKind.WEBHOOK,
            "ana@acme.example",
            "https://acme.example/hook",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            TopicChoice.ALL);

    private final Subscription subscription = new Subscription("id", WISH, "token", "hash", NOW);

    @Test
    void itIsConfirmedOnceAndInTime() {
        assertThat(subscription.confirmable(NOW.plus(Duration.ofHours(47)))).isTrue();
        assertThat(subscription.confirmable(NOW.plus(Duration.ofHours(48)))).isFalse();
        subscription.confirmed(NOW);
        assertThat(subscription.confirmable(NOW)).isFalse();
        assertThatThrownBy(() -> subscription.confirmed(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheOwnerChangesWhatIsConfirmed() {
        var other = new Wish(
                "status",
                SubscriptionKind.WEBHOOK,
                "ana@acme.example",
                "https://acme.example/hook",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                TopicChoice.of(Set.of("one")));
        subscription.wishedAgain(other, "hash2", NOW);
        assertThat(subscription.topics()).isEqualTo(TopicChoice.of(Set.of("one")));
        assertThat(subscription.mailsOfTheDay(NOW)).isEqualTo(1);
        subscription.confirmed(NOW);
        assertThatThrownBy(() -> subscription.wishedAgain(WISH, "hash3", NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mailsAreCountedForADay() {
        subscription.asked(NOW);
        subscription.wishedAgain(WISH, "hash2", NOW.plus(Duration.ofHours(20)));
        assertThat(subscription.mailsOfTheDay(NOW.plus(Duration.ofHours(43)))).isEqualTo(2);
        assertThat(subscription.mailsOfTheDay(NOW.plus(Duration.ofHours(44)))).isZero();
    }

    @Test
    void aWebhookThatFailsIsPausedAndResumedWithoutWhatItHasMissed() {
        subscription.confirmed(NOW);
        assertThat(subscription.failed(NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(5));
        assertThat(subscription.failed(NOW.plusSeconds(9))).isEqualTo(NOW.plusSeconds(5));
        subscription.paused();
        subscription.resumed(NOW.plusSeconds(20));
        assertThat(subscription.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(subscription.confirmedAt()).contains(NOW.plusSeconds(20));
        assertThat(subscription.failingSince()).isEmpty();
    }

    @Test
    void aSecretIsNewForSomeMinutes() {
        subscription.confirmed(NOW);
        assertThat(subscription.secretIsNew(NOW)).isFalse();
        subscription.renewed("sealed", NOW);
        subscription.sealed("sealed anew");
        assertThat(subscription.secretIsNew(NOW.plusSeconds(599))).isTrue();
        assertThat(subscription.secretIsNew(NOW.plusSeconds(600))).isFalse();
        subscription.ended(NOW);
        assertThat(subscription.secretIsNew(NOW)).isFalse();
    }

    @Test
    void whatHasEndedKeepsNoSecretAndTheMomentOfItsEnd() {
        subscription.confirmed(NOW);
        subscription.sealed("sealed");
        subscription.ended(NOW);
        subscription.ended(NOW.plusSeconds(1));
        assertThat(subscription.secret()).isEmpty();
        assertThat(subscription.endedAt()).contains(NOW);
    }
}
