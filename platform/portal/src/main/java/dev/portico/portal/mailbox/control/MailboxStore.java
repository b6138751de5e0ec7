package dev.portico.portal.mailbox.control;

import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The current tenant's mailboxes, and which node serves each: only whose claim still counts gets any further. All times are
 * the database's, since the clocks of two nodes differ.
 */
@ApplicationScoped
public class MailboxStore {
    private static final String LATER = "now() + ? * interval '1 ms'";

    private static final String CLAIM = "update mailbox set claim = ?, claimed_until = " + LATER
            + " where tenant_id = ? and id = (select id from mailbox where tenant_id = ? and enabled and next_at <= now()"
            + " and (claimed_until is null or claimed_until <= now()) order by next_at limit 1 for update skip locked)"
            + " returning id, " + MailboxRows.ACCESS + ", uid_validity, last_uid, taken_from";

    @Inject
    TenantStatements statements;

    /** One that is due and that no node serves; others leave it alone for so long. */
    public Optional<MailboxTurn> claim(Duration length) {
        var claim = UUID.randomUUID();
        return statements.first(
                CLAIM, rows -> turn(claim, rows), claim, length, statements.tenant(), statements.tenant());
    }

    private static MailboxTurn turn(UUID claim, ResultSet rows) throws SQLException {
        return new MailboxTurn(
                claim,
                rows.getString("id"),
                MailboxRows.access(rows),
                rows.getLong("uid_validity"),
                rows.getLong("last_uid"),
                Optional.ofNullable(rows.getTimestamp("taken_from")).map(Timestamp::toInstant));
    }

    /** @return the ids of those whose turn goes on */
    public List<String> renew(List<UUID> claims, Duration length) {
        return statements.list(
                "update mailbox set claimed_until = " + LATER + " where tenant_id = ? and enabled and claim = any"
                        + " (string_to_array(?, ',')::uuid[]) returning id",
                rows -> rows.getString(1),
                length,
                statements.tenant(),
                String.join(",", claims.stream().map(UUID::toString).toList()));
    }

    /** @return whether the claim still counts */
    public boolean kept(MailboxTurn turn, long uidValidity, long lastUid) {
        return statements.update(
                        "update mailbox set uid_validity = ?, last_uid = ?, stuck_uid = 0, stuck_tries = 0, attempts = 0"
                                + " where tenant_id = ? and id = ? and claim = ?",
                        uidValidity,
                        lastUid,
                        statements.tenant(),
                        turn.mailboxId(),
                        turn.claim())
                > 0;
    }

    /**
     * Counts that reading has come to this mail.
     *
     * @return how often in a row; 0 where the claim does not count any more
     */
    public int tries(MailboxTurn turn, long uid) {
        return statements
                .first(
                        "update mailbox set stuck_tries = case when stuck_uid = ? then stuck_tries + 1 else 1 end,"
                                + " stuck_uid = ? where tenant_id = ? and id = ? and claim = ? returning stuck_tries",
                        rows -> rows.getInt(1),
                        uid,
                        uid,
                        statements.tenant(),
                        turn.mailboxId(),
                        turn.claim())
                .orElse(0);
    }

    /** That everything at the server has been fetched. */
    public void fetched(MailboxTurn turn) {
        statements.update(
                "update mailbox set fetched_at = now(), problem = null, problem_detail = '', failing_since = null, attempts = 0"
                        + " where tenant_id = ? and id = ? and claim = ?",
                statements.tenant(),
                turn.mailboxId(),
                turn.claim());
    }

    /** Gives the mailbox back, for nobody to take before {@code pause} is over. */
    public void end(MailboxTurn turn, Duration pause) {
        statements.update(
                "update mailbox set claim = null, claimed_until = null, next_at = " + LATER
                        + " where tenant_id = ? and id = ? and claim = ?",
                pause,
                statements.tenant(),
                turn.mailboxId(),
                turn.claim());
    }

    /**
     * That it could not be read.
     *
     * @return how often in a row; 0 where the claim does not count any more
     */
    public int failed(MailboxTurn turn, MailboxProblem problem, String detail) {
        return statements
                .list(
                        "update mailbox set problem = ?, problem_detail = ?, failing_since = coalesce(failing_since, now()),"
                                + " attempts = attempts + 1 where tenant_id = ? and id = ? and claim = ?"
                                + " returning attempts",
                        rows -> rows.getInt(1),
                        problem.name(),
                        ProblemText.of(detail),
                        statements.tenant(),
                        turn.mailboxId(),
                        turn.claim())
                .stream()
                .findFirst()
                .orElse(0);
    }

    /**
     * How a mailbox does.
     *
     * @param fetchedAt when everything at the server had been fetched
     * @param detail the server's own words
     */
    public record State(
            String id,
            String address,
            boolean enabled,
            Optional<Instant> fetchedAt,
            Optional<MailboxProblem> problem,
            String detail,
            Optional<Instant> failingSince) {}

    public List<State> states() {
        return statements.list(
                "select id, address, enabled, fetched_at, problem, problem_detail, failing_since from mailbox"
                        + " where tenant_id = ? order by address, id",
                rows -> new State(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getBoolean(3),
                        Optional.ofNullable(rows.getTimestamp(4)).map(Timestamp::toInstant),
                        Optional.ofNullable(rows.getString(5)).map(MailboxProblem::valueOf),
                        rows.getString(6),
                        Optional.ofNullable(rows.getTimestamp(7)).map(Timestamp::toInstant)),
                statements.tenant());
    }

    /** Whose Authentication-Results are believed; empty where nobody's are. */
    public String authservId(String id) {
        return statements
                .list(
                        "select authserv_id from mailbox where tenant_id = ? and id = ?",
                        rows -> rows.getString(1),
                        statements.tenant(),
                        id)
                .get(0);
    }

    /** What a new mail becomes a ticket of. */
    public String ticketType(String id) {
        return statements
                .list(
                        "select ticket_type from mailbox where tenant_id = ? and id = ?",
                        rows -> rows.getString(1),
                        statements.tenant(),
                        id)
                .get(0);
    }
}
