package dev.portico.portal.realm.control;

import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.realm.entity.WatchTurn;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the current tenant's accounts and its realm's are the same. Plain SQL, since EclipseLink knows no {@code skip
 * locked}, and so that what the realm has heard disturbs nobody who changes the account meanwhile: it makes no new version.
 */
@ApplicationScoped
public class RealmStore {
    private static final String DUE = " from account where tenant_id = ? and realm_due <= ?"
            + " and (realm_claimed_until is null or realm_claimed_until <= ?)";

    private static final String CLAIM = "with due as materialized"
            + " (select subject, realm_claimed_until is not null or realm_attempts > 0 as tried" + DUE
            + " order by realm_due limit ? for update skip locked)"
            + " update account a set realm_claimed_until = ? from due"
            + " where a.tenant_id = ? and a.subject = due.subject returning a.subject, due.tried";

    private static final String TOLD = "update account set realm_claimed_until = null, realm_subject = ?,"
            + " realm_due = case when version <> ? then coalesce(realm_due, ?) end, realm_told_at = ?, realm_attempts = 0,"
            + " realm_problem = null where tenant_id = ? and subject = ?";

    private static final String UNTOLD = "update account set realm_claimed_until = null,"
            + " realm_due = case when version <> ? then realm_due else ? end, realm_attempts = realm_attempts + 1,"
            + " realm_problem = ? where tenant_id = ? and subject = ?";

    private static final String CLAIM_WATCH = "update realm_watch set claim = ?, claimed_until = ?"
            + " where tenant_id = ? and next_at <= ? and (claimed_until is null or claimed_until <= ?)"
            + " returning seen_until, walked_to, walked_at is null or walked_at <= ? as walks, silent_since is not null";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** Of an account that is to be told. */
    public record Claim(String subject, boolean tried) {}

    /**
     * That a realm does not answer.
     *
     * @param problem for who runs Keycloak
     */
    public record Silence(Instant since, String problem) {}

    private interface Work<R> {
        R with(PreparedStatement statement) throws SQLException;
    }

    private interface Row<R> {
        R of(ResultSet rows) throws SQLException;
    }

    private <R> R run(String sql, Work<R> work) {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The realm's state cannot be reached", e);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        return run(sql, statement -> {
            set(statement, values);
            return statement.executeUpdate();
        });
    }

    private <R> List<R> query(String sql, Row<R> row, @Nullable Object... values) {
        return run(sql, statement -> {
            set(statement, values);
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<R>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return List.copyOf(all);
            }
        });
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (var index = 0; index < values.length; index++) {
            var value = values[index];
            statement.setObject(index + 1, value instanceof Instant instant ? Timestamp.from(instant) : value);
        }
    }

    private String tenant() {
        return tenants.require().id();
    }

    /** Whether a turn is of use: somebody is to be told by a realm that answers, or the realm is to be watched. */
    public boolean hasWork(Instant now) {
        var sql = "select (exists (select 1" + DUE + ") and not exists"
                + " (select 1 from realm_watch where tenant_id = ? and silent_since is not null))"
                + " or not exists (select 1 from realm_watch where tenant_id = ? and (next_at > ? or claimed_until > ?))";
        return query(sql, rows -> rows.getBoolean(1), tenant(), now, now, tenant(), tenant(), now, now)
                .get(0);
    }

    /** Those who have been due longest and whom nobody tells of; others leave them alone until then. */
    public List<Claim> claim(int most, Instant now, Instant until) {
        return query(
                CLAIM,
                rows -> new Claim(rows.getString(1), rows.getBoolean(2)),
                tenant(),
                now,
                now,
                most,
                until,
                tenant());
    }

    /** The realm holds what the account was in that version. */
    public void told(String subject, long version, @Nullable String realmSubject, Instant at) {
        update(TOLD, realmSubject, version, at, at, tenant(), subject);
    }

    public void untold(String subject, long version, String problem, Instant nextAt) {
        update(UNTOLD, version, nextAt, ProblemText.of(problem), tenant(), subject);
    }

    /** Of those whose turn did not come. */
    public void release(Collection<String> subjects) {
        run("update account set realm_claimed_until = null where tenant_id = ? and subject = any (?)", statement -> {
            statement.setString(1, tenant());
            setTexts(statement, 2, subjects);
            return statement.executeUpdate();
        });
    }

    /** Begins to watch the realm at that moment, where nobody has. */
    public void begin(Instant now) {
        update(
                "insert into realm_watch (tenant_id, seen_until, next_at) values (?, ?, ?) on conflict do nothing",
                tenant(),
                now,
                now);
    }

    /** @param walkedBefore an earlier look at every account is out of date */
    public Optional<WatchTurn> claimWatch(Instant now, Instant until, Instant walkedBefore) {
        var claim = UUID.randomUUID();
        return query(
                        CLAIM_WATCH,
                        rows -> new WatchTurn(
                                claim,
                                rows.getTimestamp(1).toInstant(),
                                rows.getBoolean(3) ? Optional.of(rows.getString(2)) : Optional.empty(),
                                rows.getBoolean(4)),
                        claim,
                        until,
                        tenant(),
                        now,
                        now,
                        walkedBefore)
                .stream()
                .findFirst();
    }

    /** Only where the claim still counts: another may be further already. */
    public void watched(WatchTurn turn, Instant seenUntil, Instant nextAt) {
        update(
                "update realm_watch set claim = null, claimed_until = null, silent_since = null, problem = null,"
                        + " seen_until = ?, next_at = ? where tenant_id = ? and claim = ?",
                seenUntil,
                nextAt,
                tenant(),
                turn.claim());
    }

    /** @param to where the look goes on; nothing where it is complete */
    public void walked(WatchTurn turn, Optional<String> to, Instant now) {
        update(
                "update realm_watch set walked_to = ?, walked_at = coalesce(?, walked_at) where tenant_id = ? and claim = ?",
                to.orElse(""),
                to.isPresent() ? null : Timestamp.from(now),
                tenant(),
                turn.claim());
    }

    /** @return whether it had answered until now */
    public boolean silent(String problem, Instant now, Instant nextAt) {
        begin(now);
        var first = silence().isEmpty();
        update(
                "update realm_watch set claim = null, claimed_until = null, silent_since = coalesce(silent_since, ?),"
                        + " problem = ?, next_at = ? where tenant_id = ?",
                now,
                ProblemText.of(problem),
                nextAt,
                tenant());
        return first;
    }

    public Optional<Silence> silence() {
        return query(
                        "select silent_since, problem from realm_watch where tenant_id = ? and silent_since is not null",
                        rows -> new Silence(rows.getTimestamp(1).toInstant(), rows.getString(2)),
                        tenant())
                .stream()
                .findFirst();
    }

    /** Those of these whom the portal knows. */
    public List<String> known(Collection<String> realmSubjects) {
        var sql = "select realm_subject from account where tenant_id = ? and realm_subject = any (?)";
        return run(sql, statement -> {
            statement.setString(1, tenant());
            setTexts(statement, 2, realmSubjects);
            return texts(statement);
        });
    }

    /** In the order of the look at every account. */
    public List<String> after(String realmSubject, int most) {
        return query(
                "select realm_subject from account where tenant_id = ? and realm_subject > ? and erased_at is null order by realm_subject limit ?",
                rows -> rows.getString(1),
                tenant(),
                realmSubject,
                most);
    }

    public long waiting() {
        return query(
                        "select count(*) from account where tenant_id = ? and realm_due is not null",
                        rows -> rows.getLong(1),
                        tenant())
                .get(0);
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return List.copyOf(texts);
        }
    }

    private static void setTexts(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }
}
