package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is said in a problem document, and never by a page or a redirect to one. */
@ExtendWith(PortalStackExtension.class)
class ProblemIT {
    private static final String TICKETS = "/harmony/api/v1/tickets";

    @ParameterizedTest
    @CsvSource({
        "GET,/tickets",
        "POST,/tickets",
        "GET,/tickets/1001",
        "POST,/tickets/1001/comments",
        "POST,/tickets/1001/close",
        "POST,/tickets/1001/attachments",
        "GET,/tickets/1001/attachments/x",
        "GET,/ticket-types",
        "GET,/nothing",
        "DELETE,/tickets"
    })
    void without_a_token_every_address_asks_for_one(String method, String path, PortalStack stack) {
        var answer = stack.anonymous().send(method, "/harmony/api/v1" + path, BodyPublishers.noBody());
        Problem.of(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer realm=\"harmony\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer x", "Bearer", "Bearer a.b.c", "Basic YTpi", "bearer ", "Bearer eyJhbGciOiJub25lIn0.e30."
            })
    void a_token_that_is_none_is_refused(String authorization, PortalStack stack) {
        Problem.of(stack.anonymous().with("Authorization", authorization).get(TICKETS), 401);
    }

    @Test
    void a_token_with_one_character_changed_is_refused(PortalStack stack) {
        var token = stack.token("harmony", "acme-en");
        var middle = token.indexOf('.') + 20;
        var changed =
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
        Problem.of(stack.anonymous().with("Authorization", "Bearer " + changed).get(TICKETS), 401);
        assertThat(stack.anonymous()
                        .with("Authorization", "Bearer " + token)
                        .get(TICKETS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_refusal_is_in_the_callers_language(PortalStack stack) {
        var english = Problem.of(stack.anonymous().with("Accept-Language", "en").get(TICKETS), 401);
        var answer = stack.anonymous().with("Accept-Language", "es-AR,es;q=0.9").get(TICKETS);
        assertThat(Problem.of(answer, 401).detail()).isNotEqualTo(english.detail());
        assertThat(answer.header("Content-Language")).hasValue("es");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/tickets/999999999,404", "GET,/tickets/abc,404", "GET,/tickets/0,404",
                "GET,/tickets/999999999999999999999,404",
        "GET,/nothing,404", "GET,/tickets/1/attachments/%C3%A1,404", "GET,/application.wadl,404", "GET,'',404",
        "POST,/tickets/999999999/close,404", "PATCH,/tickets,405", "DELETE,/tickets/1001,405", "PUT,/ticket-types,405",
        "POST,/ticket-types,405"
    })
    void an_address_or_method_that_leads_nowhere_is_a_problem(
            String method, String path, int status, PortalStack stack) {
        Problem.of(stack.api("harmony", "acme-en").send(method, path, BodyPublishers.noBody()), status);
    }

    @Test
    void a_method_that_is_not_there_is_answered_with_those_that_are(PortalStack stack) {
        var answer = stack.api("harmony", "acme-en").send("PATCH", "/tickets", BodyPublishers.noBody());
        Problem.of(answer, 405);
        assertThat(answer.header("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
    }

    @Test
    void a_caller_who_reads_no_json_is_told(PortalStack stack) {
        Problem.of(stack.api("harmony", "acme-en").with("Accept", "text/html").get("/tickets"), 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere/api/v1/tickets", "/api/v1/tickets", "/harmony/api/v2/tickets", "/staff/api/v2/plugins"
            })
    void an_api_that_is_none_is_a_problem_as_well(String path, PortalStack stack) {
        Problem.of(stack.anonymous().get(path), 404);
    }

    @Test
    void a_multipart_body_that_is_none_is_refused(PortalStack stack) {
        var api = stack.api("harmony", "acme-en");
        var path = "/tickets/" + Cases.number(Cases.file(api, "Parts")) + "/attachments";
        var body = BodyPublishers.ofString("no parts");
        Problem.of(api.with("Content-Type", "multipart/form-data").send("POST", path, body), 400);
        Problem.of(api.with("Content-Type", "multipart/form-data; boundary=b").send("POST", path, body), 400);
        Problem.of(api.with("Content-Type", "application/json").send("POST", path, body), 415);
        var other = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n";
        var answer = api.with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", path, BodyPublishers.ofString(other));
        assertThat(Problem.of(answer, 422).errors()).containsOnlyKeys("file");
    }
}
