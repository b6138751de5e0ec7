package dev.portico.systemtests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents write for one another reaches no customer: not by page, REST or mail. */
@ExtendWith(PortalStackExtension.class)
class InternalIT {

    @Test
    void an_internal_note_reaches_no_customer(PortalStack stack) {
        var secret = Cases.word();
        var open = Cases.word();
        var api = stack.api("harmony", "acme-en");
        var number = Cases.number(Cases.file(api, "Internal"));
        var agent = Session.login(stack, "staff", "agent");
        var path = "/staff/harmony/tickets/" + number;
        var note = agent.press(path, "answering", "send", Map.of("field-kind", "note", "field-text", secret), path);
        assertThat(note.statusCode()).isIn(302, 303);
        assertThat(agent.get(path).body()).contains(secret);
        agent.press(path, "answering", "send", Map.of("field-kind", "reply", "field-text", open), path);

        assertThat(api.get("/tickets/" + number).body()).contains(open).doesNotContain(secret);
        var customer = Session.login(stack, "harmony", "acme-en");
        assertThat(customer.get("/harmony/tickets/" + number).body())
                .contains(open)
                .doesNotContain(secret);
        stack.mails().waitFor("acme-en@acme.example", mail -> mail.raw().contains(open));
        assertThat(stack.mails().to("acme-en@acme.example").stream().map(StoredMail::raw))
                .noneMatch(raw -> raw.contains(secret));
    }

    @Test
    void an_internal_file_reaches_no_customer(PortalStack stack) throws SQLException {
        var name = Cases.word() + ".txt";
        var api = stack.api("harmony", "acme-en");
        var number = Cases.number(Cases.file(api, "Internal"));
        var path = "/tickets/" + number + "/attachments";
        var id = Cases.created(api.upload(path, name, name.getBytes(StandardCharsets.UTF_8)))
                .object()
                .getString("id");
        assertThat(api.get("/tickets/" + number).body()).contains(name);
        hide(stack, number, id);

        assertThat(api.get(path + "/" + id).status()).isEqualTo(404);
        assertThat(api.get("/tickets/" + number).body()).doesNotContain(name, id);
        var customer = Session.login(stack, "harmony", "acme-en");
        assertThat(customer.get("/harmony" + path + "/" + id).statusCode()).isEqualTo(404);
        assertThat(customer.get("/harmony/tickets/" + number).body()).doesNotContain(name, id);
        var agent = Session.login(stack, "staff", "agent");
        assertThat(agent.get("/staff/harmony/tickets/" + number).body()).contains(name);
        assertThat(agent.get("/staff/harmony" + path + "/" + id).statusCode()).isEqualTo(200);
    }

    /** As if an agent had kept the file among agents. */
    private static void hide(PortalStack stack, long number, String id) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.executeUpdate(
                    "update attachment set internal = true where tenant_id = 'harmony' and id = '" + id + "'");
            work.executeUpdate(
                    "update ticket_entry set internal = true where tenant_id = 'harmony' and kind = 'ATTACHMENT'"
                            + " and ticket_number = " + number);
        }
    }
}
