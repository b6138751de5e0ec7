package dev.portico.portal.subscription.control;

import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** What messages to a webhook are signed with: shown once to its owner, and kept sealed. */
@ApplicationScoped
public class WebhookSecrets {
    static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    SecretCipher cipher;

    @Inject
    TenantContext tenants;

    /** @return a new one, in the place of the one before */
    public String renew(Subscription subscription) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var secret = PREFIX + Base64.getEncoder().encodeToString(bytes);
        subscription.renewed(
                cipher.seal(place(subscription), secret), Instant.now().truncatedTo(ChronoUnit.MICROS));
        return secret;
    }

    /** Empty where its key is no longer known. */
    public Optional<String> open(Subscription subscription) {
        return cipher.open(place(subscription), subscription.secret());
    }

    /** So that it outlives the next change of the portal's key. */
    public void sealAnew(Subscription subscription) {
        if (!cipher.isCurrent(subscription.secret())) {
            open(subscription).ifPresent(secret -> subscription.sealed(cipher.seal(place(subscription), secret)));
        }
    }

    /** No setting of a plugin has a slash in its id. */
    private SecretCipher.Place place(Subscription subscription) {
        return new SecretCipher.Place(
                tenants.require().id(), subscription.pluginId(), "subscription/" + subscription.id());
    }
}
