package dev.portico.systemstatus.store;

import dev.portico.plugin.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** How an incident or maintenance came to an end. */
public enum Ending {
    /** Its source, or staff, said so. */
    TOLD("told", "ending.told"),
    /** Its source has taken it back. */
    WITHDRAWN("withdrawn", "ending.withdrawn"),
    /** Nothing was heard of it for so long that it no longer counts. */
    LAPSED("lapsed", "ending.lapsed"),
    /** Its source is no longer followed. */
    UNFOLLOWED("unfollowed", "ending.unfollowed");

    private final String id;
    private final String key;

    Ending(String id, String key) {
        this.id = id;
        this.key = key;
    }

    String id() {
        return id;
    }

    Text label() {
        return Text.of(key);
    }

    static Optional<Ending> of(String id) {
        return Stream.of(values()).filter(ending -> ending.id.equals(id)).findFirst();
    }
}
