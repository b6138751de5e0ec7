package dev.portico.systemtests.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.mailbox.SentMail.Fate;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails into the tenants' mailboxes at the stack's own mail server, and what comes of each. */
@ExtendWith(PortalStackExtension.class)
class MailIntakeIT {
    private static final String SUPPORT = "support@harmony.localhost";
    private static final String ACME = "acme-es@acme.example";
    private static final String GLOBEX = "globex-en@globex.example";

    /** Whoever has never logged in is nobody whom the portal knows. */
    @BeforeAll
    static void logIn(PortalStack stack) {
        stack.api("harmony", "acme-es").get("/tickets");
        stack.api("harmony", "globex-en").get("/tickets");
    }

    @Test
    void a_new_mail_becomes_a_case_with_its_file_and_its_sender_is_told(PortalStack stack) throws Exception {
        var word = Cases.word();
        var mail = SentMail.of("Acme <" + ACME + ">", SUPPORT, "API Manager: produccion caida " + word)
                .textAndFile("Nada funciona desde esta ma\u00f1ana.", "log.txt", "line 1")
                .send(stack);

        var fate = mail.fate(stack);
        assertThat(fate.outcome()).isEqualTo("TICKET");
        var ticket = ticket(stack, "acme-es", fate.ticket());
        assertThat(ticket.getString("subject")).endsWith(word);
        assertThat(ticket.getString("product")).isEqualTo("api-manager");
        assertThat(ticket.getString("description")).isEqualTo("Nada funciona desde esta ma\u00f1ana.");
        assertThat(ticket.getBoolean("urgent")).isTrue();
        assertThat(ticket.getJsonArray("attachments").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(file -> assertThat(file.getString("name")).isEqualTo("log.txt"));
        assertThat(receipt(stack, word).raw()).contains("Content-Language: es");
    }

    @Test
    void an_answer_becomes_a_comment_without_what_it_quotes(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        var answer = SentMail.of(ACME, replyTo(receipt(stack, word)), "Re: lo que sea")
                .text("Ya lo reinici\u00e9.\n\nEl lun, 3 nov 2025 a las 10:15, Harmony <" + SUPPORT
                        + "> escribi\u00f3:\n> Recibimos tu caso\n")
                .send(stack);

        assertThat(answer.fate(stack)).isEqualTo(new Fate("COMMENT", number));
        assertThat(comments(stack, number)).containsExactly("Ya lo reinici\u00e9.");
    }

    @Test
    void an_answer_to_our_message_is_known_without_the_address(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        var answer = SentMail.of(ACME, SUPPORT, "Sin referencia")
                .with("In-Reply-To: " + header(receipt(stack, word), "Message-ID"))
                .text("Otra cosa.")
                .send(stack);

        assertThat(answer.fate(stack)).isEqualTo(new Fate("COMMENT", number));
    }

    @Test
    void an_answer_to_a_closed_case_becomes_one_that_follows_it(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        var api = stack.api("harmony", "acme-es");
        assertThat(api.post("/tickets/" + number + "/close", JsonValue.EMPTY_JSON_OBJECT)
                        .status())
                .isLessThan(300);
        var answer = SentMail.of(ACME, replyTo(receipt(stack, word)), "Re: " + word)
                .text("Vuelve a pasar.")
                .send(stack);

        var fate = answer.fate(stack);
        assertThat(fate.outcome()).isEqualTo("TICKET");
        assertThat(fate.ticket()).isNotEqualTo(number);
        assertThat(ticket(stack, "acme-es", fate.ticket()).toString()).contains("\"" + number + "\"");
    }

    @Test
    void a_further_answer_to_a_closed_case_belongs_to_the_open_one_that_follows_it(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        stack.api("harmony", "acme-es").post("/tickets/" + number + "/close", JsonValue.EMPTY_JSON_OBJECT);
        var address = replyTo(receipt(stack, word));
        var next = SentMail.of(ACME, address, "Re: " + word)
                .text("Vuelve a pasar.")
                .send(stack)
                .fate(stack)
                .ticket();
        var further = SentMail.of(ACME, address, "Re: " + word)
                .text("Y ahora otra vez.")
                .send(stack);

        assertThat(further.fate(stack)).isEqualTo(new Fate("COMMENT", next));
        assertThat(comments(stack, next)).containsExactly("Y ahora otra vez.");
    }

    @Test
    void an_address_of_another_server_is_none_of_ours_whatever_stands_before_it(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        var elsewhere = replyTo(receipt(stack, word)).replace("@harmony.localhost", "@elsewhere.example");
        var mail = SentMail.of(ACME, SUPPORT, "Otro asunto")
                .with("Cc: " + elsewhere)
                .text("Es nuevo.")
                .send(stack);

        assertThat(mail.fate(stack).outcome()).isEqualTo("TICKET");
        assertThat(comments(stack, number)).isEmpty();
    }

    /** Only what surely answers a mail that told of nothing internal is for customers to read. */
    @Test
    void an_agents_answer_is_open_or_a_note_as_the_mail_was_that_it_answers(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        Session.login(stack, "staff", "agent");
        var agent = assign(stack, number);
        comment(stack, number, "Open " + word);
        var told = stack.mails().waitFor(agent, mail -> mail.raw().contains("Open " + word));
        var open = SentMail.of(agent, replyTo(told), "Re: " + word)
                .with("In-Reply-To: " + header(told, "Message-ID"))
                .text("We look into it.")
                .send(stack);
        assertThat(open.fate(stack)).isEqualTo(new Fate("COMMENT AGENT", number));

        var unclear = SentMail.of(agent, replyTo(told), "Re: " + word)
                .text("Nobody knows what this answers.")
                .send(stack);
        assertThat(unclear.fate(stack)).isEqualTo(new Fate("COMMENT AGENT", number));
        update(stack, "update mail set internal = true where message_id = '" + header(told, "Message-ID") + "'");
        var internal = SentMail.of(agent, replyTo(told), "Re: " + word)
                .with("In-Reply-To: " + header(told, "Message-ID"))
                .textAndFile("Among ourselves.", "internal.txt", "secret")
                .send(stack);
        assertThat(internal.fate(stack)).isEqualTo(new Fate("COMMENT AGENT", number));

        assertThat(ticket(stack, "acme-es", number).toString())
                .contains("We look into it.")
                .doesNotContain("Nobody knows", "Among ourselves", "internal.txt");
        var acme = Session.login(stack, "harmony", "acme-es");
        for (var mail : List.of(open, unclear, internal)) {
            var address = "tickets/" + number + "/received-mails/" + mail.key(stack);
            assertThat(acme.get("/harmony/" + address).statusCode()).isEqualTo(404);
            assertThat(acme.get("/harmony/tickets/" + number).body()).doesNotContain(mail.key(stack));
            assertThat(Session.login(stack, "staff", "agent")
                            .get("/staff/harmony/" + address)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(notes(stack, number))
                .containsExactlyInAnyOrder("Nobody knows what this answers.", "Among ourselves.");
        stack.mails().waitFor(ACME, mail -> mail.raw().contains("We look into it."));
        assertThat(stack.mails().to(ACME)).noneMatch(mail -> mail.raw().contains("Among ourselves"));
    }

    @Test
    void an_agent_who_does_not_have_the_case_says_nothing_in_it(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        Session.login(stack, "staff", "agent");
        var agent = assign(stack, number);
        comment(stack, number, "Asked " + word);
        var told = stack.mails().waitFor(agent, mail -> mail.raw().contains("Asked " + word));
        update(
                stack,
                "update ticket set assignee_subject = 'another' where tenant_id = 'harmony' and number = " + number);
        var late = SentMail.of(agent, replyTo(told), "Re: " + word)
                .with("In-Reply-To: " + header(told, "Message-ID"))
                .text("Too late.")
                .send(stack);

        assertThat(late.fate(stack).outcome()).isEqualTo("ASIDE PARTICIPANT");
    }

    @Test
    void a_mail_to_a_moved_case_belongs_to_the_one_that_continues_it(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        var continued = file(stack, Cases.word());
        update(
                stack,
                "update ticket set successor_tenant = 'harmony', successor_number = " + continued
                        + " where tenant_id = 'harmony' and number = " + number);
        var answer = SentMail.of(ACME, replyTo(receipt(stack, word)), "Re: " + word)
                .text("Sigue igual.")
                .send(stack);

        assertThat(answer.fate(stack)).isEqualTo(new Fate("COMMENT", continued));
    }

    @Test
    void a_case_that_has_left_the_tenant_is_answered_there_until_it_comes_back(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        update(
                stack,
                "update ticket set successor_tenant = 'bmc', successor_number = 1" + number
                        + " where tenant_id = 'harmony' and number = " + number);
        var replyTo = replyTo(receipt(stack, word));
        var early =
                SentMail.of(ACME, replyTo, "Re: " + word).text("Sigue igual.").send(stack);
        assertThat(early.fate(stack)).isEqualTo(new Fate("ASIDE NO_TICKET", 0));

        var back = file(stack, Cases.word());
        update(
                stack,
                "update ticket set origin_tenant = 'bmc', origin_number = 1" + number
                        + " where tenant_id = 'harmony' and number = " + back);
        var late = SentMail.of(ACME, replyTo, "Re: " + word).text("Y ahora.").send(stack);
        assertThat(late.fate(stack)).isEqualTo(new Fate("COMMENT", back));
    }

    @Test
    void the_whole_of_a_long_text_is_kept_before_its_files(PortalStack stack) throws Exception {
        var mail = SentMail.of(ACME, SUPPORT, Cases.word())
                .textAndFiles("palabra ".repeat(10_000), 40)
                .send(stack);

        var files = ticket(stack, "acme-es", mail.fate(stack).ticket())
                .getJsonArray("attachments")
                .getValuesAs(JsonObject.class);
        assertThat(files)
                .hasSizeLessThan(40)
                .extracting(file -> file.getString("name"))
                .contains("message.txt");
    }

    @Test
    void what_no_desk_is_for_waits_until_there_is_one(PortalStack stack) throws Exception {
        update(stack, "update mailbox set ticket_type = 'absent' where tenant_id = 'harmony' and id = 'demo'");
        try {
            var mail = SentMail.of(ACME, SUPPORT, Cases.word()).text("Hola").send(stack);
            assertThat(Waiting.until(
                            () -> mail.fates(stack).contains(new Fate("WAITING DESK_ABSENT", 0)),
                            PortalStack.patience()))
                    .isTrue();
            update(stack, "update mailbox set ticket_type = 'case' where tenant_id = 'harmony' and id = 'demo'");
            assertThat(Waiting.until(
                            () -> mail.fates(stack).get(0).outcome().equals("TICKET"),
                            PortalStack.patience().multipliedBy(3)))
                    .isTrue();
        } finally {
            update(stack, "update mailbox set ticket_type = 'case' where tenant_id = 'harmony' and id = 'demo'");
        }
    }

    @Test
    void a_mail_that_its_server_does_not_deliver_keeps_no_other_from_coming(PortalStack stack) throws Exception {
        stack.own();
        var port = stack.own().settings().ports().imap();
        try (var server = new RefusingImap(port)) {
            var refused =
                    SentMail.of(ACME, "support@bmc.localhost", Cases.word()).text("Refused.");
            server.refuse(refused.id());
            serveFrom(stack, server.port());
            refused.send(stack);
            var next = SentMail.of(Cases.word() + "@nowhere.example", "support@bmc.localhost", "Next")
                    .text("Next.")
                    .send(stack);
            assertThat(Waiting.until(
                            () -> !next.fates(stack).isEmpty(),
                            PortalStack.patience().multipliedBy(3)))
                    .isTrue();
            assertThat(refused.fates(stack)).isEmpty();
            assertThat(server.refusals()).isEqualTo(3);
            assertThat(texts(
                            stack,
                            "select state || ' ' || reason || ' ' || detail from received_mail"
                                    + " where tenant_id = 'bmc' and reason = 'UNREADABLE'"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).startsWith("ASIDE UNREADABLE UID "));

            var id = texts(stack, "select id from received_mail where tenant_id = 'bmc' and reason = 'UNREADABLE'")
                    .get(0);
            var path = "/staff/bmc/received-mails";
            var admin = Session.login(stack, "staff", "admin");
            assertThat(admin.get(path).body()).contains("Next attempt:");
            admin.press(path, "mails", "again", Map.of("again", id), path);
            assertThat(Waiting.until(
                            () -> server.refusals() == 4, PortalStack.patience().multipliedBy(3)))
                    .isTrue();
            assertThat(refused.fates(stack)).isEmpty();

            server.refuse("");
            // As if ten minutes had passed.
            update(stack, "update received_mail set fetch_at = now() where tenant_id = 'bmc' and id = '" + id + "'");
            assertThat(refused.fate(stack).outcome()).isEqualTo("ANSWERED");
            assertThat(texts(stack, "select id from received_mail where tenant_id = 'bmc' and id = '" + id + "'"))
                    .isEmpty();
        } finally {
            serveFrom(stack, port);
        }
    }

    @Test
    void an_administrator_tries_all_again_that_could_not_be_processed(PortalStack stack) throws Exception {
        var mails = List.of(
                SentMail.of(ACME, SUPPORT, Cases.word()).text("Uno").send(stack),
                SentMail.of(ACME, SUPPORT, Cases.word()).text("Dos").send(stack));
        for (var mail : mails) {
            mail.fate(stack);
            // As if it had failed five times before anything came of it.
            update(
                    stack,
                    "update received_mail set state = 'ASIDE', reason = 'FAILED', attempts = 5 where message_id = '"
                            + mail.id() + "'");
        }
        var path = "/staff/harmony/received-mails";
        var admin = Session.login(stack, "staff", "admin");
        assertThat(admin.get(path).body()).contains("name=\"all-again\"", "data-confirm=\"all-again-asked\"");
        admin.press(path, "mails", "all-again", Map.of(), path);

        for (var mail : mails) {
            assertThat(mail.fate(stack).outcome()).isEqualTo("TICKET");
        }
        assertThat(admin.get(path).body()).doesNotContain("name=\"all-again\"");
    }

    private static void serveFrom(PortalStack stack, int port) throws SQLException {
        update(
                stack,
                "update mailbox set port = " + port + ", claim = null, claimed_until = null, next_at = now()"
                        + " where tenant_id = 'bmc' and id = 'demo'");
    }

    private static void update(PortalStack stack, String sql) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            assertThat(work.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static List<String> texts(PortalStack stack, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** @return the agent's address */
    private static String assign(PortalStack stack, long number) throws SQLException {
        update(
                stack,
                "update ticket set assignee_subject = a.subject, assignee_name = a.name, assignee_email = a.email,"
                        + " assignee_language = 'en' from account a where a.tenant_id = 'staff' and a.email like 'agent@%'"
                        + " and ticket.tenant_id = 'harmony' and ticket.number = " + number);
        return texts(stack, "select assignee_email from ticket where tenant_id = 'harmony' and number = " + number)
                .get(0);
    }

    private static void comment(PortalStack stack, long number, String text) {
        Cases.created(stack.api("harmony", "acme-es")
                .post(
                        "/tickets/" + number + "/comments",
                        Json.createObjectBuilder().add("text", text).build()));
    }

    @Test
    void whoever_did_not_get_the_mail_says_nothing_in_the_case(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        var receipt = receipt(stack, word);

        var stolen = SentMail.of(GLOBEX, replyTo(receipt), "Re: " + word)
                .text("Let me in.")
                .send(stack);
        var referring = SentMail.of(GLOBEX, SUPPORT, "Re: " + word)
                .with("References: " + header(receipt, "Message-ID"))
                .text("Let me in.")
                .send(stack);
        var nobody = SentMail.of("nobody@nowhere.example", replyTo(receipt), "Re: " + word)
                .text("Let me in.")
                .send(stack);

        assertThat(stolen.fate(stack).outcome()).isEqualTo("ASIDE TOKEN");
        assertThat(referring.fate(stack).outcome()).isEqualTo("ASIDE RECIPIENT");
        assertThat(nobody.fate(stack).outcome()).isEqualTo("ASIDE TOKEN");
        assertThat(comments(stack, number)).isEmpty();
    }

    /** Anybody can work out what a case's mails refer to, and its number. */
    @Test
    void what_can_be_guessed_leads_to_no_case(PortalStack stack) throws Exception {
        var number = file(stack, Cases.word());
        var guess = SentMail.of(GLOBEX, SUPPORT, "Re: [#" + number + "] guessed")
                .with("In-Reply-To: <harmony." + number + "@harmony.localhost>")
                .with("References: <harmony." + number + "@harmony.localhost>")
                .text("Let me in.")
                .send(stack);

        var fate = guess.fate(stack);
        assertThat(fate.outcome()).isEqualTo("TICKET");
        assertThat(fate.ticket()).isNotEqualTo(number);
        assertThat(comments(stack, number)).isEmpty();
    }

    @Test
    void another_tenants_token_opens_nothing(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = file(stack, word);
        var address = replyTo(receipt(stack, word)).replace("@harmony.", "@bmc.");
        var crossed = SentMail.of(ACME, address, "Re: " + word).text("Hola").send(stack);

        assertThat(crossed.fate(stack).outcome()).isEqualTo("ASIDE TOKEN");
        assertThat(comments(stack, number)).isEmpty();
    }

    @Test
    void a_stranger_is_answered_once_and_politely_in_their_language(PortalStack stack) throws Exception {
        var stranger = Cases.word() + "@nowhere.example";
        var text = "Buenos d\u00edas, necesito ayuda con la factura de este mes porque no puedo descargarla.";
        var first = SentMail.of(stranger, SUPPORT, "Una pregunta").text(text).send(stack);
        assertThat(first.fate(stack).outcome()).isEqualTo("ANSWERED");
        var second = SentMail.of(stranger, SUPPORT, "Otra pregunta").text(text).send(stack);
        assertThat(second.fate(stack).outcome()).isEqualTo("IGNORED LIMIT");

        var answer = stack.mails().waitFor(stranger, mail -> mail.subject().equals("No pudimos abrir un caso para ti"));
        assertThat(answer.text()).doesNotContain("factura");
        assertThat(answer.raw()).contains("Auto-Submitted: auto-generated");
        assertThat(stack.mails().to(stranger)).hasSize(1);
    }

    @Test
    void robots_and_our_own_mails_draw_no_answer(PortalStack stack) throws Exception {
        var robot = Cases.word() + "@nowhere.example";
        var away = SentMail.of(robot, SUPPORT, "Out of office")
                .with("Auto-Submitted: auto-replied")
                .text("I am away.")
                .send(stack);
        var list = SentMail.of(robot, SUPPORT, "News")
                .with("List-Id: <news.nowhere.example>")
                .with("List-Unsubscribe: <https://nowhere.example/u>")
                .text("News.")
                .send(stack);
        var own = SentMail.of("support@bmc.localhost", SUPPORT, "Loop")
                .text("A loop.")
                .send(stack);

        assertThat(away.fate(stack).outcome()).isEqualTo("IGNORED AUTOMATIC");
        assertThat(list.fate(stack).outcome()).isEqualTo("IGNORED AUTOMATIC");
        assertThat(own.fate(stack).outcome()).isEqualTo("IGNORED AUTOMATIC");
        assertThat(stack.mails().to(robot)).isEmpty();
        assertThat(texts(stack, "select subject from mail where recipient = 'support@bmc.localhost'"))
                .isEmpty();
    }

    @Test
    void agents_learn_in_the_case_of_a_mail_that_did_not_arrive(PortalStack stack) throws Exception {
        try (var accounts = new Accounts(stack.keycloakUrl(), stack.keycloakAdminPassword())) {
            // Nobody else's: from now on its address gets no news.
            var person = accounts.create("harmony", "en").name();
            var address = person + "@acme.example";
            var word = Cases.word();
            var number = Cases.number(Cases.file(stack.api("harmony", person), word));
            var receipt = stack.mails().waitFor(address, mail -> mail.subject().contains(word));
            var report = SentMail.of("MAILER-DAEMON@mx.acme.example", SUPPORT, "Undelivered Mail Returned to Sender")
                    .with("Auto-Submitted: auto-replied")
                    .report(address, "550 5.1.1 User unknown", header(receipt, "Message-ID"))
                    .send(stack);

            assertThat(report.fate(stack)).isEqualTo(new Fate("IGNORED BOUNCE", number));
            assertThat(comments(stack, person, number)).isEmpty();
            assertThat(notes(stack, number)).singleElement().satisfies(note -> assertThat(note)
                    .contains(address, "550 5.1.1 User unknown"));
        }
    }

    /** The server numbers all mails of a mailbox anew, and offers every one once more. */
    @Test
    void a_mail_that_comes_twice_counts_once(PortalStack stack) throws Exception {
        var support = "support@app-builder.localhost";
        var from = "hooli-en@hooli.example";
        var hooli = stack.api("app-builder", "hooli-en");
        hooli.get("/tickets");
        var word = Cases.word();
        var mail = SentMail.of(from, support, word).text("Once only.").send(stack);
        var fate = mail.fate(stack);
        assertThat(fate.outcome()).isEqualTo("TICKET");
        mail.send(stack);
        stack.own().renumberMails(support);
        var later = SentMail.of(from, support, Cases.word()).text("Later.").send(stack);

        assertThat(later.fate(stack).outcome()).isEqualTo("TICKET");
        assertThat(mail.fates(stack)).containsExactly(fate);
        var found = hooli.get("/tickets?q=" + word).object();
        assertThat(found.getInt("total")).isEqualTo(1);
    }

    @Test
    void a_file_of_a_forbidden_type_is_named_and_not_kept(PortalStack stack) throws Exception {
        var mail = SentMail.of(ACME, SUPPORT, Cases.word())
                .textAndFile("Mira esto.", "virus.exe", "MZ\u0090")
                .send(stack);

        var ticket = ticket(stack, "acme-es", mail.fate(stack).ticket());
        assertThat(ticket.getJsonArray("attachments")).isEmpty();
        assertThat(ticket.getString("description")).contains("Mira esto.", "virus.exe");
    }

    private static long file(PortalStack stack, String word) {
        return Cases.number(Cases.file(stack.api("harmony", "acme-es"), word));
    }

    private static StoredMail receipt(PortalStack stack, String word) {
        return stack.mails().waitFor(ACME, mail -> mail.subject().contains(word));
    }

    private static String replyTo(StoredMail mail) {
        var address = Pattern.compile("support\\+[^@]+@[a-z.]+").matcher(header(mail, "Reply-To"));
        assertThat(address.find()).isTrue();
        return address.group();
    }

    static String header(StoredMail mail, String name) {
        var unfolded = mail.headers().replaceAll("\\r?\\n[ \\t]+", " ");
        return unfolded.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject ticket(PortalStack stack, String account, long number) {
        var answer = stack.api("harmony", account).get("/tickets/" + number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.object();
    }

    private static List<String> notes(PortalStack stack, long number) throws SQLException {
        var notes = new ArrayList<String>();
        try (var all = stack.database().superuser();
                var select = all.prepareStatement("select text from ticket_entry where tenant_id = 'harmony'"
                        + " and ticket_number = ? and kind = 'NOTE' and internal")) {
            select.setLong(1, number);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    notes.add(rows.getString(1));
                }
            }
        }
        return notes;
    }

    private static List<String> comments(PortalStack stack, long number) {
        return comments(stack, "acme-es", number);
    }

    private static List<String> comments(PortalStack stack, String account, long number) {
        return ticket(stack, account, number).getJsonArray("conversation").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("kind").equals("comment"))
                .map(entry -> entry.getString("text"))
                .toList();
    }
}
