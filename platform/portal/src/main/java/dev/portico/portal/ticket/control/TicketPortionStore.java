package dev.portico.portal.ticket.control;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.ticket.control.TicketQuery.After;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGStatement;

/**
 * Tickets of the current tenant, portion by portion from one end of a list to the other. Each begins where the last one
 * ended, by its place in the list's index and not by counting: the hundredth costs what the first does. Plain SQL,
 * because JPQL cannot compare rows.
 */
@ApplicationScoped
public class TicketPortionStore {
    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** @param last of the portion before; none for the first. The query's page does not count here. */
    public List<TicketRow> after(TicketQuery query, Optional<TicketRow> last, int most) {
        var rows = new ArrayList<TicketRow>();
        for (var place : last.map(query.sort()::after).orElse(List.of(After.NOTHING))) {
            if (rows.size() < most) {
                rows.addAll(select(query, place, most - rows.size()));
            }
        }
        return rows;
    }

    private List<TicketRow> select(TicketQuery query, After place, int most) {
        var parameters = new ArrayList<Object>();
        parameters.add(tenants.require().id());
        query.requester().ifPresent(parameters::add);
        query.participant().ifPresent(parameters::add);
        query.organization().ifPresent(parameters::add);
        query.assignee().ifPresent(parameters::add);
        if (!query.keyword().isBlank()) {
            parameters.add(query.pattern());
        }
        parameters.addAll(place.values());
        parameters.add(most);
        try (var statement = prepare(query, place)) {
            // Planned for what is asked: how much a keyword or a place in the list leaves is known only then.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (var i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The list cannot be read", e);
        }
    }

    private PreparedStatement prepare(TicketQuery query, After place) throws SQLException {
        var select = "select " + TicketSearchStore.COLUMNS + " from ticket where tenant_id = ?"
                + TicketSearchStore.conditions(query)
                + (query.keyword().isBlank() ? "" : " and subject_folded like ?")
                + place.condition() + " order by " + query.sort().columns() + " limit ?";
        return entities.manager().unwrap(Connection.class).prepareStatement(select);
    }

    private static List<TicketRow> read(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<TicketRow>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(TicketSearchStore.row(row));
            }
        }
        return rows;
    }
}
