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
 * What proves that somebody has a mail of ours: only who got the mail about a ticket can name its tokens. They are derived, not
 * stored, so they are recognised however late they come.
 */
@ApplicationScoped
public class ReplyTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 10;

    @Inject
    @ConfigProperty(name = "portico.master-key")
    String masterKey;

    /** To answer to the mail. 16 lower-case letters and digits; the same for the address in any case. */
    public String token(String tenantId, long ticketNumber, String recipient) {
        return token("portico mail reply", tenantId, ticketNumber, recipient);
    }

    /** To want no more mails about the ticket; of the same shape. It stands in an address, and lets nobody answer. */
    public String muting(String tenantId, long ticketNumber, String recipient) {
        return token("portico mail mute", tenantId, ticketNumber, recipient);
    }

    private String token(String purpose, String tenantId, long ticketNumber, String recipient) {
        // The recipient comes last: it is the only part that could hold a separator.
        var claim = tenantId + "\n" + ticketNumber + "\n" + recipient.strip().toLowerCase(Locale.ROOT);
        var key = mac(masterKey.getBytes(StandardCharsets.UTF_8), purpose);
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
