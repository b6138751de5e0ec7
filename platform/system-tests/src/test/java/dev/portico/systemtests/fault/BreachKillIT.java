package dev.portico.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** D3: the portal is killed while it tells of promises that were broken while it was away for three days. */
@ExtendWith(PortalStackExtension.class)
class BreachKillIT {
    private static final int TICKETS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void killed_while_it_tells_of_breaches_the_portal_tells_of_each_once(PortalStack stack) throws SQLException {
        stack.own();
        var api = stack.api("app-builder", "hooli-en");
        var numbers = IntStream.range(0, TICKETS)
                .mapToObj(each -> Cases.number(Cases.file(
                        api,
                        Json.createObjectBuilder()
                                .add("type", "ticket")
                                .add("priority", "critical")
                                .add("environment", "production")
                                .add("application", "production-orders")
                                .add("subject", "Overdue")
                                .add("description", "For three days."))))
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "(", ")"));
        threeDaysPass(stack, numbers);

        Waiting.until(() -> count(stack, breaches(numbers)) > 0, PATIENCE);
        stack.killPortal();
        stack.startPortal();

        assertThat(Waiting.until(() -> count(stack, breaches(numbers)) >= TICKETS, PATIENCE))
                .isTrue();
        assertThat(count(stack, "select count(distinct ticket_number) from (" + breaches(numbers, "*") + ") told"))
                .isEqualTo(TICKETS);
        assertThat(count(stack, breaches(numbers))).isEqualTo(TICKETS);
        assertThat(count(
                        stack,
                        "select count(*) from mail where tenant_id = 'app-builder' and subject like '%overdue%' and"
                                + " ticket_number in " + numbers))
                .as("to the support team, one for each")
                .isEqualTo(TICKETS);
    }

    /** In which nobody looked at the tickets. */
    private static void threeDaysPass(PortalStack stack, String numbers) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute("update ticket set created_at = created_at - interval '3 days' where tenant_id ="
                    + " 'app-builder' and number in " + numbers);
            work.execute("update ticket_clock set look_at = now() where tenant_id = 'app-builder' and ticket_number in "
                    + numbers);
        }
    }

    private static String breaches(String numbers) {
        return breaches(numbers, "count(*)");
    }

    private static String breaches(String numbers, String what) {
        return "select " + what + " from ticket_entry where tenant_id = 'app-builder' and kind = 'SLA_BREACH' and"
                + " ticket_number in " + numbers;
    }

    private static long count(PortalStack stack, String query) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var row = work.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
