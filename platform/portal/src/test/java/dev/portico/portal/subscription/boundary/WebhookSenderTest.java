package dev.portico.portal.subscription.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.outgoing.control.WebhookCalls;
import dev.portico.portal.subscription.control.DeliveryProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSenderTest {
    private static final String SECRET = "whsec_c2VjcmV0";

    private final WebhookSender sender = new WebhookSender(new WebhookCalls(origin -> false));

    @ParameterizedTest
    @CsvSource({"https://hooks.example/a b,whsec_c2VjcmV0", "https://127.0.0.1/,whsec_%", "https://127.0.0.1/,x"})
    void whatCannotBeSentAtAllIsAnAttemptWithoutAnAnswer(String url, String secret) {
        var attempt = sender.send(message(url, Optional.of(secret)));
        assertThat(attempt.number()).isEqualTo(3);
        assertThat(attempt.status()).isEmpty();
        assertThat(attempt.problem()).contains(DeliveryProblem.NO_ANSWER);
    }

    @Test
    void aPrivateAddressIsNotCalled() {
        assertThat(sender.send(message("https://127.0.0.1/hook", Optional.of(SECRET)))
                        .problem())
                .contains(DeliveryProblem.NOT_ALLOWED);
    }

    @Test
    void nothingIsSentUnsigned() {
        assertThat(sender.send(message("https://127.0.0.1/hook", Optional.empty()))
                        .problem())
                .contains(DeliveryProblem.SECRET);
    }

    private static WebhookDeliveries.Message message(String url, Optional<String> secret) {
        return new WebhookDeliveries.Message("msg_1", 3, url, secret, "{}");
    }
}
