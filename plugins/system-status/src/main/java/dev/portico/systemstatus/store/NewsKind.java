package dev.portico.systemstatus.store;

import dev.portico.systemstatus.model.Phase;
import java.util.stream.Stream;

/** What there is to tell. */
public enum NewsKind {
    OPENED("opened", "news.opened"),
    UPDATED("updated", "news.updated"),
    RESOLVED("resolved", "news.resolved"),
    SCHEDULED("scheduled", "news.scheduled"),
    RESCHEDULED("rescheduled", "news.rescheduled"),
    STARTED("started", "news.started"),
    COMPLETED("completed", "news.completed"),
    WITHDRAWN("withdrawn", "news.withdrawn"),
    LAPSED("lapsed", "news.lapsed"),
    COMPONENT("component", "news.component");

    private final String id;
    private final String key;

    NewsKind(String id, String key) {
        this.id = id;
        this.key = key;
    }

    String id() {
        return id;
    }

    /** Of its title. */
    public String key() {
        return key;
    }

    static NewsKind of(String id) {
        return Stream.of(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Of what has just become known. */
    static NewsKind ofNew(Phase phase) {
        return switch (phase) {
            case SCHEDULED -> SCHEDULED;
            case IN_PROGRESS, VERIFYING -> STARTED;
            case COMPLETED -> COMPLETED;
            case RESOLVED, POSTMORTEM -> RESOLVED;
            default -> OPENED;
        };
    }

    /** Of a step from one phase to another. */
    static NewsKind ofStep(Phase from, Phase to) {
        if (to.over()) {
            return from.over() ? UPDATED : ofNew(to);
        }
        return to.active() && !from.active() ? STARTED : UPDATED;
    }
}
