package dev.portico.portal.sla.control;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The current tenant's calendar, as it is written down. */
@ApplicationScoped
public class BusinessCalendarStore {
    private static final String SELECT =
            "select zone, hours, holidays, closed_on from business_calendar where tenant_id = ?";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    public Optional<CalendarDocument> find() {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(SELECT)) {
            statement.setString(1, tenants.require().id());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(document(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The business calendar cannot be read", e);
        }
    }

    private static CalendarDocument document(ResultSet row) throws SQLException {
        var days = (Date[]) row.getArray("closed_on").getArray();
        var closed = new TreeSet<LocalDate>();
        Stream.of(days).map(Date::toLocalDate).forEach(closed::add);
        return new CalendarDocument(
                ZoneId.of(row.getString("zone")),
                row.getString("hours"),
                Optional.ofNullable(row.getString("holidays")),
                closed);
    }
}
