package dev.portico.portal.release.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plugin's jar as it was admitted. Never changed. */
@Entity
@Table(name = "plugin_release")
public class PluginRelease extends TenantOwned {
    @Id
    private String digest;

    @Column(name = "plugin_id")
    private String pluginId;

    private String version;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private @Nullable String publisher;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private String addedBy;

    /** A version of a plugin, by the SHA-256 of its jar in lower-case hexadecimal. */
    public record Name(String pluginId, String version, String digest) {}

    /** @param publisher the name under which the signer's key was pinned */
    public record Warrant(Origin origin, Optional<String> publisher) {
        public static final Warrant BUNDLED = new Warrant(Origin.BUNDLED, Optional.empty());
    }

    @SuppressWarnings("NullAway.Init")
    protected PluginRelease() {}

    public PluginRelease(Name name, Warrant warrant, String addedBy, Instant addedAt) {
        digest = name.digest();
        pluginId = name.pluginId();
        version = name.version();
        origin = warrant.origin();
        publisher = warrant.publisher().orElse(null);
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    public String digest() {
        return digest;
    }

    public String pluginId() {
        return pluginId;
    }

    public String version() {
        return version;
    }

    public Warrant warrant() {
        return new Warrant(origin, Optional.ofNullable(publisher));
    }

    /** Empty where the portal itself did. */
    public String addedBy() {
        return addedBy;
    }

    public Instant addedAt() {
        return addedAt;
    }
}
