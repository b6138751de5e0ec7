package dev.portico.portal.log;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids by which a request is found again in the logs of all who passed it on. They prove and protect nothing. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    /** What the header says where that is safe to write down and send back, else a new one. */
    public static String of(@Nullable String header) {
        return header != null && SAFE.matcher(header).matches() ? header : random();
    }

    private static String random() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
