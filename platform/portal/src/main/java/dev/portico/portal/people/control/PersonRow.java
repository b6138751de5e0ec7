package dev.portico.portal.people.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A person in a list.
 *
 * @param organization name
 * @param troubled whether Keycloak could not be told of something
 * @param undeliverable whether mails do not reach the address
 */
public record PersonRow(
        String subject,
        String name,
        String email,
        Optional<String> organization,
        PersonState state,
        boolean troubled,
        boolean undeliverable,
        Optional<Instant> invitedAt,
        Optional<Instant> seenAt) {

    static final String COLUMNS = "a.subject, a.name, a.email, o.name as organization, a.enabled, a.joined_at,"
            + " a.invited_at, a.seen_at, a.realm_subject is not null as claimed, a.realm_due is not null as due,"
            + " a.realm_problem is not null as troubled, " + PeopleFilter.UNDELIVERABLE.condition()
            + " as undeliverable";

    static PersonRow of(ResultSet row) throws SQLException {
        return new PersonRow(
                row.getString("subject"),
                row.getString("name"),
                row.getString("email"),
                Optional.ofNullable(row.getString("organization")),
                PersonState.of(
                        row.getBoolean("enabled"),
                        instant(row, "joined_at").isPresent(),
                        row.getBoolean("claimed"),
                        row.getBoolean("due")),
                row.getBoolean("troubled"),
                row.getBoolean("undeliverable"),
                instant(row, "invited_at"),
                instant(row, "seen_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
