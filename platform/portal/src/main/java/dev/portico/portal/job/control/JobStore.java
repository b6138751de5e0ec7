package dev.portico.portal.job.control;

import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.job.entity.ClaimedJob;
import dev.portico.portal.job.entity.JobState;
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

/** The current tenant's jobs in the database. Plain SQL, since EclipseLink knows no {@code skip locked}. */
@ApplicationScoped
public class JobStore {
    private static final String CLAIM = "with due as materialized (select plugin_id, job_id from plugin_job"
            + " where tenant_id = ? and plugin_id = any (?) and next_at <= ?"
            + " and (claimed_until is null or claimed_until <= ?)"
            + " order by next_at limit 1 for update skip locked)"
            + " update plugin_job j set claim = ?, claimed_until = ? from due"
            + " where j.tenant_id = ? and j.plugin_id = due.plugin_id and j.job_id = due.job_id"
            + " returning j.plugin_id, j.job_id";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    private interface Work<R> {
        R with(PreparedStatement statement) throws SQLException;
    }

    private <R> R run(String sql, Work<R> work) {
        try (var statement = entities.manager().unwrap(Connection.class).prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Jobs cannot be reached", e);
        }
    }

    private String tenant() {
        return tenants.require().id();
    }

    /** What is there stays as it is. */
    public void put(String pluginId, String jobId, Instant firstAt) {
        var sql = "insert into plugin_job (tenant_id, plugin_id, job_id, next_at) values (?, ?, ?, ?)"
                + " on conflict do nothing";
        run(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            statement.setString(3, jobId);
            statement.setTimestamp(4, Timestamp.from(firstAt));
            return statement.executeUpdate();
        });
    }

    /** Forgets the plugin's jobs other than these. */
    public void keepOnly(String pluginId, Collection<String> jobIds) {
        var sql = "delete from plugin_job where tenant_id = ? and plugin_id = ? and job_id <> all (?)";
        run(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            setTexts(statement, 3, jobIds);
            return statement.executeUpdate();
        });
    }

    private static void setTexts(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    /** The job that has been due longest and that nobody runs; others leave it alone until then. */
    public Optional<ClaimedJob> claim(Collection<String> pluginIds, Instant now, Instant until) {
        var claim = UUID.randomUUID();
        return run(CLAIM, statement -> {
            statement.setString(1, tenant());
            setTexts(statement, 2, pluginIds);
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setTimestamp(4, Timestamp.from(now));
            statement.setObject(5, claim);
            statement.setTimestamp(6, Timestamp.from(until));
            statement.setString(7, tenant());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new ClaimedJob(rows.getString(1), rows.getString(2), claim))
                        : Optional.<ClaimedJob>empty();
            }
        });
    }

    /** Only where the claim still counts. */
    public void settle(ClaimedJob claimed, Instant at, Instant nextAt, Optional<String> problem) {
        var sql = "update plugin_job set claim = null, claimed_until = null, last_at = ?, next_at = ?, problem = ?"
                + " where tenant_id = ? and plugin_id = ? and job_id = ? and claim = ?";
        run(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setTimestamp(2, Timestamp.from(nextAt));
            statement.setString(3, problem.map(ProblemText::of).orElse(null));
            statement.setString(4, tenant());
            statement.setString(5, claimed.pluginId());
            statement.setString(6, claimed.id());
            statement.setObject(7, claimed.claim());
            return statement.executeUpdate();
        });
    }

    /** @return false where there is no such job */
    public boolean hurry(String pluginId, String jobId, Instant now) {
        var sql = "update plugin_job set next_at = least(next_at, ?)"
                + " where tenant_id = ? and plugin_id = ? and job_id = ?";
        return run(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setString(2, tenant());
            statement.setString(3, pluginId);
            statement.setString(4, jobId);
            return statement.executeUpdate() == 1;
        });
    }

    /** By id. */
    public List<JobState> of(String pluginId) {
        var sql = "select job_id, next_at, last_at, problem from plugin_job where tenant_id = ? and plugin_id = ?"
                + " order by job_id";
        return run(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, pluginId);
            try (var rows = statement.executeQuery()) {
                var states = new ArrayList<JobState>();
                while (rows.next()) {
                    states.add(state(rows));
                }
                return List.copyOf(states);
            }
        });
    }

    private static JobState state(ResultSet row) throws SQLException {
        return new JobState(
                row.getString("job_id"),
                row.getTimestamp("next_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("problem")));
    }
}
