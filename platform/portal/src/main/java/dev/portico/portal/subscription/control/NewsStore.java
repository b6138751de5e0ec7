package dev.portico.portal.subscription.control;

import dev.portico.plugin.manifest.Tone;
import dev.portico.portal.subscription.entity.TopicChoice;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The current tenant's news. Plain SQL: they are written by whoever comes first and worked through by whoever is free. */
@ApplicationScoped
public class NewsStore {
    private static final String OWN = " where tenant_id = current_setting('app.tenant')";
    private static final String COLUMNS =
            "plugin_id, id, happened_at, taken_at, topics, tone, words, link, issue, told_to";
    private static final String ONE = OWN + " and plugin_id = ? and id = ?";
    private static final String INSERT = "insert into news (tenant_id, plugin_id, id, happened_at, taken_at, topics,"
            + " tone, words, link, issue) values (current_setting('app.tenant'), ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, nullif(?, ''))"
            + " on conflict (tenant_id, plugin_id, id) do nothing";
    private static final String ORDER = " order by taken_at, happened_at, plugin_id, id limit 1";

    @Inject
    TenantEntities entities;

    /**
     * News that is being told.
     *
     * @param toldTo id of the last subscription that was looked at
     */
    public record Untold(StoredNews news, String toldTo) {}

    /** Without effect where it is known already. */
    public void add(StoredNews news) {
        write(
                INSERT,
                news.pluginId(),
                news.id(),
                Timestamp.from(news.happenedAt()),
                Timestamp.from(news.takenAt()),
                TopicChoice.list(news.topics()),
                news.tone().name(),
                news.words().json(),
                news.link(),
                news.issue().orElse(""));
    }

    /**
     * The oldest news that not everybody has been told, until the end of the transaction the caller's. Empty also where
     * another node works on it: the news after it waits, so that everybody hears things in their order.
     *
     * @param pluginIds whose news is told now
     */
    public Optional<Untold> claim(Set<String> pluginIds) {
        return claim("told_at is null", pluginIds);
    }

    /** As {@link #claim}, of those that whoever is affected by a known issue is to hear. */
    public Optional<StoredNews> claimOfIssue(Set<String> pluginIds) {
        return claim("issue is not null and issue_told_at is null", pluginIds).map(Untold::news);
    }

    private Optional<Untold> claim(String due, Set<String> pluginIds) {
        var sql = "select " + COLUMNS + " from news" + OWN + " and " + due + " and (plugin_id, id) in"
                + " (select plugin_id, id from news" + OWN + " and " + due + " and plugin_id = any(?)" + ORDER
                + ") for update skip locked";
        return read(sql, pluginIds).stream().findFirst();
    }

    public Optional<StoredNews> find(String pluginId, String id) {
        return read("select " + COLUMNS + " from news" + ONE, pluginId, id).stream()
                .findFirst()
                .map(Untold::news);
    }

    public void toldTo(StoredNews news, String subscriptionId) {
        write("update news set told_to = ?" + ONE, subscriptionId, news.pluginId(), news.id());
    }

    public void told(StoredNews news, Instant now) {
        write("update news set told_at = ?" + ONE, Timestamp.from(now), news.pluginId(), news.id());
    }

    public void issueTold(StoredNews news, Instant now) {
        write("update news set issue_told_at = ?" + ONE, Timestamp.from(now), news.pluginId(), news.id());
    }

    /** Newest first. */
    public List<StoredNews> latest(String pluginId, TopicChoice choice, int most) {
        var sql = "select " + COLUMNS + " from news" + OWN + " and plugin_id = ?"
                + (choice.all() ? "" : " and topics ??| ?") + " order by happened_at desc, taken_at desc, id limit "
                + most;
        var found = choice.only().map(topics -> read(sql, pluginId, topics)).orElseGet(() -> read(sql, pluginId));
        return found.stream().map(Untold::news).toList();
    }

    /** @return how many there were */
    public int delete(Instant before, int most) {
        return write(
                "delete from news" + OWN + " and (plugin_id, id) in (select plugin_id, id from" + " news" + OWN
                        + " and taken_at < ? limit " + most + ")",
                Timestamp.from(before));
    }

    public void deleteOf(String pluginId) {
        write("delete from news" + OWN + " and plugin_id = ?", pluginId);
    }

    private int write(String sql, Object... values) {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("News cannot be kept", e);
        }
    }

    private List<Untold> read(String sql, Object... values) {
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<Untold>();
            while (rows.next()) {
                found.add(new Untold(news(rows), rows.getString("told_to")));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("News cannot be read", e);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var connection = entities.manager().unwrap(java.sql.Connection.class);
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Set<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static StoredNews news(ResultSet row) throws SQLException {
        return new StoredNews(
                row.getString("plugin_id"),
                row.getString("id"),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("taken_at").toInstant(),
                TopicChoice.set(row.getString("topics")),
                Tone.valueOf(row.getString("tone")),
                NewsWords.read(row.getString("words")),
                row.getString("link"),
                Optional.ofNullable(row.getString("issue")));
    }
}
