package dev.portico.portal.feed.control;

import dev.portico.plugin.feed.Feed;
import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.feed.control.Fetch.Settled;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedProblem;
import dev.portico.portal.feed.entity.FeedState;
import dev.portico.portal.feed.entity.Validators;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
    TenantStatements statements;

    @Inject
    TenantContext tenants;

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
        return Set.copyOf(statements.list(
                "select feed_id, address, every_ms, basis from plugin_feed where tenant_id = ? and plugin_id = ?",
                row -> new Wish(feed(row), row.getString("basis")),
                tenant(),
                pluginId));
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
        statements.update(
                ADD, tenant(), pluginId, feed.id(), feed.address().toString(), feed.every(), wish.basis(), firstAt);
    }

    /** Another address is another document, whatever fetch of the old one is still on its way. */
    public void forgetOtherThan(String pluginId, Feed feed) {
        statements.update(
                "delete from plugin_feed where tenant_id = ? and plugin_id = ? and feed_id = ? and address <> ?",
                tenant(),
                pluginId,
                feed.id(),
                feed.address().toString());
    }

    /** Has the document of a feed whose wish has changed fetched anew, and all of it: the plugin may read it otherwise now. */
    public void startOver(String pluginId, Wish wish, Instant now, Duration shortest) {
        var every = wish.feed().every();
        statements.update(
                START_OVER,
                every,
                wish.basis(),
                now,
                shortest,
                tenant(),
                pluginId,
                wish.feed().id(),
                every,
                wish.basis());
    }

    /** Forgets the plugin's feeds other than these. */
    public void keepOnly(String pluginId, Collection<String> feedIds) {
        statements.update(
                "delete from plugin_feed where tenant_id = ? and plugin_id = ? and feed_id <> all (?)",
                tenant(),
                pluginId,
                feedIds);
    }

    public boolean due(Collection<String> pluginIds, Instant now) {
        return statements
                .first("select 1" + DUE + " limit 1", row -> true, tenant(), pluginIds, now, now)
                .isPresent();
    }

    /** The feed that has been due longest and that nobody fetches; others leave it alone until then. */
    public Optional<ClaimedFeed> claim(Collection<String> pluginIds, Instant now, Instant until) {
        var claim = UUID.randomUUID();
        return statements.first(
                CLAIM, row -> claimed(row, claim), tenant(), pluginIds, now, now, claim, until, tenant());
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
        var taken = settled.problem().isEmpty();
        statements.update(
                SETTLE,
                settled.validators().etag(),
                settled.validators().lastModified(),
                nextAt,
                taken ? 0 : claimed.failures() + 1,
                settled.at(),
                taken ? settled.at() : null,
                settled.problem().map(FeedProblem::name),
                ProblemText.of(settled.detail()),
                tenant(),
                claimed.pluginId(),
                claimed.feed().id(),
                claimed.claim());
    }

    /** Leaves it to whoever comes next. */
    public void release(ClaimedFeed claimed) {
        statements.update(
                "update plugin_feed set claim = null, claimed_until = null where tenant_id = ? and claim = ?",
                tenant(),
                claimed.claim());
    }

    /** Whether nobody else may have it by now, and it is still wanted as it was. */
    public boolean holds(ClaimedFeed claimed) {
        return statements
                .first(
                        "select 1 from plugin_feed where tenant_id = ? and claim = ?",
                        row -> true,
                        tenant(),
                        claimed.claim())
                .isPresent();
    }

    /** Makes the plugin's feeds due, though none sooner after its last fetch than allowed. */
    public void hurry(String pluginId, Instant now, Duration shortest) {
        statements.update(
                "update plugin_feed set next_at = least(next_at, " + SOON + ") where tenant_id = ? and plugin_id = ?",
                now,
                shortest,
                tenant(),
                pluginId);
    }

    /** By id. */
    public List<FeedState> of(String pluginId) {
        return statements.list(
                "select feed_id, address, next_at, last_at, last_taken_at, problem, detail from plugin_feed"
                        + " where tenant_id = ? and plugin_id = ? order by feed_id",
                FeedStore::state,
                tenant(),
                pluginId);
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
