package dev.portico.portal.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What nobody guesses: it stands in a link, and whoever follows it has been sent it. */
public final class Tokens {
    private static final int BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** 40 lower-case digits and letters from a to f. */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What is kept of a token that proves something: who reads it there cannot follow the link. */
    public static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
