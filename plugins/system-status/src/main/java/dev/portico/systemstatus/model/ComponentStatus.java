package dev.portico.systemstatus.model;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** How a component is, the worst last. */
public enum ComponentStatus {
    OPERATIONAL("operational", "component.operational", Tone.SUCCESS),
    MAINTENANCE("under_maintenance", "component.under-maintenance", Tone.NOTICE),
    DEGRADED("degraded_performance", "component.degraded", Tone.NOTICE),
    PARTIAL_OUTAGE("partial_outage", "component.partial-outage", Tone.WARNING),
    MAJOR_OUTAGE("major_outage", "component.major-outage", Tone.CRITICAL);

    private final String id;
    private final String key;
    private final Tone tone;

    ComponentStatus(String id, String key, Tone tone) {
        this.id = id;
        this.key = key;
        this.tone = tone;
    }

    /** As Statuspage calls it, and the tables keep it. */
    public String id() {
        return id;
    }

    public Text label() {
        return Text.of(key);
    }

    public Tone tone() {
        return tone;
    }

    /** Whether it counts as not available in the uptime. */
    public boolean down() {
        return this == PARTIAL_OUTAGE || this == MAJOR_OUTAGE;
    }

    public boolean worseThan(ComponentStatus other) {
        return compareTo(other) > 0;
    }

    public static Optional<ComponentStatus> of(String id) {
        return Stream.of(values()).filter(status -> status.id.equals(id)).findFirst();
    }
}
