package dev.portico.systemtests.ticket;

import dev.portico.systemtests.PortalStack;
import java.sql.Connection;
import java.sql.SQLException;

/** What people of harmony are allowed, set behind the portal's back: it counts at the next request. */
public final class Grants {
    private final PortalStack stack;

    public Grants(PortalStack stack) {
        this.stack = stack;
    }

    public void set(String account, boolean authorized, boolean seesOrganization, boolean contactManager)
            throws SQLException {
        run("update account set authorized = " + authorized + ", sees_organization = " + seesOrganization
                + ", contact_manager = " + contactManager + " where tenant_id = 'harmony' and subject = '"
                + subject(account) + "'");
    }

    void delegate(String from, String to, String until) throws SQLException {
        run("insert into delegation (tenant_id, from_subject, to_subject, until, created_at) values ('harmony', '"
                + subject(from) + "', '" + subject(to) + "', " + until
                + ", now()) on conflict (tenant_id, from_subject,"
                + " to_subject) do update set until = excluded.until");
        run("update account set delegated_until = 'infinity' where tenant_id = 'harmony' and subject = '" + subject(to)
                + "'");
    }

    /** @param organization a literal, or null */
    void move(String account, String organization) throws SQLException {
        run("update account set organization_id = " + organization + " where tenant_id = 'harmony' and subject = '"
                + subject(account) + "'");
    }

    public void plan(String organization, String plan, String hotline) throws SQLException {
        run("update organization set plan = '" + plan + "', hotline = " + hotline
                + " where tenant_id = 'harmony' and id = '" + organization + "'");
    }

    /** As everybody stands who was never decided about. */
    public void reset() throws SQLException {
        run("delete from delegation where tenant_id = 'harmony'");
        run("delete from participant where tenant_id = 'harmony'");
        run("update account set authorized = true, sees_organization = false, contact_manager = false,"
                + " delegated_until = null, takes_part = false where tenant_id = 'harmony'");
        run("update organization set plan = 'STANDARD', hotline = null where tenant_id = 'harmony'");
    }

    public String subject(String account) throws SQLException {
        return text("select subject from account where tenant_id = 'harmony' and email like '" + account + "@%'");
    }

    String zone(String account) throws SQLException {
        return text("select zone from account where tenant_id = 'harmony' and subject = '" + subject(account) + "'");
    }

    long count(String from) throws SQLException {
        return Long.parseLong(text("select count(*)::text from " + from));
    }

    private String text(String query) throws SQLException {
        try (var all = stack.database().superuser();
                var row = all.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String statement) throws SQLException {
        try (Connection all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(statement);
        }
    }
}
