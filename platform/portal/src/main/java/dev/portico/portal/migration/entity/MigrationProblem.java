package dev.portico.portal.migration.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A ticket that a migration has come to and that stayed. */
@Entity
@Table(name = "ticket_migration_problem")
@IdClass(MigrationProblemId.class)
public class MigrationProblem extends TenantOwned {
    private static final int LONGEST = 500;

    @Id
    @Column(name = "migration_id")
    private String migrationId;

    @Id
    @Column(name = "ticket_number")
    private long ticketNumber;

    @Enumerated(EnumType.STRING)
    private Obstacle.Kind code;

    private String detail;

    @SuppressWarnings("NullAway.Init")
    protected MigrationProblem() {}

    public MigrationProblem(String migrationId, long ticketNumber, Obstacle obstacle) {
        this.migrationId = migrationId;
        this.ticketNumber = ticketNumber;
        this.code = obstacle.kind();
        var words = obstacle.detail().replace("\0", "");
        this.detail = words.substring(
                0, words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length()))));
    }

    public long ticketNumber() {
        return ticketNumber;
    }

    public Obstacle obstacle() {
        return new Obstacle(code, detail);
    }
}
