package dev.portico.portal.feed.entity;

import dev.portico.plugin.feed.FeedResult.Reason;

/** What was wrong with the last fetch. The names are stored. */
public enum FeedProblem {
    NOT_ALLOWED,
    UNREACHABLE,
    REFUSED,
    TOO_LARGE,
    /** The plugin has no use for the document. */
    NOT_TAKEN,
    /** The plugin's code has failed. */
    PLUGIN;

    public static FeedProblem of(Reason reason) {
        return switch (reason) {
            case NOT_ALLOWED -> NOT_ALLOWED;
            case UNREACHABLE -> UNREACHABLE;
            case REFUSED -> REFUSED;
            case TOO_LARGE -> TOO_LARGE;
            case PLUGIN -> PLUGIN;
        };
    }
}
