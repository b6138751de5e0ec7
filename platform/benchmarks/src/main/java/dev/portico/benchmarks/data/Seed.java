package dev.portico.benchmarks.data;

import dev.portico.benchmarks.load.Cases;
import dev.portico.benchmarks.load.Customers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fills tenants with cases. The customers' accounts are there: they have logged in before. */
public final class Seed {
    /** Numbers of a tenant's cases begin after this one, as the portal's do. */
    private static final int BEFORE_FIRST = 1000;

    private static final int NEVER = Integer.MAX_VALUE;

    private final Connection superuser;

    public Seed(Connection superuser) {
        this.superuser = superuser;
    }

    /** Every second case is the large customer's, {@code small} are the small one's, all with their conversations. */
    public Cases harmony(int cases, int small) throws SQLException {
        fill("harmony", Customers.LARGE, 2, Customers.SMALL, cases / small, 0, cases, true);
        return new Cases(
                numbers(Customers.LARGE + "@", "open", 500),
                numbers(Customers.SMALL + "@", "open", small),
                query(
                        "select distinct substring(subject from '\\((.*)\\)') from ticket where requester_subject = '"
                                + subject("harmony", Customers.LARGE) + "' order by 1 limit 16",
                        String.class));
    }

    /** One customer's tenant, from so many cases to so many; without conversations, which a list does not read. */
    public void growing(int from, int to) throws SQLException {
        fill("bmc", Customers.GROWING, 1, Customers.GROWING, NEVER, from, to, false);
    }

    private void fill(
            String tenant,
            String large,
            int largeEvery,
            String small,
            int smallEvery,
            int from,
            int to,
            boolean conversations)
            throws SQLException {
        var values = Map.ofEntries(
                Map.entry("tenant", tenant),
                Map.entry("largeSubject", subject(tenant, large)),
                Map.entry("large", Integer.toString(largeEvery)),
                Map.entry("smallSubject", subject(tenant, small)),
                Map.entry("small", Integer.toString(smallEvery)),
                Map.entry("first", Integer.toString(BEFORE_FIRST + from + 1)),
                Map.entry("last", Integer.toString(BEFORE_FIRST + to)),
                Map.entry("total", Integer.toString(BEFORE_FIRST + to)),
                Map.entry("agentSubject", subject("staff", Customers.AGENT)),
                Map.entry("agentName", "Daniel Ortega"));
        superuser.setAutoCommit(false);
        execute("set local session_replication_role = replica");
        execute("set local maintenance_work_mem = '512MB'");
        // A million rows go into an index one by one in minutes, and into a new one in seconds.
        var indexes = dropIndexes();
        execute(script("cases.sql", values));
        if (conversations) {
            execute(script("conversations.sql", values));
        }
        execute(script("totals.sql", values));
        for (var index : indexes) {
            execute(index);
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        execute("vacuum analyze ticket, ticket_entry, mail, account, ticket_tally");
        execute("checkpoint");
    }

    /** What makes them again. */
    private List<String> dropIndexes() throws SQLException {
        var indexes = "from pg_index i join pg_class c on c.oid = i.indexrelid"
                + " where i.indrelid = 'ticket'::regclass and not i.indisunique";
        var definitions = query("select pg_get_indexdef(i.indexrelid) " + indexes, String.class);
        for (var name : query("select quote_ident(c.relname) " + indexes, String.class)) {
            execute("drop index " + name);
        }
        return definitions;
    }

    private List<Long> numbers(String email, String condition, int most) throws SQLException {
        return query(
                "select number from ticket t join account a on a.tenant_id = t.tenant_id and a.subject ="
                        + " t.requester_subject where t.tenant_id = 'harmony' and a.email like '" + email + "%' and "
                        + condition + " order by t.updated_at desc limit " + most,
                Long.class);
    }

    private String subject(String tenant, String account) throws SQLException {
        var found = query(
                "select subject from account where tenant_id = '" + tenant + "' and email like '" + account + "@%'",
                String.class);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " accounts " + account + " of " + tenant);
        }
        return found.get(0);
    }

    private <T> List<T> query(String sql, Class<T> type) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(rows.getObject(1, type));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Values are constants, numbers and Keycloak's ids: there is nothing to quote. */
    private static String script(String name, Map<String, String> values) {
        var source = Objects.requireNonNull(Seed.class.getResourceAsStream(name), name);
        try (source) {
            var script = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            // The longest first: one name begins with another.
            var names = values.keySet().stream()
                    .sorted((a, b) -> b.length() - a.length())
                    .toList();
            for (var value : names) {
                script = script.replace(":" + value, Objects.requireNonNull(values.get(value)));
            }
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
