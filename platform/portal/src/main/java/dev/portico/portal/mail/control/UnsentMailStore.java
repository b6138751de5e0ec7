package dev.portico.portal.mail.control;

import dev.portico.portal.mail.control.MailHistory.Place;
import dev.portico.portal.mail.entity.MailProblem;
import dev.portico.portal.mail.entity.MailState;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The current tenant's mails that have not gone out: they wait, were given up, or are withheld. */
@ApplicationScoped
public class UnsentMailStore {
    // States stand in the statements, so that the partial index serves.
    private static final String BACKLOG = "select count(*) filter (where state = 'QUEUED'),"
            + " min(created_at) filter (where state = 'QUEUED'), count(*) filter (where state = 'DEAD'),"
            + " count(*) filter (where state = 'WITHHELD') from mail"
            + " where tenant_id = ? and state in ('QUEUED', 'DEAD', 'WITHHELD')";

    private static final String AGAIN =
            "update mail set state = 'QUEUED', attempts = 0, next_attempt_at = ?," + " problem = null where ";

    @Inject
    TenantStatements statements;

    /**
     * Which of them.
     *
     * @param state QUEUED, DEAD or WITHHELD
     * @param recipient part of the address, in any case; all where it is empty
     */
    public record Filter(MailState state, String recipient) {}

    private record Condition(String sql, List<Object> values) {
        Condition and(String more, Object... further) {
            var all = new ArrayList<>(values);
            all.addAll(List.of(further));
            return new Condition(sql + " and " + more, all);
        }

        Object[] with(Object... others) {
            var all = new ArrayList<>(List.of(others));
            all.addAll(values);
            return all.toArray();
        }
    }

    private Condition condition(Filter filter) {
        var state =
                switch (filter.state()) {
                    case QUEUED, DEAD, WITHHELD -> filter.state().name();
                    case SENT, ELSEWHERE -> throw new IllegalArgumentException("Nothing waits that is " + filter);
                };
        var all = new Condition("tenant_id = ? and state = '" + state + "'", List.of(statements.tenant()));
        return filter.recipient().isEmpty()
                ? all
                : all.and(
                        "position(? in lower(recipient)) > 0",
                        filter.recipient().toLowerCase(Locale.ROOT));
    }

    /** Newest first. */
    public List<UnsentMail> rows(Filter filter, Optional<Place> after, int most) {
        var some = condition(filter);
        var rest = after.map(place -> some.and("(created_at, id) < (?, ?)", place.at(), place.id()))
                .orElse(some);
        var values = new ArrayList<>(rest.values());
        values.add(most);
        return statements.list(
                "select id, ticket_number, subject, recipient, created_at, attempts, problem, last_error,"
                        + " next_attempt_at from mail where " + rest.sql()
                        + " order by created_at desc, id desc limit ?",
                UnsentMailStore::row,
                values.toArray());
    }

    private static UnsentMail row(ResultSet row) throws SQLException {
        var number = row.getLong(2);
        return new UnsentMail(
                row.getString(1),
                number == 0 ? Optional.empty() : Optional.of(number),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getInt(6),
                Optional.ofNullable(row.getString(7)).map(MailProblem::valueOf),
                Optional.ofNullable(row.getString(8)).orElse(""),
                Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant));
    }

    /** Those written until then. */
    public long count(Filter filter, Instant until) {
        var some = condition(filter).and("created_at <= ?", until);
        return statements
                .first("select count(*) from mail where " + some.sql(), row -> row.getLong(1), some.with())
                .orElse(0L);
    }

    public Backlog backlog() {
        return statements
                .first(
                        BACKLOG,
                        row -> new Backlog(
                                row.getLong(1),
                                Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant),
                                row.getLong(3),
                                row.getLong(4)),
                        statements.tenant())
                .orElseThrow();
    }

    /**
     * Is about to be sent afresh, as the same message, and to its address whatever has come back from there.
     *
     * @return false where it does not wait (any more)
     */
    public boolean again(String id, Instant now) {
        var one = new Condition(
                "tenant_id = ? and id = ? and state in ('QUEUED', 'DEAD', 'WITHHELD')",
                List.of(statements.tenant(), id));
        return again(one, now) > 0;
    }

    /** The same with all that were written until then. */
    public int allAgain(Filter filter, Instant until, Instant now) {
        return again(condition(filter).and("created_at <= ?", until), now);
    }

    private int again(Condition condition, Instant now) {
        statements.update(
                "delete from undeliverable_address where tenant_id = ? and address in (select lower(recipient) from mail"
                        + " where state in ('DEAD', 'WITHHELD') and " + condition.sql() + ")",
                condition.with(statements.tenant()));
        // What is being sent at this moment needs no more, and its server may be slow.
        return statements.update(
                AGAIN + "tenant_id = ? and id in (select id from mail where " + condition.sql()
                        + " for update skip locked)",
                condition.with(now, statements.tenant()));
    }
}
