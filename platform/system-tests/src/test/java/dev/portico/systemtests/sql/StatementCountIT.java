package dev.portico.systemtests.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Api;
import dev.portico.testclient.Statements;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement more is a decision, and shows here. Each transaction's first names the tenant and counts as well. */
@ExtendWith(PortalStackExtension.class)
class StatementCountIT {
    private static final int TIMES = 12;
    private static final int MOST_COUNTS = 15;

    private static Session customer;
    private static Session agent;
    private static Api api;
    private static long number;

    @BeforeAll
    static void logIn(PortalStack stack) {
        customer = Session.login(stack, "harmony", "acme-en");
        agent = Session.login(stack, "staff", "agent");
        api = stack.api("harmony", "acme-en");
        number = Cases.number(Cases.file(api, "Counted"));
    }

    @ParameterizedTest
    @CsvSource({
        "/harmony,4", "/harmony/tickets,5", "/harmony/tickets?status=open&sort=severity&page=2,5",
        "/harmony/tickets?q=counted,5", "/harmony/tickets/new?type=case,5", "/harmony/tickets/{number},10",
        "/harmony/settings,4"
    })
    void a_customers_page_takes_at_most(String path, long most, PortalStack stack) throws SQLException {
        var address = path.replace("{number}", Long.toString(number));
        takes(most, stack, () -> assertThat(customer.get(address).statusCode()).isEqualTo(200));
    }

    /** The queue reads each tenant served in a transaction of its own: two statements each. */
    @ParameterizedTest
    @CsvSource({"/staff/tickets,12", "/staff/tickets?q=counted,12", "/staff/harmony/tickets/{number},10"})
    void an_agents_page_takes_at_most(String path, long most, PortalStack stack) throws SQLException {
        var address = path.replace("{number}", Long.toString(number));
        takes(most, stack, () -> assertThat(agent.get(address).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "/tickets,5",
        "/tickets?status=closed&sort=number&page=1,5",
        "/tickets?q=counted,5",
        "/tickets/{number},8",
        "/ticket-types,2"
    })
    void a_call_takes_at_most(String path, long most, PortalStack stack) throws SQLException {
        var address = path.replace("{number}", Long.toString(number));
        takes(most, stack, () -> assertThat(api.get(address).status()).isEqualTo(200));
    }

    /** With its mails, what the worker does to send them, and the tally that the commit writes by itself. */
    @Test
    void filing_a_ticket_takes_at_most(PortalStack stack) throws SQLException {
        takes(20, stack, () -> Cases.file(api, "Counted once more"));
    }

    @Test
    void a_comment_takes_at_most(PortalStack stack) throws SQLException {
        var comment =
                jakarta.json.Json.createObjectBuilder().add("text", "Counted").build();
        takes(15, stack, () -> Cases.created(api.post("/tickets/" + number + "/comments", comment)));
    }

    /** What the background does meanwhile can only add statements, so it is the best of several counts that counts. */
    private static void takes(long most, PortalStack stack, Runnable request) throws SQLException {
        var counted = new Statements(stack.database()::owner).of(request, TIMES);
        for (var again = 0; sum(counted) > most && again < MOST_COUNTS; again++) {
            counted = new Statements(stack.database()::owner).of(request, TIMES);
        }
        var statements = counted;
        assertThat(sum(statements)).as(() -> statements.toString()).isLessThanOrEqualTo(most);
    }

    private static long sum(Map<String, Long> statements) {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }
}
