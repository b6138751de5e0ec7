package dev.portico.portal.release.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a plugin: which release every node is to run, and where a way back leads. A new release is on
 * probation at first; one that fails then makes room for the one before by itself.
 */
@Entity
@Table(name = "plugin_deployment")
public class PluginDeployment extends TenantOwned {
    @Id
    @Column(name = "plugin_id")
    private String pluginId;

    private @Nullable String wanted;
    private @Nullable String previous;

    @Column(name = "probation_until")
    private @Nullable Instant probationUntil;

    private int starts;

    @Embedded
    private TakenBack takenBack;

    @Column(name = "purge_at")
    private @Nullable Instant purgeAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PluginDeployment() {}

    /** @param wanted what the catalogue has of it */
    public PluginDeployment(String pluginId, Optional<String> wanted) {
        this.pluginId = pluginId;
        this.wanted = wanted.orElse(null);
        takenBack = TakenBack.NOTHING;
        changedAt = Instant.EPOCH;
        changedBy = "";
    }

    /** @param probationUntil until when it makes room by itself if it fails */
    public void install(String digest, Instant probationUntil, String who, Instant now) {
        if (this.probationUntil == null || previous == null) {
            // Otherwise what is wanted has not proven itself, and is no way back.
            previous = wanted;
        }
        wanted = digest;
        this.probationUntil = probationUntil;
        takenBack = TakenBack.NOTHING;
        decided(who, now);
    }

    /** @throws IllegalStateException where no way back is left */
    public void rollBack(String who, Instant now) {
        if (previous == null) {
            throw new IllegalStateException("No way back");
        }
        goBack(who, now);
    }

    /** What is wanted fails: the one before takes its place again, or nothing where there was none. */
    public void takeBack(String problems, Instant now) {
        takenBack = new TakenBack(wanted, now, problems);
        goBack("", now);
    }

    private void goBack(String who, Instant now) {
        wanted = previous;
        previous = null;
        probationUntil = null;
        decided(who, now);
    }

    /** @param purgeAt when its data goes; nothing if it stays */
    public void remove(@Nullable Instant purgeAt, String who, Instant now) {
        wanted = null;
        previous = null;
        probationUntil = null;
        decided(who, now);
        this.purgeAt = purgeAt;
    }

    public void purged() {
        purgeAt = null;
    }

    private void decided(String who, Instant now) {
        changedBy = who;
        changedAt = now;
        starts = 0;
        purgeAt = null;
    }

    public void closeWayBack() {
        previous = null;
    }

    /** It makes room by itself no longer. */
    public void pass() {
        probationUntil = null;
        starts = 0;
    }

    /**
     * A node is about to start what is wanted.
     *
     * @param until how long the probation lasts at least if nobody hears of the node again
     */
    public void begin(Instant until) {
        starts++;
        probationUntil = until;
    }

    /** A node has started what is wanted, which proves itself from now on. */
    public void begun(Instant until) {
        heardOf();
        probationUntil = until;
    }

    /** A node has lived to see how its start went. */
    public void heardOf() {
        starts = Math.max(0, starts - 1);
    }

    public String pluginId() {
        return pluginId;
    }

    public Optional<String> wanted() {
        return Optional.ofNullable(wanted);
    }

    public Optional<String> previous() {
        return Optional.ofNullable(previous);
    }

    public Optional<Instant> probationUntil() {
        return Optional.ofNullable(probationUntil);
    }

    /** Starts since the decision that nobody has heard of again: nodes that are at it, or died of it. */
    public int starts() {
        return starts;
    }

    public TakenBack takenBack() {
        return takenBack;
    }

    public Optional<Instant> purgeAt() {
        return Optional.ofNullable(purgeAt);
    }

    /** Of the latest decision; what comes of it changes nothing here. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Empty where the portal itself did. */
    public String changedBy() {
        return changedBy;
    }
}
