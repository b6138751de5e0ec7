package dev.portico.portal.subscription.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** As receivers see it, who use the standard's own library. */
class WebhookSignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    private static final String BODY = "{\"título\":\"Caída\"}";

    private final Map<String, List<String>> headers =
            WebhookSignature.headers(SECRET, "msg_1", Instant.now(), BODY).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));

    @Test
    void theStandardsLibraryKnowsItForOurs() {
        assertThatCode(() -> new Webhook(SECRET).verify(BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void anotherBodyOrSecretIsNotOurs() {
        assertThatThrownBy(() -> new Webhook(SECRET).verify(BODY + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(SECRET.replace('M', 'N')).verify(BODY, headers))
                .isInstanceOf(WebhookVerificationException.class);
    }
}
