package dev.portico.portal.feed.control;

import dev.portico.plugin.feed.Feed;
import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.feed.control.Fetch.Settled;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedProblem;
import dev.portico.portal.feed.entity.FeedState;
import dev.portico.portal.feed.entity.Validators;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current tenant's feeds in the database. Plain SQL, since EclipseLink knows no {@code skip locked}. */
@ApplicationScoped
public class FeedStore {
    private static final String SOON = "greatest(?, last_at + ? * interval '1 ms')";

    private static final String ADD = "insert into plugin_feed"
            + " (tenant_id, plugin_id, feed_id, address, every_ms, basis, next_at) values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing";

    private static final String START_OVER = "update plugin_feed set every_ms = ?, basis = ?, etag = null,"
            + " last_modified = null, claim = null, claimed_until = null, next_at = " + SOON
            + " where tenant_id = ? and plugin_id = ? and feed_id = ? and (every_ms, basis) <> (?, ?)";

    private static final String DUE = " from plugin_feed where tenant_id = ? and plugin_id = any (?) and next_at <= ?"
            + " and (claimed_until is null or claimed_until <= ?)";

    private static final String CLAIM = "with due as materialized (select plugin_id, feed_id" + DUE
            + " order by next_at limit 1 for update skip locked)"
            + " update plugin_feed f set claim = ?, claimed_until = ? from due"
            + " where f.tenant_id = ? and f.plugin_id = due.plugin_id and f.feed_id = due.feed_id"
            + " returning f.plugin_id, f.feed_id, f.address, f.every_ms, f.etag, f.last_modified, f.failures";

    private static final String SETTLE = "update plugin_feed set claim = null, claimed_until = null, etag = ?,"
            + " last_modified = ?, next_at = ?, failures = ?, last_at = ?, last_taken_at = coalesce(?, last_taken_at),"
            + " problem = ?, detail = ? where tenant_id = ? and plugin_id = ? and feed_id = ? and claim = ?";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    private interface Work<R> {
        R with(PreparedStatement statement) throws SQLException;
    }

    private <R> R run(String sql, Work<R> work) {
        try (var statement = connection().prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Feeds cannot be reached", e);
        }
    }

    private Connection connection() {
        return entities.manager().unwrap(Connection.class);
    }

    private String tenant() {
        return tenants.require().id();
    }

    /**
     * What the plugin's feeds were taken from.
     *
     * @param basis what the plugin knew when it wished for it
     */
    public record Wish(Feed feed, String basis) {}

    public Set<Wish> wishes(String pluginId) {
        var sql = "select feed_id, address, every_ms, basis from plugin_feed where tenant_id = ? and plugin_id = ?";
        return run(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            try (var rows = statement.executeQuery()) {
                var wishes = new HashSet<Wish>();
                while (rows.next()) {
                    wishes.add(new Wish(feed(rows), rows.getString("basis")));
                }
                return Set.copyOf(wishes);
            }
        });
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getString("feed_id"),
                URI.create(row.getString("address")),
                Duration.ofMillis(row.getLong("every_ms")));
    }

    /** What is there stays as it is. */
    public void add(String pluginId, Wish wish, Instant firstAt) {
        var feed = wish.feed();
        run(ADD, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            statement.setString(3, feed.id());
            statement.setString(4, feed.address().toString());
            statement.setLong(5, feed.every().toMillis());
            statement.setString(6, wish.basis());
            statement.setTimestamp(7, Timestamp.from(firstAt));
            return statement.executeUpdate();
        });
    }

    /** Another address is another document, whatever fetch of the old one is still on its way. */
    public void forgetOtherThan(String pluginId, Feed feed) {
        var sql = "delete from plugin_feed where tenant_id = ? and plugin_id = ? and feed_id = ? and address <> ?";
        run(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            statement.setString(3, feed.id());
            statement.setString(4, feed.address().toString());
            return statement.executeUpdate();
        });
    }

    /** Has the document of a feed whose wish has changed fetched anew, and all of it: the plugin may read it otherwise now. */
    public void startOver(String pluginId, Wish wish, Instant now, Duration shortest) {
        var feed = wish.feed();
        run(START_OVER, statement -> {
            statement.setLong(1, feed.every().toMillis());
            statement.setString(2, wish.basis());
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setLong(4, shortest.toMillis());
            statement.setString(5, tenant());
            statement.setString(6, pluginId);
            statement.setString(7, feed.id());
            statement.setLong(8, feed.every().toMillis());
            statement.setString(9, wish.basis());
            return statement.executeUpdate();
        });
    }

    /** Forgets the plugin's feeds other than these. */
    public void keepOnly(String pluginId, Collection<String> feedIds) {
        var sql = "delete from plugin_feed where tenant_id = ? and plugin_id = ? and feed_id <> all (?)";
        run(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            setTexts(statement, 3, feedIds);
            return statement.executeUpdate();
        });
    }

    public boolean due(Collection<String> pluginIds, Instant now) {
        return run("select 1" + DUE + " limit 1", statement -> {
            setDue(statement, pluginIds, now);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    private void setDue(PreparedStatement statement, Collection<String> pluginIds, Instant now) throws SQLException {
        statement.setString(1, tenant());
        setTexts(statement, 2, pluginIds);
        statement.setTimestamp(3, Timestamp.from(now));
        statement.setTimestamp(4, Timestamp.from(now));
    }

    private static void setTexts(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    /** The feed that has been due longest and that nobody fetches; others leave it alone until then. */
    public Optional<ClaimedFeed> claim(Collection<String> pluginIds, Instant now, Instant until) {
        var claim = UUID.randomUUID();
        return run(CLAIM, statement -> {
            setDue(statement, pluginIds, now);
            statement.setObject(5, claim);
            statement.setTimestamp(6, Timestamp.from(until));
            statement.setString(7, tenant());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(claimed(rows, claim)) : Optional.<ClaimedFeed>empty();
            }
        });
    }

    private static ClaimedFeed claimed(ResultSet row, UUID claim) throws SQLException {
        return new ClaimedFeed(
                row.getString("plugin_id"),
                feed(row),
                new Validators(
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified"))),
                row.getInt("failures"),
                claim);
    }

    /** Only where the claim still counts: of a feed that has another address by now, nothing is written. */
    public void settle(ClaimedFeed claimed, Settled settled, Instant nextAt) {
        run(SETTLE, statement -> {
            statement.setString(1, settled.validators().etag().orElse(null));
            statement.setString(2, settled.validators().lastModified().orElse(null));
            statement.setTimestamp(3, Timestamp.from(nextAt));
            statement.setInt(4, settled.problem().isPresent() ? claimed.failures() + 1 : 0);
            statement.setTimestamp(5, Timestamp.from(settled.at()));
            statement.setTimestamp(6, settled.problem().isPresent() ? null : Timestamp.from(settled.at()));
            statement.setString(7, settled.problem().map(FeedProblem::name).orElse(null));
            statement.setString(8, ProblemText.of(settled.detail()));
            statement.setString(9, tenant());
            statement.setString(10, claimed.pluginId());
            statement.setString(11, claimed.feed().id());
            statement.setObject(12, claimed.claim());
            return statement.executeUpdate();
        });
    }

    /** Leaves it to whoever comes next. */
    public void release(ClaimedFeed claimed) {
        run(
                "update plugin_feed set claim = null, claimed_until = null where tenant_id = ? and claim = ?",
                statement -> {
                    statement.setString(1, tenant());
                    statement.setObject(2, claimed.claim());
                    return statement.executeUpdate();
                });
    }

    /** Whether nobody else may have it by now, and it is still wanted as it was. */
    public boolean holds(ClaimedFeed claimed) {
        return run("select 1 from plugin_feed where tenant_id = ? and claim = ?", statement -> {
            statement.setString(1, tenant());
            statement.setObject(2, claimed.claim());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    /** Makes the plugin's feeds due, though none sooner after its last fetch than allowed. */
    public void hurry(String pluginId, Instant now, Duration shortest) {
        var sql = "update plugin_feed set next_at = least(next_at, " + SOON + ") where tenant_id = ? and plugin_id = ?";
        run(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, shortest.toMillis());
            statement.setString(3, tenant());
            statement.setString(4, pluginId);
            return statement.executeUpdate();
        });
    }

    /** By id. */
    public List<FeedState> of(String pluginId) {
        var sql = "select feed_id, address, next_at, last_at, last_taken_at, problem, detail from plugin_feed"
                + " where tenant_id = ? and plugin_id = ? order by feed_id";
        return run(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            try (var rows = statement.executeQuery()) {
                var states = new ArrayList<FeedState>();
                while (rows.next()) {
                    states.add(state(rows));
                }
                return List.copyOf(states);
            }
        });
    }

    private static FeedState state(ResultSet row) throws SQLException {
        return new FeedState(
                row.getString("feed_id"),
                row.getString("address"),
                row.getTimestamp("next_at").toInstant(),
                instant(row.getTimestamp("last_at")),
                instant(row.getTimestamp("last_taken_at")),
                Optional.ofNullable(row.getString("problem")).map(FeedProblem::valueOf),
                Optional.ofNullable(row.getString("detail")).orElse(""));
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
