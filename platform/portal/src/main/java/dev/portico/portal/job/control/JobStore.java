package dev.portico.portal.job.control;

import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.job.entity.ClaimedJob;
import dev.portico.portal.job.entity.JobState;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
    TenantStatements statements;

    @Inject
    TenantContext tenants;

    private String tenant() {
        return tenants.require().id();
    }

    /** What is there stays as it is. */
    public void put(String pluginId, String jobId, Instant firstAt) {
        statements.update(
                "insert into plugin_job (tenant_id, plugin_id, job_id, next_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                tenant(),
                pluginId,
                jobId,
                firstAt);
    }

    /** Forgets the plugin's jobs other than these. */
    public void keepOnly(String pluginId, Collection<String> jobIds) {
        statements.update(
                "delete from plugin_job where tenant_id = ? and plugin_id = ? and job_id <> all (?)",
                tenant(),
                pluginId,
                jobIds);
    }

    /** The job that has been due longest and that nobody runs; others leave it alone until then. */
    public Optional<ClaimedJob> claim(Collection<String> pluginIds, Instant now, Instant until) {
        var claim = UUID.randomUUID();
        return statements.first(
                CLAIM,
                row -> new ClaimedJob(row.getString(1), row.getString(2), claim),
                tenant(),
                pluginIds,
                now,
                now,
                claim,
                until,
                tenant());
    }

    /** Only where the claim still counts. */
    public void settle(ClaimedJob claimed, Instant at, Instant nextAt, Optional<String> problem) {
        statements.update(
                "update plugin_job set claim = null, claimed_until = null, last_at = ?, next_at = ?, problem = ?"
                        + " where tenant_id = ? and plugin_id = ? and job_id = ? and claim = ?",
                at,
                nextAt,
                problem.map(ProblemText::of),
                tenant(),
                claimed.pluginId(),
                claimed.id(),
                claimed.claim());
    }

    /** @return false where there is no such job */
    public boolean hurry(String pluginId, String jobId, Instant now) {
        return statements.update(
                        "update plugin_job set next_at = least(next_at, ?)"
                                + " where tenant_id = ? and plugin_id = ? and job_id = ?",
                        now,
                        tenant(),
                        pluginId,
                        jobId)
                == 1;
    }

    /** By id. */
    public List<JobState> of(String pluginId) {
        return statements.list(
                "select job_id, next_at, last_at, problem from plugin_job where tenant_id = ? and plugin_id = ?"
                        + " order by job_id",
                JobStore::state,
                tenant(),
                pluginId);
    }

    private static JobState state(ResultSet row) throws SQLException {
        return new JobState(
                row.getString("job_id"),
                row.getTimestamp("next_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("problem")));
    }
}
