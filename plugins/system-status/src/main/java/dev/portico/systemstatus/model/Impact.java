package dev.portico.systemstatus.model;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** How much an incident disturbs, the least first. */
public enum Impact {
    NONE("none", "impact.none", Tone.NEUTRAL, ComponentStatus.OPERATIONAL),
    MINOR("minor", "impact.minor", Tone.NOTICE, ComponentStatus.DEGRADED),
    MAJOR("major", "impact.major", Tone.WARNING, ComponentStatus.PARTIAL_OUTAGE),
    CRITICAL("critical", "impact.critical", Tone.CRITICAL, ComponentStatus.MAJOR_OUTAGE);

    private final String id;
    private final String key;
    private final Tone tone;
    private final ComponentStatus effect;

    Impact(String id, String key, Tone tone, ComponentStatus effect) {
        this.id = id;
        this.key = key;
        this.tone = tone;
        this.effect = effect;
    }

    public String id() {
        return id;
    }

    public Text label() {
        return Text.of(key);
    }

    public Tone tone() {
        return tone;
    }

    /** How an affected component is, where nothing better is known. */
    public ComponentStatus effect() {
        return effect;
    }

    public static Optional<Impact> of(String id) {
        return Stream.of(values()).filter(impact -> impact.id.equals(id)).findFirst();
    }

    /** What a component that is so would be called an incident of. */
    public static Impact of(ComponentStatus worst) {
        return switch (worst) {
            case OPERATIONAL, MAINTENANCE -> NONE;
            case DEGRADED -> MINOR;
            case PARTIAL_OUTAGE -> MAJOR;
            case MAJOR_OUTAGE -> CRITICAL;
        };
    }
}
