package dev.portico.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** C4: the portal is killed half-way through a migration of 10,000 cases. */
@ExtendWith(PortalStackExtension.class)
class MigrationKillIT {
    private static final int CASES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String MOVED =
            "select count(*) from ticket where tenant_id = 'bmc' and origin_tenant = 'legacy'";

    @AfterEach
    void leaveNothing(PortalStack stack) throws SQLException {
        run(stack, """
                delete from ticket_migration_problem where tenant_id = 'legacy';
                delete from ticket_migration where tenant_id = 'legacy' and target_tenant = 'bmc';
                delete from ticket_entry e using ticket t where e.tenant_id = t.tenant_id and e.ticket_number = t.number
                    and (t.requester_subject = 'kill' or t.tenant_id = 'bmc' and t.origin_tenant = 'legacy');
                delete from ticket where requester_subject = 'kill' or tenant_id = 'bmc' and origin_tenant = 'legacy';
                delete from ticket_tally where requester_subject = 'kill' or requester_subject like 'unclaimed-%' and tenant_id = 'bmc';
                delete from account where subject = 'kill' or realm_subject is null and tenant_id = 'bmc'
                """);
    }

    @Test
    void killed_half_way_and_started_again_it_ends_with_each_case_once(PortalStack stack) throws SQLException {
        stack.own();
        fill(stack);
        run(stack, """
                insert into ticket_migration (tenant_id, id, source_type, target_tenant, target_type, mapping, state, total,
                    started_by, created_at, version)
                values ('legacy', 'kill', 'legacy-case', 'bmc', 'case',
                    '{"products": {"other": "other"}, "severities": {"1": "1", "2": "2", "3": "3", "4": "3"},
                      "statuses": {"new": "open", "working": "in-progress", "closed": "closed"}}',
                    'RUNNING', 10000, 'Martin', now(), 1)""");

        Waiting.until(() -> count(stack, MOVED) > CASES / 4, PATIENCE);
        stack.killPortal();
        var half = count(stack, MOVED);
        assertThat(half).isLessThan(CASES);
        stack.startPortal();

        assertThat(Waiting.until(
                        () -> count(stack, "select count(*) from ticket_migration where id = 'kill' and state = 'DONE'")
                                == 1,
                        PATIENCE))
                .isTrue();
        assertThat(count(stack, MOVED)).isEqualTo(CASES);
        assertThat(count(stack, MOVED.replace("count(*)", "count(distinct origin_number)")))
                .isEqualTo(CASES);
        assertThat(count(stack, "select moved from ticket_migration where id = 'kill'"))
                .isEqualTo(CASES);
        assertThat(count(stack, "select count(*) from ticket_migration_problem where migration_id = 'kill'"))
                .isZero();
        assertThat(
                        count(
                                stack,
                                "select count(*) from ticket t join ticket n on n.tenant_id = 'bmc' and n.number = t.successor_number"
                                        + " and n.origin_number = t.number where t.tenant_id = 'legacy' and t.requester_subject = 'kill'"))
                .as("each leads to its own")
                .isEqualTo(CASES);
        assertThat(count(
                        stack,
                        "select count(*) from ticket_entry e join ticket t on t.tenant_id = e.tenant_id and t.number ="
                                + " e.ticket_number where t.tenant_id = 'bmc' and t.origin_tenant = 'legacy'"))
                .as("description, two statuses and the arrival of each")
                .isEqualTo(4L * CASES);
        assertThat(
                        count(
                                stack,
                                "select open_count from ticket_tally where tenant_id = 'legacy' and requester_subject = 'kill'"))
                .isZero();
    }

    private static void fill(PortalStack stack) throws SQLException {
        run(stack, """
                insert into account (tenant_id, subject, name, email, language, format_locale, zone, created_at, seen_at, version)
                values ('legacy', 'kill', 'Kim', 'kim@kill.example', 'en', 'en-US', 'UTC', now(), now(), 1);
                insert into ticket (tenant_id, number, type, subject, subject_folded, status, category, open, severity,
                    severity_rank, product, language, channel, requester_subject, requester_name, submission_digest,
                    last_position, created_at, updated_at, closed_at, version)
                select 'legacy', 9000000 + n, 'legacy-case', 'Old case ' || n, 'old case ' || n, 'closed', 'CLOSED', false,
                    (1 + n % 4)::text, 1 + n % 4, 'other', 'en', 'WEB', 'kill', 'Kim', 'digest', 3,
                    now() - interval '1 day', now(), now(), 1
                from generate_series(1, 10000) as n;
                insert into ticket_entry (tenant_id, ticket_number, position, kind, author_role, author_subject, author_name,
                    text, old_value, new_value, created_at)
                select 'legacy', 9000000 + n, p, case p when 1 then 'DESCRIPTION' else 'STATUS' end, 'CUSTOMER', 'kill', 'Kim',
                    case p when 1 then 'What happens' else '' end,
                    case p when 2 then 'new' when 3 then 'working' end, case p when 2 then 'working' when 3 then 'closed' end,
                    now() - interval '1 day' + p * interval '1 hour'
                from generate_series(1, 10000) as n, generate_series(1, 3) as p
                """);
    }

    private static void run(PortalStack stack, String statements) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(statements);
        }
    }

    private static long count(PortalStack stack, String query) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var row = work.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
