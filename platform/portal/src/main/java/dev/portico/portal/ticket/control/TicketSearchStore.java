package dev.portico.portal.ticket.control;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Tickets of the current tenant whose subject holds a word, with how many there are. Plain SQL, because one pass over what is found gives both
 * the page and the count, which JPQL cannot say.
 */
@ApplicationScoped
public class TicketSearchStore {
    static final String COLUMNS = "number, type, subject, status, severity, severity_rank, urgent, product,"
            + " requester_name, assignee_name, created_at, updated_at, due_at, escalated_at";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /**
     * @param rows of the page
     * @param count of all that is found, up to the limit
     */
    public record Found(List<TicketRow> rows, int count) {}

    /** @param most what is found is counted up to here */
    public Found find(TicketQuery query, int most) {
        var first = query.page() * query.size();
        try (var statement = prepare(query)) {
            // Planned for this very word: a rare one is looked up, a frequent one met soon enough along the list.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            var parameters = new ArrayList<Object>();
            parameters.add(tenants.require().id());
            query.requester().ifPresent(parameters::add);
            query.participant().ifPresent(parameters::add);
            query.organization().ifPresent(parameters::add);
            query.assignee().ifPresent(parameters::add);
            parameters.add(query.pattern());
            parameters.add(Math.max(most, first + query.size()));
            parameters.add(query.size());
            parameters.add(first);
            for (var i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return read(statement, most);
        } catch (SQLException e) {
            throw new IllegalStateException("The search failed", e);
        }
    }

    private PreparedStatement prepare(TicketQuery query) throws SQLException {
        var order = " order by " + query.sort().columns();
        var found = "select " + COLUMNS + " from ticket where tenant_id = ?" + conditions(query)
                + " and subject_folded like ?" + order + " limit ?";
        var page = "select " + COLUMNS + ", count(*) over () as found from (" + found + ") as found" + order
                + " limit ? offset ?";
        return entities.manager().unwrap(Connection.class).prepareStatement(page);
    }

    /** On requester, participant, organization and assignee, which are parameters in this order where the query has them, and on the filter. */
    static String conditions(TicketQuery query) {
        return (query.requester().isPresent() ? " and requester_subject = ?" : "")
                + (query.participant().isPresent()
                        ? " and (tenant_id, number) in (select tenant_id, ticket_number from participant where"
                                + " subject = ? and part = 'TAKING_PART')"
                        : "")
                + (query.organization().isPresent() ? " and organization_id = ?" : "")
                + (query.assignee().isPresent() ? " and assignee_subject = ?" : "")
                + " and " + String.join(" and ", query.filter().conditions());
    }

    private static Found read(PreparedStatement statement, int most) throws SQLException {
        var rows = new ArrayList<TicketRow>();
        var count = 0;
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(row(row));
                count = Math.min(most, row.getInt("found"));
            }
        }
        return new Found(rows, count);
    }

    static TicketRow row(ResultSet row) throws SQLException {
        return new TicketRow(
                row.getLong("number"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("status"),
                row.getString("severity"),
                row.getInt("severity_rank"),
                row.getBoolean("urgent"),
                row.getString("product"),
                row.getString("requester_name"),
                row.getString("assignee_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "escalated_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
