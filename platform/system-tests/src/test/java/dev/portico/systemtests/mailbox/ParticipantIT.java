package dev.portico.systemtests.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.systemtests.rest.Problem;
import dev.portico.systemtests.ticket.Grants;
import dev.portico.testclient.Api;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People who take part in another person's case: Luis of Acme writes, Grace of Acme is in copy, and somebody of Globex tries to
 * be.
 */
@ExtendWith(PortalStackExtension.class)
class ParticipantIT {
    private static final String SUPPORT = "support@harmony.localhost";
    private static final String LUIS = "acme-es@acme.example";
    private static final String GRACE = "acme-en@acme.example";
    private static final String GLOBEX = "globex-en@globex.example";

    private static Api luis;
    private static Api grace;
    private static Api globex;
    private static Session luisPages;
    private static Session gracePages;
    private static Session agentPages;

    @BeforeAll
    static void logIn(PortalStack stack) {
        luis = stack.api("harmony", "acme-es");
        grace = stack.api("harmony", "acme-en");
        globex = stack.api("harmony", "globex-en");
        List.of(luis, grace, globex).forEach(api -> api.get("/tickets"));
        luisPages = Session.login(stack, "harmony", "acme-es");
        gracePages = Session.login(stack, "harmony", "acme-en");
        agentPages = Session.login(stack, "staff", "agent");
    }

    @AfterEach
    void nobodyTakesPart(PortalStack stack) throws SQLException {
        new Grants(stack).reset();
    }

    @Test
    void whoever_is_in_copy_takes_part_once_the_requester_says_so_and_each_reads_their_language(PortalStack stack)
            throws Exception {
        var word = Cases.word();
        var number = fileInCopy(stack, word, GRACE + ", " + GLOBEX + ", nobody@nowhere.example");
        assertThat(grace.get("/tickets/" + number).status()).isEqualTo(404);
        assertThat(stack.mails().to(GRACE)).noneMatch(mail -> mail.subject().contains(word));

        var page = luisPages.get(path(number)).body();
        assertThat(page).contains("En copia de un correo").doesNotContain("Henry Clarke");
        assertThat(button(page, "join")).hasSize(1);
        press(luisPages, path(number), "join", button(page, "join").get(0));

        var told = stack.mails().waitFor(GRACE, mail -> mail.subject().contains(word));
        assertThat(told.subject()).contains("added you");
        assertThat(told.text()).contains("You get this email because you take part in " + number + ".");
        assertThat(grace.get("/tickets/" + number)
                        .object()
                        .getJsonArray("activity")
                        .toString())
                .contains("joined", "Grace Miller");
        assertThat(numbers(grace.get("/tickets?scope=taking-part&q=" + word).object()))
                .containsExactly(number);
        assertThat(grace.get("/tickets?scope=taking-part").object().getInt("total"))
                .isEqualTo(1);
        assertThat(gracePages.get("/harmony/tickets?scope=taking-part").body())
                .contains("Where I take part", path(number));
        assertThat(globex.get("/tickets/" + number).status()).isEqualTo(404);

        reply(stack, number, "An answer to both " + word);
        assertThat(stack.mails()
                        .waitFor(GRACE, mail -> mail.text().contains("An answer to both " + word))
                        .subject())
                .contains("New reply");
        assertThat(stack.mails()
                        .waitFor(
                                LUIS,
                                mail -> mail.subject().contains("Nueva respuesta")
                                        && mail.text().contains(word))
                        .text())
                .contains("Recibes este correo porque " + number + " es tuyo.");
        assertThat(stack.mails().to(GLOBEX)).noneMatch(mail -> mail.raw().contains(word));
    }

    @Test
    void whoever_takes_part_answers_by_mail_and_the_requester_is_told(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = taking(stack, word);
        var told = stack.mails().waitFor(GRACE, mail -> mail.subject().contains(word));

        var answer = SentMail.of(GRACE, replyTo(told), "Re: " + word)
                .text("I have seen it as well.")
                .send(stack);

        assertThat(answer.fate(stack)).isEqualTo(new SentMail.Fate("COMMENT", number));
        // What stands in a mail for its recipient alone is nobody else's to read.
        for (var session : List.of(gracePages, luisPages, agentPages)) {
            var base = (session == agentPages ? "/staff" : "") + path(number);
            var mails = Pattern.compile("href=\"(" + base + "/(?:received-)?mails/[^\"]+)\"")
                    .matcher(session.get(base).body())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(mails).hasSizeGreaterThan(2);
            for (var mail : mails) {
                assertThat(session.get(mail).body())
                        .doesNotContainPattern("/mute/[a-z2-7]{16}")
                        .doesNotContainPattern("support(\\+|%2B)[0-9]+\\.[a-z2-7]{16}");
            }
        }
        assertThat(luis.get("/tickets/" + number)
                        .object()
                        .getJsonArray("conversation")
                        .toString())
                .contains("I have seen it as well.", "Grace Miller");
        stack.mails().waitFor(LUIS, mail -> mail.text().contains("I have seen it as well."));
        assertThat(stack.mails().to(GRACE)).noneMatch(mail -> mail.text().contains("I have seen it as well."));
    }

    /** Anybody can write a mail in Luis' name and put themselves in copy. */
    @Test
    void a_forged_sender_brings_nobody_in(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = fileInCopy(stack, word, GLOBEX);
        reply(stack, number, "What only Luis may know " + word);
        stack.mails().waitFor(LUIS, mail -> mail.text().contains("What only Luis may know " + word));

        assertThat(luisPages.get(path(number)).body()).doesNotContain("En copia de un correo");
        assertThat(globex.get("/tickets/" + number).status()).isEqualTo(404);
        assertThat(stack.mails().to(GLOBEX)).noneMatch(mail -> mail.raw().contains(word));
        var answer = SentMail.of(GLOBEX, replyTo(receipt(stack, word)), "Re: " + word)
                .text("Let me in.")
                .send(stack);
        assertThat(answer.fate(stack).outcome()).isEqualTo("ASIDE TOKEN");
        // A customer decides about nobody of another organization, whatever they send; an agent does.
        var stranger = new Grants(stack).subject("globex-en");
        assertThat(press(luisPages, path(number), "join", stranger).statusCode())
                .isEqualTo(404);
        assertThat(globex.get("/tickets/" + number).status()).isEqualTo(404);
        press(agentPages, "/staff" + path(number), "join", stranger);
        assertThat(globex.get("/tickets/" + number).status()).isEqualTo(200);
    }

    @Test
    void a_person_is_added_by_address_and_a_wrong_one_is_named_beside_the_field(PortalStack stack) throws Exception {
        var number = Cases.number(Cases.file(luis, Cases.word()));
        for (var wrong : List.of(GLOBEX, "nobody@nowhere.example", "somebody")) {
            var refused = invite(luisPages, path(number), wrong);
            assertThat(refused.statusCode()).isEqualTo(200);
            assertThat(refused.body())
                    .contains("Nadie de tu organización tiene una cuenta con esta dirección.")
                    .contains("value=\"" + wrong + "\"");
        }
        assertThat(invite(luisPages, path(number), LUIS).body()).contains("Es el solicitante");
        assertThat(invite(luisPages, path(number), " ACME-en@acme.example ").statusCode())
                .isEqualTo(302);
        assertThat(grace.get("/tickets/" + number).status()).isEqualTo(200);
        // Whoever only takes part lets nobody else in.
        assertThat(gracePages.get(path(number)).body()).doesNotContain("id=\"inviting\"");
        assertThat(invite(agentPages, "/staff" + path(number), GLOBEX).statusCode())
                .isEqualTo(302);
        assertThat(globex.get("/tickets/" + number).status()).isEqualTo(200);
        assertThat(invite(agentPages, "/staff" + path(number), "nobody@nowhere.example")
                        .body())
                .contains("Nobody has an account here with this address.");
    }

    @Test
    void one_click_in_the_mail_ends_the_mails_of_one_case_and_a_button_brings_them_back(PortalStack stack)
            throws Exception {
        var word = Cases.word();
        var number = taking(stack, word);
        var told = stack.mails().waitFor(GRACE, mail -> mail.subject().contains(word));
        var leave = header(told, "List-Unsubscribe").replaceAll("[<>]", "");
        assertThat(header(told, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var anybody = Session.anonymous(stack);
        var address = leave.substring(stack.portalUrl().length());

        var forged = address.substring(0, address.length() - 4) + "aaaa";
        var answer = oneClick(anybody, forged);
        reply(stack, number, "Still told " + word);
        stack.mails().waitFor(GRACE, mail -> mail.text().contains("Still told " + word));

        var done = oneClick(anybody, address);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(said(done)).isEqualTo(said(answer)).contains("No more emails about " + number);
        reply(stack, number, "Not told " + word);
        stack.mails().waitFor(LUIS, mail -> mail.text().contains("Not told " + word));
        assertThat(stack.mails().to(GRACE)).noneMatch(mail -> mail.text().contains("Not told " + word));
        assertThat(gracePages.get(path(number)).body()).contains("You get no emails about this.");

        press(gracePages, path(number), "mute", "false");
        reply(stack, number, "Told again " + word);
        stack.mails().waitFor(GRACE, mail -> mail.text().contains("Told again " + word));
    }

    @Test
    void the_requester_ends_the_mails_of_one_case_too(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = taking(stack, word);
        var address = header(receipt(stack, word), "List-Unsubscribe").replaceAll("[<>]", "");
        oneClick(Session.anonymous(stack), address.substring(stack.portalUrl().length()));

        reply(stack, number, "For Grace alone " + word);
        stack.mails().waitFor(GRACE, mail -> mail.text().contains("For Grace alone " + word));
        assertThat(stack.mails().to(LUIS)).noneMatch(mail -> mail.text().contains("For Grace alone " + word));
        assertThat(numbers(luis.get("/tickets?q=" + word).object())).containsExactly(number);
    }

    @Test
    void whoever_leaves_or_is_removed_sees_nothing_more_and_is_not_suggested_again(PortalStack stack) throws Exception {
        var word = Cases.word();
        var number = taking(stack, word);
        press(gracePages, path(number), "remove", new Grants(stack).subject("acme-en"));

        assertThat(grace.get("/tickets/" + number).status()).isEqualTo(404);
        Problem.of(grace.get("/tickets/" + number), 404);
        var again = SentMail.of(LUIS, replyTo(receipt(stack, word)), "Re: " + word)
                .with("Cc: " + GRACE)
                .text("Una cosa más.")
                .send(stack);
        assertThat(again.fate(stack)).isEqualTo(new SentMail.Fate("COMMENT", number));
        assertThat(luisPages.get(path(number)).body())
                .contains("Grace Miller dejó de participar.")
                .doesNotContain("En copia de un correo");
        reply(stack, number, "After she left " + word);
        stack.mails().waitFor(LUIS, mail -> mail.text().contains("After she left " + word));
        assertThat(stack.mails().to(GRACE)).noneMatch(mail -> mail.text().contains("After she left " + word));
    }

    /** Luis writes, with others in copy. */
    private static long fileInCopy(PortalStack stack, String word, String copied) throws Exception {
        var fate = SentMail.of("Luis <" + LUIS + ">", SUPPORT, word)
                .with("Cc: " + copied)
                .text("No funciona.")
                .send(stack)
                .fate(stack);
        assertThat(fate.outcome()).isEqualTo("TICKET");
        return fate.ticket();
    }

    /** A case of Luis in which Grace takes part. */
    private static long taking(PortalStack stack, String word) {
        var number = Cases.number(Cases.file(luis, word));
        assertThat(invite(luisPages, path(number), GRACE).statusCode()).isEqualTo(302);
        assertThat(grace.get("/tickets/" + number).status()).isEqualTo(200);
        return number;
    }

    private static HttpResponse<String> invite(Session session, String path, String address) {
        return session.press(path, "inviting", "invite", Map.of("person", address), path);
    }

    private static HttpResponse<String> press(Session session, String path, String button, String value) {
        return session.press(path, "involved", button, Map.of(button, value), path);
    }

    private static void reply(PortalStack stack, long number, String text) {
        var path = "/staff" + path(number);
        agentPages.press(path, "answering", "send", Map.of("field-kind", "reply", "field-text", text), path);
    }

    private static HttpResponse<String> oneClick(Session session, String path) {
        return session.send(
                "POST",
                path,
                "List-Unsubscribe=One-Click",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** What the page says. */
    private static String said(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*<main|</main>.*|<[^>]*>", " ").strip();
    }

    private static List<String> button(String page, String name) {
        return Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Long> numbers(JsonObject list) {
        return list.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(Cases::number)
                .toList();
    }

    private static String path(long number) {
        return "/harmony/tickets/" + number;
    }

    private static StoredMail receipt(PortalStack stack, String word) {
        return stack.mails().waitFor(LUIS, mail -> mail.subject().contains(word));
    }

    private static String replyTo(StoredMail mail) {
        var address = Pattern.compile("support\\+[^@]+@[a-z.]+").matcher(header(mail, "Reply-To"));
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private static String header(StoredMail mail, String name) {
        return mail.headers()
                .replaceAll("\\r?\\n[ \\t]+", " ")
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElseThrow();
    }
}
