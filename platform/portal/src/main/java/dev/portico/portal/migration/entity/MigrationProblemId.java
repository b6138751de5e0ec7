package dev.portico.portal.migration.entity;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link MigrationProblem} within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class MigrationProblemId implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String migrationId;
    private long ticketNumber;

    public MigrationProblemId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationProblemId that
                && that.ticketNumber == ticketNumber
                && Objects.equals(that.migrationId, migrationId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(migrationId, ticketNumber);
    }
}
