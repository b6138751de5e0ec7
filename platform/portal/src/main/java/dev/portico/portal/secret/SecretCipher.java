package dev.portico.portal.secret;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals secrets for the database: AES-256-GCM, with a key that is derived from the portal's own and named in what it seals.
 * A sealed secret opens only in the place that it was sealed for.
 */
@ApplicationScoped
public class SecretCipher {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "portico.master-key")
    String masterKey;

    /** Opens what was sealed before the master key was changed. */
    @Inject
    @ConfigProperty(name = "portico.master-key.previous")
    Optional<String> previousMasterKey;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private String currentKey = "";

    /**
     * What a secret belongs to. None of the three can hold a line break.
     *
     * @param owner id of a plugin, or a word of the portal's own that no plugin can have for an id
     */
    public record Place(String tenantId, String owner, String name) {
        /** The password of a mailbox. */
        public static Place ofMailbox(String tenantId, String id) {
            return new Place(tenantId, "/mailbox", id);
        }

        public static Place ofClientSecret(String tenantId, String mailboxId) {
            return new Place(tenantId, "/mailbox/client-secret", mailboxId);
        }

        public static Place ofRefreshToken(String tenantId, String mailboxId) {
            return new Place(tenantId, "/mailbox/refresh-token", mailboxId);
        }

        private byte[] bytes() {
            return SecretCipher.bytes(tenantId + "\n" + owner + "\n" + name);
        }
    }

    @PostConstruct
    void open() {
        previousMasterKey.ifPresent(this::add);
        currentKey = add(masterKey);
    }

    private String add(String master) {
        // The name is older than the other secrets, and what was sealed under it must open.
        var key = mac(bytes(master), "portico plugin settings");
        var id = HexFormat.of().formatHex(Arrays.copyOf(mac(key, "id"), ID_BYTES));
        keys.put(id, new SecretKeySpec(key, "AES"));
        return id;
    }

    public String seal(Place place, String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, currentKey, nonce, place).doFinal(bytes(secret));
            return currentKey + "." + encode(nonce) + "." + encode(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /** Nothing where it was tampered with, is another place's, or its key is no longer known. */
    public Optional<String> open(Place place, String sealed) {
        var parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !keys.containsKey(parts[0])) {
            return Optional.empty();
        }
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, parts[0], decode(parts[1]), place)
                    .doFinal(decode(parts[2]));
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it was sealed with the key that seals now. */
    public boolean isCurrent(String sealed) {
        return sealed.startsWith(currentKey + ".");
    }

    private Cipher cipher(int mode, String key, byte[] nonce, Place place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
