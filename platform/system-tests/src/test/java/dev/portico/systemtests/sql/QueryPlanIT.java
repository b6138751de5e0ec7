package dev.portico.systemtests.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.testclient.Statements;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With 100,000 tickets, half of them one customer's, no list reads more rows than it shows. The plans are those of the
 * statements that the pages themselves were seen to run, as the portal's role, with and without known parameters.
 */
@ExtendWith(PortalStackExtension.class)
class QueryPlanIT {
    private static final int PAGE = 25;

    private static PlanData data;
    private static Session customer;
    private static Session agent;

    @BeforeAll
    static void fill(PortalStack stack) throws SQLException {
        customer = Session.login(stack, "harmony", "globex-en");
        agent = Session.login(stack, "staff", "agent");
        data = new PlanData(stack);
        data.fill();
    }

    @AfterAll
    static void empty() throws SQLException {
        data.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "status=open",
        "status=closed",
        "sort=number",
        "sort=severity",
        "status=open&sort=number",
        "status=open&sort=severity",
        "status=closed&sort=number",
        "status=closed&sort=severity",
        "status=archived",
        "status=archived&sort=number",
        "status=archived&sort=severity",
        "scope=organization",
        "scope=organization&status=open",
        "scope=organization&sort=number",
        "scope=organization&sort=severity",
        "scope=organization&status=open&sort=number",
        "scope=organization&status=closed&sort=severity",
        "scope=organization&status=archived"
    })
    void a_list_reads_the_rows_that_it_shows(String query, PortalStack stack) throws SQLException {
        var plan = plan(stack, "/harmony/tickets?" + query, customer);
        assertThat(plan.nodes("Seq Scan")).as(plan.text()).isEmpty();
        assertThat(plan.nodes("Sort")).as(plan.text()).isEmpty();
        assertThat(plan.rows()).as(plan.text()).isEqualTo(PAGE);
        assertThat(plan.rowsRead()).as(plan.text()).isLessThanOrEqualTo(PAGE + 1L);
    }

    /** Where the trigram index finds few it reads those; where many match, the first page is read in order. */
    @ParameterizedTest
    @CsvSource({
        "quetzal,10",
        "quetzal&sort=number,10",
        "quetzal&sort=severity&status=closed,10",
        "quetzal&scope=organization,10"
    })
    void a_search_for_a_rare_word_reads_its_matches(String query, int matches, PortalStack stack) throws SQLException {
        var plan = plan(stack, "/harmony/tickets?q=" + query, customer);
        assertThat(plan.nodes("Seq Scan")).as(plan.text()).isEmpty();
        assertThat(plan.indexes()).as(plan.text()).contains("ticket_search");
        assertThat(plan.rows()).as(plan.text()).isEqualTo(matches);
        assertThat(plan.rowsRead()).as(plan.text()).isLessThanOrEqualTo(11);
    }

    /** The same pass counts what is found, to a limit. */
    @ParameterizedTest
    @CsvSource({"agent", "agent&status=open", "agent&sort=number"})
    void a_search_for_a_frequent_word_reads_in_order_until_enough_is_counted(String query, PortalStack stack)
            throws SQLException {
        var address = "/harmony/tickets?q=" + query;
        var plan = plan(stack, address, customer);
        assertThat(plan.nodes("Seq Scan")).as(plan.text()).isEmpty();
        assertThat(plan.rows()).as(plan.text()).isEqualTo(PAGE);
        // Half of the tickets have the word; those between that have not are passed over.
        assertThat(plan.rowsRead()).as(plan.text()).isLessThanOrEqualTo(8L * PlanData.COUNTED);
        assertThat(customer.get(address).body()).contains("1,000");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "sort=updated",
        "status=closed",
        "status=closed&sort=updated",
        "assignee=me",
        "assignee=me&sort=updated",
        "status=all",
        "status=all&sort=updated",
        "status=archived",
        "status=archived&sort=updated",
        "sort=due",
        "assignee=me&sort=due",
        "status=all&sort=due"
    })
    void the_agents_queue_reads_the_rows_that_it_shows(String query, PortalStack stack) throws SQLException {
        var plan = plan(stack, "/staff/tickets?tenant=harmony&" + query, agent);
        assertThat(plan.nodes("Seq Scan")).as(plan.text()).isEmpty();
        assertThat(plan.nodes("Sort")).as(plan.text()).isEmpty();
        assertThat(plan.rowsRead()).as(plan.text()).isLessThanOrEqualTo(PAGE + 2L);
    }

    private static Plan plan(PortalStack stack, String address, Session session) throws SQLException {
        var statements = new Statements(stack.database()::owner);
        statements.reset();
        assertThat(session.get(address).statusCode()).isEqualTo(200);
        var queries = statements.calls().keySet().stream()
                .filter(query -> isList(query.toUpperCase(Locale.ROOT)))
                .toList();
        assertThat(queries).hasSize(1);
        return Plan.of(stack, queries.get(0), data.parameters(address));
    }

    /** Not what the background looks for meanwhile, which is numbers of tickets and nothing else. */
    private static boolean isList(String query) {
        return query.contains(" FROM TICKET WHERE ")
                && query.contains("LIMIT")
                && !query.startsWith("SELECT NUMBER FROM TICKET ");
    }
}
