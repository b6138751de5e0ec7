package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.testclient.Api;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list as a file: what the page shows, for whom it shows it, and harmless in a spreadsheet. */
@ExtendWith(PortalStackExtension.class)
class TicketCsvIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme-en | Case #,Subject,Status,Severity Level,Product,Updated | Open | 3 (minor) | Another product |"
                        + " My%20Cases.csv",
                "acme-es | Caso #,Asunto,Estado,Nivel de severidad,Producto,Actualizado | Abierto | 3 (menor) |"
                        + " Otro producto | Mis%20Casos.csv"
            })
    void a_list_is_written_in_the_readers_words_and_zone(
            String account,
            String headings,
            String open,
            String level,
            String product,
            String fileName,
            PortalStack stack)
            throws SQLException {
        var word = Cases.word();
        var ticket = Cases.file(stack.api("harmony", account), "Señal, \"rota\" " + word);
        var answer = Session.login(stack, "harmony", account).get("/harmony/tickets.csv?q=" + word);
        var updated = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone(stack, account))
                .format(Instant.parse(ticket.getString("updatedAt")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''" + fileName);
        assertThat(answer.body())
                .isEqualTo("\uFEFF" + headings + "\r\n" + Cases.number(ticket) + ",\"Señal, \"\"rota\"\" " + word
                        + "\"," + open + "," + level + "," + product + "," + updated + "\r\n");
    }

    @Test
    void filter_keyword_and_order_are_the_lists(PortalStack stack) {
        var api = stack.api("harmony", "acme-en");
        var session = Session.login(stack, "harmony", "acme-en");
        var word = Cases.word();
        var minor = file(api, word, "3");
        var grave = file(api, word, "1");
        var closed = file(api, word, "2");
        assertThat(api.post("/tickets/" + closed + "/close").status()).isEqualTo(200);
        Cases.file(api, "Something else");
        assertThat(numbers(session, "q=" + word)).containsExactly(closed, grave, minor);
        assertThat(numbers(session, "q=" + word + "&sort=severity")).containsExactly(grave, closed, minor);
        assertThat(numbers(session, "status=open&q=" + word)).containsExactly(grave, minor);
        assertThat(numbers(session, "status=closed&q=" + word + "&page=9")).containsExactly(closed);
        assertThat(numbers(session, "")).contains(minor, grave, closed);
    }

    @Test
    void a_subject_is_no_formula(PortalStack stack) {
        var api = stack.api("harmony", "acme-en");
        var word = Cases.word();
        Cases.file(api, "=HYPERLINK(A1) " + word);
        assertThat(Session.login(stack, "harmony", "acme-en")
                        .get("/harmony/tickets.csv?q=" + word)
                        .body())
                .contains(",'=HYPERLINK(A1) " + word + ",");
    }

    @Test
    void nobody_elses_ticket_is_in_it(PortalStack stack) {
        var word = Cases.word();
        Cases.file(stack.api("harmony", "globex-en"), word);
        Cases.file(stack.api("bmc", "initech-en"), word);
        var session = Session.login(stack, "harmony", "acme-en");
        assertThat(session.get("/harmony/tickets.csv?q=" + word).body()).doesNotContain(word);
        assertThat(session.get("/harmony/tickets.csv").body()).doesNotContain(word);
        assertThat(session.get("/bmc/tickets.csv").statusCode()).isEqualTo(303);
        assertThat(Session.anonymous(stack).get("/harmony/tickets.csv").statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoever_asks_for_the_head_alone_gets_no_list(PortalStack stack) {
        HttpResponse<String> answer =
                Session.login(stack, "harmony", "acme-en").send("HEAD", "/harmony/tickets.csv", "", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private static long file(Api api, String subject, String severity) {
        return Cases.number(Cases.file(api, Cases.body(subject).add("severity", severity)));
    }

    private static List<Long> numbers(Session session, String query) {
        return session.get("/harmony/tickets.csv?" + query)
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .map(Long::valueOf)
                .toList();
    }

    private static ZoneId zone(PortalStack stack, String account) throws SQLException {
        try (var all = stack.database().superuser();
                var row = all.createStatement()
                        .executeQuery("select zone from account where tenant_id = 'harmony' and email like '" + account
                                + "@%'")) {
            row.next();
            return ZoneId.of(row.getString(1));
        }
    }
}
