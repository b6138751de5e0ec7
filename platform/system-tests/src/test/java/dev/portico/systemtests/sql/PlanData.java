package dev.portico.systemtests.sql;

import dev.portico.systemtests.PortalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** 100,000 tickets of harmony beside what other tests filed; 50,000 of them globex-en's. */
final class PlanData {
    static final int FREQUENT = 25_000;
    static final int COUNTED = 1_001;

    private static final int FIRST = 2_000_000;
    private static final int TICKETS = 100_000;
    private static final int BATCH = 2_000;
    private static final int RARE = 5_000;

    private static final String FILL =
            "insert into ticket (tenant_id, number, type, subject, subject_folded, status, category,"
                    + " open, severity, severity_rank, product, language, channel, requester_subject, requester_name,"
                    + " organization_id, assignee_subject, assignee_name, assignee_email, assignee_language, created_at, updated_at, version)"
                    + " select 'harmony', n, 'case', words, words, case when n % 4 < 2 then 'open' when n % 8 < 4 then 'archived' else"
                    + " 'closed' end, case when n % 4 < 2 then 'NEW' when n % 8 < 4 then 'ARCHIVED' else 'CLOSED' end, n % 4 < 2, (1 + n / 4 % 3)::text, 1 + n / 4 % 3, 'other',"
                    + " 'en', 'WEB', case when n % 2 = 0 then ? else 'plan' end, 'Henry Clarke',"
                    + " case when n % 2 = 0 then 'globex' end,"
                    + " case when n % 5 = 0 then ? end, case when n % 5 = 0 then 'Daniel Ortega' end,"
                    + " case when n % 5 = 0 then 'agent@portico.example' end, case when n % 5 = 0 then 'en' end,"
                    + " now() - (n % 1000000) * interval '1 minute', now() - (n % 1000000) * interval '1 minute', 1"
                    + " from (select n, 'case ' || md5(n::text) || case when n % " + RARE * 2
                    + " / 2 = 7 then ' quetzal' else '' end"
                    + " || case when n % 4 in (0, 1) then ' agent' else '' end as words"
                    + " from generate_series(?::bigint, ?::bigint) n) as numbers";

    private final PortalStack stack;
    private String subject = "";
    private String agent = "";

    PlanData(PortalStack stack) {
        this.stack = stack;
    }

    /** As the owner, whom row-level security binds too. */
    void fill() throws SQLException {
        try (var owner = stack.database().owner()) {
            owner.setAutoCommit(false);
            subject = account(owner, "harmony", "globex-en@globex.example");
            agent = account(owner, "staff", "agent@portico.example");
            tenant(owner, "harmony");
            execute(
                    owner,
                    "insert into account (tenant_id, subject, name, email, language, format_locale, zone, created_at,"
                            + " seen_at, version) values ('harmony', 'plan', 'Plan', 'plan@example.com', 'en', 'en', 'UTC', now(),"
                            + " now(), 1) on conflict do nothing");
            owner.commit();
            // In pieces: one requester's tally is updated with every ticket, and its versions pile up until a commit.
            for (var from = FIRST; from < FIRST + TICKETS; from += BATCH) {
                tenant(owner, "harmony");
                try (var insert = owner.prepareStatement(FILL)) {
                    insert.setString(1, subject);
                    insert.setString(2, agent);
                    insert.setLong(3, from);
                    insert.setLong(4, from + BATCH - 1L);
                    insert.executeUpdate();
                }
                owner.commit();
            }
            letSeeOrganization(owner);
            owner.commit();
            owner.setAutoCommit(true);
            execute(owner, "vacuum analyze ticket");
        }
    }

    /** So that there is a list of the organization's. */
    private void letSeeOrganization(Connection owner) throws SQLException {
        tenant(owner, "harmony");
        execute(owner, "update account set sees_organization = true where subject = '" + subject + "'");
    }

    /** Other tests look at the queue as well. */
    void remove() throws SQLException {
        try (var all = stack.database().superuser()) {
            execute(
                    all,
                    "update account set sees_organization = false where tenant_id = 'harmony' and subject = '" + subject
                            + "'");
            // Nothing refers to these tickets, and looking for what might takes longer than all tests together.
            execute(all, "set session_replication_role = replica");
            execute(
                    all,
                    "delete from ticket where tenant_id = 'harmony' and number between " + FIRST + " and "
                            + (FIRST + TICKETS));
            execute(all, "delete from ticket_tally where tenant_id = 'harmony' and requester_subject = 'plan'");
            execute(
                    all,
                    "update ticket_tally t set open_count = (select count(*) from ticket where open and requester_subject ="
                            + " t.requester_subject and coalesce(organization_id, '') = t.organization_id and tenant_id = t.tenant_id), archived_count = 0, closed_count = (select count(*) from ticket"
                            + " where not open and requester_subject = t.requester_subject"
                            + " and coalesce(organization_id, '') = t.organization_id and tenant_id = t.tenant_id)"
                            + " where tenant_id = 'harmony' and requester_subject = '" + subject + "'");
            execute(all, "delete from account where tenant_id = 'harmony' and subject = 'plan'");
            execute(all, "vacuum analyze ticket");
        }
    }

    /** What the page at an address binds, by what stands before the parameter in the statement. */
    Map<String, String> parameters(String address) {
        var values = new HashMap<String, String>();
        values.put("requester_subject =", subject);
        values.put("organization_id =", "globex");
        values.put("assignee_subject =", agent);
        values.put("tenant_id =", "harmony");
        values.put("archived =", Boolean.toString(address.contains("status=archived")));
        values.put("open =", Boolean.toString(!address.contains("status=closed")));
        Stream.of("quetzal", "agent")
                .filter(word -> address.contains("q=" + word))
                .forEach(word -> values.put("subject_folded like", "%" + word + "%"));
        values.put("limit", address.startsWith("/staff") ? "26" : "25");
        values.put("inner limit", Integer.toString(COUNTED));
        values.put("offset", "0");
        return values;
    }

    private static String account(Connection owner, String tenant, String email) throws SQLException {
        tenant(owner, tenant);
        try (var query = owner.prepareStatement("select subject from account where email = ?")) {
            query.setString(1, email);
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        } finally {
            owner.commit();
        }
    }

    private static void tenant(Connection connection, String tenant) throws SQLException {
        execute(connection, "select set_config('app.tenant', '" + tenant + "', true)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var work = connection.createStatement()) {
            work.execute(sql);
        }
    }
}
