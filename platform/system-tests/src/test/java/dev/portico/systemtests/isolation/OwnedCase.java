package dev.portico.systemtests.isolation;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.rest.Cases;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Somebody's case with a file and a mail, and a number that is a ticket's in one tenant only. */
record OwnedCase(String tenant, String account, long number, String attachment, String mail) {
    static final String SECRET = "Confidential contents";

    static OwnedCase file(PortalStack stack, String tenant, String account) {
        var api = stack.api(tenant, account);
        var ticket = Cases.file(api, Cases.body("Confidential subject").add("description", SECRET));
        var number = Cases.number(ticket);
        var path = "/tickets/" + number + "/attachments";
        var attachment = Cases.created(api.upload(path, "confidential.txt", SECRET.getBytes(StandardCharsets.UTF_8)))
                .object()
                .getString("id");
        var mail = ticket.getJsonArray("activity").getValuesAs(JsonObject.class).stream()
                .filter(event -> event.getString("kind").equals("mail"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        return new OwnedCase(tenant, account, number, attachment, mail);
    }

    /** So that no number of one tenant is by chance one of the other's as well. */
    static void partNumbers(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(
                    "select setval('ticket_number_harmony', greatest(400000, (select last_value from ticket_number_harmony)))");
            work.execute(
                    "select setval('ticket_number_bmc', greatest(700000, (select last_value from ticket_number_bmc)))");
        }
    }

    /** What a change would leave: whether somebody got through is seen here, whatever they were told. */
    String state(PortalStack stack) throws SQLException {
        var query = "select t.status || ' ' || t.version || ' ' || t.last_position || ' '"
                + " || (select count(*) from ticket_entry e where (e.tenant_id, e.ticket_number) = (t.tenant_id, t.number))"
                + " || ' ' || (select count(*) from attachment a where (a.tenant_id, a.ticket_number) = (t.tenant_id, t.number))"
                + " || ' ' || (select count(*) from mail m where (m.tenant_id, m.ticket_number) = (t.tenant_id, t.number))"
                + " from ticket t where t.tenant_id = ? and t.number = ?";
        try (var all = stack.database().superuser();
                var statement = all.prepareStatement(query)) {
            statement.setString(1, tenant);
            statement.setLong(2, number);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
