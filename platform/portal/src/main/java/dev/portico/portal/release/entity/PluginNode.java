package dev.portico.portal.release.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a node says of a plugin. */
@Entity
@Table(name = "plugin_node")
@IdClass(PluginNodeId.class)
public class PluginNode extends TenantOwned {
    @Id
    private String node;

    @Id
    @Column(name = "plugin_id")
    private String pluginId;

    private @Nullable String digest;
    private @Nullable String version;

    @Enumerated(EnumType.STRING)
    private State state;

    private String problems;

    @Column(name = "seen_at")
    private Instant seenAt;

    public enum State {
        /** What is wanted does. */
        RUNNING,
        /** It is on its way to what is wanted. */
        STARTING,
        /** What is wanted cannot be started there; what ran before goes on. */
        FAILED
    }

    @SuppressWarnings("NullAway.Init")
    protected PluginNode() {}

    public PluginNode(String node, String pluginId) {
        this.node = node;
        this.pluginId = pluginId;
        state = State.STARTING;
        problems = "[]";
        seenAt = Instant.EPOCH;
    }

    /**
     * @param digest of what runs there, with its version
     * @param problems JSON
     */
    public void say(State now, Optional<String> digest, Optional<String> version, String problems, Instant seenAt) {
        state = now;
        this.digest = digest.orElse(null);
        this.version = version.orElse(null);
        this.problems = problems;
        this.seenAt = seenAt;
    }

    public String node() {
        return node;
    }

    public String pluginId() {
        return pluginId;
    }

    /** Empty where no version of it runs. */
    public Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    public State state() {
        return state;
    }

    /** JSON. */
    public String problems() {
        return problems;
    }

    public Instant seenAt() {
        return seenAt;
    }
}
