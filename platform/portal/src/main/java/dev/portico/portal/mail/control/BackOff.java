package dev.portico.portal.mail.control;

import java.time.Duration;

/** How long to wait after a failure: doubled each time, and spread, lest mails that failed together return together. */
public final class BackOff {
    /** Over four to five and a half days, as mail servers do (RFC 5321, 4.5.4.1). */
    public static final int MOST_ATTEMPTS = 32;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final double SPREAD = 0.25;

    private BackOff() {}

    /**
     * @param attempts made so far, at least 1
     * @param random from 0 to 1
     */
    public static Duration after(int attempts, double random) {
        var doublings = Math.min(attempts - 1, 20);
        var wait = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(Math.round(wait * (1 - SPREAD * random)));
    }
}
