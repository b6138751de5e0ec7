package dev.portico.portal.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What proves that a reply answers a mail of ours: only who got the mail about a ticket can name the token. It is
 * derived, not stored, so a reply can be recognised however late it comes.
 */
@ApplicationScoped
public class ReplyTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 10;

    @Inject
    @ConfigProperty(name = "portico.master-key")
    String masterKey;

    /** 16 lower-case letters and digits; the same for the address in any case. */
    public String token(String tenantId, long ticketNumber, String recipient) {
        // The recipient comes last: it is the only part that could hold a separator.
        var claim = tenantId + "\n" + ticketNumber + "\n" + recipient.strip().toLowerCase(Locale.ROOT);
        var key = mac(masterKey.getBytes(StandardCharsets.UTF_8), "portico mail reply");
        return Base32.encode(Arrays.copyOf(mac(key, claim), BYTES));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
