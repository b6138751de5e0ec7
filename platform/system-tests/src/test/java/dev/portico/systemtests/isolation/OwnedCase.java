package dev.portico.systemtests.isolation;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.rest.Cases;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Somebody's case with a file, a mail that was sent and one that was received, and a number that is a ticket's in one tenant only. */
record OwnedCase(String tenant, String account, long number, String attachment, String mail, String received) {
    static final String SECRET = "Confidential contents";

    static OwnedCase file(PortalStack stack, String tenant, String account) throws SQLException {
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
        return new OwnedCase(tenant, account, number, attachment, mail, received(stack, tenant, number));
    }

    private static String received(PortalStack stack, String tenant, long number) throws SQLException {
        try (var all = stack.database().superuser();
                var statement = all.prepareStatement(
                        "insert into received_mail (tenant_id, id, mailbox_id, message_id,"
                                + " body_hash, raw, size, sender, subject, state, next_at, received_at, ticket_number) select"
                                + " tenant_id, gen_random_uuid(), min(id), gen_random_uuid(), '', 'Subject: x', 10, '', '"
                                + SECRET
                                + "', 'COMMENT', now(), now(), ? from mailbox where tenant_id = ? group by tenant_id returning id")) {
            statement.setLong(1, number);
            statement.setString(2, tenant);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
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
