package dev.portico.portal.mailbox.control;

import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.secret.SecretCipher.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What a refresh token was exchanged for when somebody tried it out before it was saved, as it may have ended with that. The
 * form itself carries it, sealed, to whichever node is asked next.
 */
@ApplicationScoped
public class TriedTokens {
    /** Of the form, of which nothing is kept while somebody logs in again. */
    public static final String FIELD = "secret-tried-token";

    // Tokens are printable ASCII (RFC 6749); typed ones need not be, and hold none of these all the same.
    private static final String BETWEEN = "\n";

    @Inject
    SecretCipher cipher;

    public String seal(String tenantId, String typed, String other) {
        return cipher.seal(place(tenantId), typed + BETWEEN + other);
    }

    /**
     * @param sealed whatever the form sent
     * @return the typed one, where it was exchanged for none
     */
    public String current(String tenantId, String sealed, String typed) {
        return cipher.open(place(tenantId), sealed)
                .map(pair -> pair.split(BETWEEN, 2))
                .filter(pair -> pair[0].equals(typed))
                .map(pair -> pair[1])
                .orElse(typed);
    }

    private static Place place(String tenantId) {
        return new Place(tenantId, "/mailbox/tried-token", "");
    }
}
