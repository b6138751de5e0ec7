package dev.portico.systemstatus.feed;

/** How much of everything is taken: what is beyond is no status page that somebody reads. */
final class Limits {
    static final int COMPONENTS = 500;
    static final int INCIDENTS = 100;
    static final int UPDATES = 60;

    private Limits() {}
}
