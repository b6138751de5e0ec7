package dev.portico.portal.ticket.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** Tells whether two submissions under one key say the same. */
final class SubmissionDigest {
    private SubmissionDigest() {}

    static String of(NewTicket submission) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, submission.type());
            new TreeMap<>(submission.values()).forEach((field, value) -> {
                add(digest, field);
                add(digest, value);
            });
            add(digest, submission.follows().map(String::valueOf).orElse(""));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
