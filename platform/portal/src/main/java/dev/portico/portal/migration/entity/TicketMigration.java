package dev.portico.portal.migration.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run that moves the tickets of one type to a desk of another tenant. It passes them in the order of their numbers. */
@Entity
@Table(name = "ticket_migration")
public class TicketMigration extends TenantOwned {
    @Id
    private String id;

    @Column(name = "source_type")
    private String sourceType;

    @Column(name = "target_tenant")
    private String targetTenant;

    @Column(name = "target_type")
    private String targetType;

    private String mapping;

    @Enumerated(EnumType.STRING)
    private State state;

    private long reached;
    private long total;
    private long moved;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private long version;

    public enum State {
        RUNNING,
        /** By an administrator, who can let it go on. */
        STOPPED,
        /** It has come to every ticket; some may have stayed. */
        DONE
    }

    /** From which type to which desk. */
    public record Way(String sourceType, String targetTenant, String targetType) {}

    @SuppressWarnings("NullAway.Init")
    protected TicketMigration() {}

    /**
     * @param mapping JSON of what becomes what
     * @param total tickets that there are to move
     */
    public TicketMigration(String id, Way way, String mapping, long total, String startedBy, Instant now) {
        this.id = id;
        this.sourceType = way.sourceType();
        this.targetTenant = way.targetTenant();
        this.targetType = way.targetType();
        this.mapping = mapping;
        this.total = total;
        this.startedBy = startedBy;
        this.createdAt = now;
        this.state = State.RUNNING;
    }

    /** @param number of the last ticket of a portion, some of which may have stayed */
    public void passed(long number, int arrived) {
        reached = number;
        moved += arrived;
        total = Math.max(total, moved);
    }

    /** There is no further ticket. */
    public void finish(Instant now) {
        state = State.DONE;
        endedAt = now;
    }

    /** Without effect on one that has ended. */
    public void stop(Instant now) {
        if (state == State.RUNNING) {
            state = State.STOPPED;
            endedAt = now;
        }
    }

    /**
     * Comes to every ticket again that has not been moved.
     *
     * @param left how many those are
     */
    public void again(long left) {
        state = State.RUNNING;
        endedAt = null;
        reached = 0;
        total = moved + left;
    }

    public String id() {
        return id;
    }

    public Way way() {
        return new Way(sourceType, targetTenant, targetType);
    }

    public String mapping() {
        return mapping;
    }

    public State state() {
        return state;
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    public long reached() {
        return reached;
    }

    public long total() {
        return total;
    }

    public long moved() {
        return moved;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
