package dev.portico.portal.subscription.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Standard Webhooks says: HMAC-SHA256 of id, seconds and body, so that neither can be another's. */
public final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * The headers by which a receiver knows whose message it is, which one and of when.
     *
     * @param secret with its prefix
     */
    public static Map<String, String> headers(String secret, String id, Instant at, String body) {
        var seconds = Long.toString(at.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", seconds,
                "webhook-signature", "v1," + sign(secret, id + "." + seconds + "." + body));
    }

    private static String sign(String secret, String content) {
        try {
            var key = Base64.getDecoder().decode(secret.substring(WebhookSecrets.PREFIX.length()));
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
