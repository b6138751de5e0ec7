package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.Workflow.Timed;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Tickets of the current tenant whose time in a status is over. Plain SQL, since EclipseLink knows no {@code skip
 * locked}.
 */
@ApplicationScoped
public class DueTicketStore {
    private static final String DUE =
            "select number from ticket where tenant_id = ? and type = ? and status = ? and status_since <= ?"
                    + " and successor_number is null";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** Numbers, of those who have waited longest first. */
    List<Long> due(String type, Timed move, Instant now, int most) {
        return numbers(DUE + " order by status_since, number limit ?", type, move, now, most);
    }

    /** Whether the ticket is still due and nobody else's; it is the caller's until the commit. */
    boolean claim(String type, Timed move, Instant now, long number) {
        // Not "for update": a mail of the ticket that is being sent holds its key, which does not change.
        return !numbers(DUE + " and number = ? for no key update skip locked", type, move, now, number)
                .isEmpty();
    }

    private List<Long> numbers(String select, String type, Timed move, Instant now, long last) {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(select)) {
            statement.setString(1, tenants.require().id());
            statement.setString(2, type);
            statement.setString(3, move.from());
            statement.setObject(4, now.minus(move.after()).atOffset(ZoneOffset.UTC));
            statement.setLong(5, last);
            var numbers = new ArrayList<Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("Due tickets cannot be read", e);
        }
    }
}
