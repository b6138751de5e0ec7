package dev.portico.portal.plugin.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the settings of a tenant's plugin were from one change to the next. Never changed. */
@Entity
@Table(name = "plugin_settings_version")
@IdClass(SettingsVersionId.class)
public class SettingsVersion extends TenantOwned {
    @Id
    @Column(name = "plugin_id")
    private String pluginId;

    @Id
    private long version;

    private String settings;
    private String secrets;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_name")
    private String actorName;

    private @Nullable Long restored;

    @SuppressWarnings("NullAway.Init")
    protected SettingsVersion() {}

    /**
     * @param plugin as it is after the change
     * @param secrets JSON object of the version that each secret came with, by setting
     */
    private SettingsVersion(TenantPlugin plugin, String secrets, String actorSubject, String actorName) {
        pluginId = plugin.pluginId();
        version = plugin.settingsVersion();
        settings = plugin.settings();
        this.secrets = secrets;
        this.actorSubject = actorSubject;
        this.actorName = actorName;
    }

    /** What an installation was set up with, by nobody in particular. */
    public static SettingsVersion first(TenantPlugin plugin, String secrets) {
        return new SettingsVersion(plugin, secrets, "", "");
    }

    public static SettingsVersion changed(
            TenantPlugin plugin,
            String secrets,
            String actorSubject,
            String actorName,
            Instant changedAt,
            Optional<Long> restored) {
        var version = new SettingsVersion(plugin, secrets, actorSubject, actorName);
        version.changedAt = changedAt;
        version.restored = restored.orElse(null);
        return version;
    }

    public long version() {
        return version;
    }

    public String settings() {
        return settings;
    }

    public String secrets() {
        return secrets;
    }

    /** Empty for what an installation was set up with. */
    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    public String actorName() {
        return actorName;
    }

    /** The version that was made valid again. */
    public Optional<Long> restored() {
        return Optional.ofNullable(restored);
    }
}
