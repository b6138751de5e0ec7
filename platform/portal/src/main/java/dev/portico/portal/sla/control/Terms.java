package dev.portico.portal.sla.control;

import dev.portico.plugin.manifest.Sla;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** A short name of a promise and the calendar it is counted in, equal on all nodes as long as both are. */
public final class Terms {
    private static final int LENGTH = 16;

    private Terms() {}

    public static String of(Sla sla, String calendar) {
        // A set's own order differs from one JVM to the next.
        var text = sla.metric() + " " + sla.targets() + " " + new TreeSet<>(sla.pausedIn()) + " " + sla.warnAtPercent()
                + " " + calendar;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
