package dev.portico.portal.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.mail.control.BackOff;
import dev.portico.portal.mail.control.Delivery;
import dev.portico.portal.mail.control.Samples;
import dev.portico.portal.mail.entity.MailProblem;
import dev.portico.portal.mail.entity.MailState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aMailStartsQueuedAndDueAtOnce() {
        var mail = Samples.mail();

        assertThat(mail.state()).isEqualTo(MailState.QUEUED);
        assertThat(mail.nextAttemptAt()).contains(Samples.CREATED);
        assertThat(mail.attempts()).isZero();
    }

    @Test
    void aSentMailIsDone() {
        var mail = Samples.mail();
        mail.sent(NOW);
        MailDelivery.settle(mail, new Delivery.Sent());

        assertThat(mail.state()).isEqualTo(MailState.SENT);
        assertThat(mail.sentAt()).contains(NOW);
        assertThat(mail.nextAttemptAt()).isEmpty();
        assertThat(mail.attempts()).isEqualTo(1);
    }

    @Test
    void aRefusedMailIsDeadAtOnceWithTheReason() {
        var mail = Samples.mail();
        mail.sent(NOW);
        MailDelivery.settle(mail, new Delivery.Refused("550 No such user"));

        assertThat(mail.state()).isEqualTo(MailState.DEAD);
        assertThat(mail.lastError()).contains("550 No such user");
        assertThat(mail.sentAt()).isEmpty();
    }

    @Test
    void theLogLearnsTheServersReasonButNoAddress() {
        assertThat(MailDelivery.withoutAddresses(
                        "SMTPSendFailedException: 550 5.1.1 <ana.ruiz+x@acme.example>: no such user"
                                + " | to ANA@mail.acme.example; refused"))
                .isEqualTo("SMTPSendFailedException: 550 5.1.1 <(address)>: no such user | to (address); refused");
    }

    @Test
    void aFailureIsTriedForDaysAndThenGivenUp() {
        var mail = Samples.mail();
        var messageId = mail.envelope().messageId();
        for (var attempt = 1; attempt < BackOff.MOST_ATTEMPTS; attempt++) {
            mail.sent(NOW);
            var before = Instant.now();
            MailDelivery.settle(mail, new Delivery.Failed("451"));

            assertThat(mail.state()).isEqualTo(MailState.QUEUED);
            assertThat(mail.attempts()).isEqualTo(attempt);
            assertThat(Duration.between(before, mail.nextAttemptAt().orElseThrow()))
                    .isBetween(
                            BackOff.after(attempt, 1), BackOff.after(attempt, 0).plusSeconds(5));
        }
        mail.sent(NOW);
        MailDelivery.settle(mail, new Delivery.Failed("451"));

        assertThat(mail.state()).isEqualTo(MailState.DEAD);
        assertThat(mail.attempts()).isEqualTo(BackOff.MOST_ATTEMPTS);
        assertThat(mail.envelope().messageId()).isEqualTo(messageId);
    }

    @Test
    void whileNobodyAnswersAMailWaitsForShortTimesAndIsNeverGivenUp() {
        var mail = Samples.mail();
        for (var attempt = 0; attempt < 2 * BackOff.MOST_ATTEMPTS; attempt++) {
            mail.sent(NOW);
            var before = Instant.now();
            MailDelivery.settle(mail, new Delivery.Unreachable("refused"));

            assertThat(mail.state()).isEqualTo(MailState.QUEUED);
            assertThat(mail.attempts()).isZero();
            assertThat(Duration.between(before, mail.nextAttemptAt().orElseThrow()))
                    .isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void theReasonIsBoundedAndFitForTheDatabase() {
        var mail = Samples.mail();
        mail.sent(NOW);
        mail.givenUp(MailProblem.FAILED, "x\0".repeat(2_000));

        assertThat(mail.lastError().orElseThrow())
                .hasSizeLessThanOrEqualTo(1_000)
                .doesNotContain("\0");
    }

    @Test
    void theReasonIsKnownInWordsUntilTheMailIsSent() {
        var mail = Samples.mail();
        mail.sent(NOW);
        MailDelivery.settle(mail, new Delivery.Unreachable("refused"));
        assertThat(mail.problem()).contains(MailProblem.UNREACHABLE);
        mail.sent(NOW);
        assertThat(mail.problem()).isEmpty();
        MailDelivery.settle(mail, new Delivery.Refused("550"));
        assertThat(mail.problem()).contains(MailProblem.REFUSED);
    }
}
