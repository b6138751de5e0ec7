package dev.portico.systemstatus.model;

import dev.portico.plugin.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an incident or maintenance stands. */
public enum Phase {
    INVESTIGATING("investigating", "phase.investigating"),
    IDENTIFIED("identified", "phase.identified"),
    MONITORING("monitoring", "phase.monitoring"),
    RESOLVED("resolved", "phase.resolved"),
    POSTMORTEM("postmortem", "phase.postmortem"),
    SCHEDULED("scheduled", "phase.scheduled"),
    IN_PROGRESS("in_progress", "phase.in-progress"),
    VERIFYING("verifying", "phase.verifying"),
    COMPLETED("completed", "phase.completed");

    /** Those that an incident goes through by hand. */
    public static final List<Phase> OF_INCIDENT = List.of(INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED);

    /** Those that maintenance goes through by hand. */
    public static final List<Phase> OF_MAINTENANCE = List.of(SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED);

    private final String id;
    private final String key;

    Phase(String id, String key) {
        this.id = id;
        this.key = key;
    }

    /** As Statuspage calls it, and the tables keep it. */
    public String id() {
        return id;
    }

    public Text label() {
        return Text.of(key);
    }

    public boolean over() {
        return this == RESOLVED || this == POSTMORTEM || this == COMPLETED;
    }

    /** Whether it is about maintenance. */
    public boolean planned() {
        return compareTo(SCHEDULED) >= 0;
    }

    /** Whether maintenance goes on. */
    public boolean active() {
        return this == IN_PROGRESS || this == VERIFYING;
    }

    public static Optional<Phase> of(String id) {
        return Stream.of(values()).filter(phase -> phase.id.equals(id)).findFirst();
    }
}
