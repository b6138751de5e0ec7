package dev.portico.portal.people.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A file of people to be entered. Nothing of it happens before a CSM has seen what would. */
@Entity
@Table(name = "people_import")
public class PeopleImport extends TenantOwned {
    @Id
    private String id;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    private State state = State.PREVIEW;

    /** How many rows were to be entered when it was looked at. */
    private int total;

    /** Of those, how many it has come to. */
    private int passed;

    @Column(name = "new_organizations")
    private boolean newOrganizations;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    public enum State {
        /** It waits for somebody to let it begin. */
        PREVIEW,
        RUNNING,
        /** By a CSM, who can let it go on. */
        STOPPED,
        /** It has come to every row. */
        DONE
    }

    @SuppressWarnings("NullAway.Init")
    protected PeopleImport() {}

    /** @param total rows that are to be entered */
    public PeopleImport(String id, String fileName, int total, String startedBy, Instant now) {
        this.id = id;
        this.fileName = fileName;
        this.total = total;
        this.startedBy = startedBy;
        this.createdAt = now;
    }

    /**
     * Begins, or goes on.
     *
     * @param withOrganizations whether organizations that are not known are made
     */
    public void start(boolean withOrganizations) {
        if (state == State.PREVIEW) {
            newOrganizations = withOrganizations;
        }
        if (state != State.DONE) {
            state = State.RUNNING;
        }
    }

    public void stop() {
        if (state == State.RUNNING) {
            state = State.STOPPED;
        }
    }

    public void passed(int rows) {
        passed += rows;
    }

    /** There is no further row. */
    public void finish() {
        state = State.DONE;
    }

    public String id() {
        return id;
    }

    public String fileName() {
        return fileName;
    }

    public State state() {
        return state;
    }

    public int total() {
        return total;
    }

    public int passed() {
        return passed;
    }

    public boolean newOrganizations() {
        return newOrganizations;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
