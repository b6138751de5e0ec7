package dev.portico.portal.ticket.control;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What requesters of the current tenant are still to be told of an issue that their ticket is linked to. Plain SQL. */
@ApplicationScoped
public class IssueNoticeStore {
    private static final String ADD = "insert into issue_notice (tenant_id, ticket_number, plugin_id, news_id)"
            + " select distinct entry.tenant_id, entry.ticket_number, ?, ? from ticket_entry as entry"
            + " join ticket on ticket.tenant_id = entry.tenant_id and ticket.number = entry.ticket_number"
            + " where entry.tenant_id = ? and entry.kind = 'ISSUE' and entry.old_value = ?"
            + " and ticket.open and ticket.successor_number is null on conflict do nothing";
    private static final String TAKE = "with next as materialized"
            + " (select notice.plugin_id, notice.news_id, notice.ticket_number from issue_notice as notice"
            + " join news on news.tenant_id = notice.tenant_id and news.plugin_id = notice.plugin_id"
            + " and news.id = notice.news_id"
            + " where notice.tenant_id = ? and notice.told_at is null"
            + " order by news.taken_at, news.happened_at, notice.plugin_id, notice.news_id, notice.ticket_number"
            + " limit ? for update of notice skip locked)"
            + " update issue_notice set told_at = now() from next where issue_notice.tenant_id = ?"
            + " and issue_notice.plugin_id = next.plugin_id and issue_notice.news_id = next.news_id"
            + " and issue_notice.ticket_number = next.ticket_number"
            + " returning issue_notice.ticket_number, issue_notice.plugin_id, issue_notice.news_id";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** @param newsId of the plugin's */
    public record IssueNotice(long ticketNumber, String pluginId, String newsId) {}

    /**
     * For each ticket that is open and linked to the issue.
     *
     * @param reference {@code plugin/issue}
     */
    public void add(String pluginId, String newsId, String reference) {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(ADD)) {
            statement.setString(1, pluginId);
            statement.setString(2, newsId);
            statement.setString(3, tenants.require().id());
            statement.setString(4, reference);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Notices of an issue cannot be kept", e);
        }
    }

    /** Those of the oldest news; the caller's from now on, and done with the commit. */
    public List<IssueNotice> take(int most) {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(TAKE)) {
            statement.setString(1, tenants.require().id());
            statement.setInt(2, most);
            statement.setString(3, tenants.require().id());
            var notices = new ArrayList<IssueNotice>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    notices.add(new IssueNotice(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return notices;
        } catch (SQLException e) {
            throw new IllegalStateException("Notices of an issue cannot be read", e);
        }
    }
}
