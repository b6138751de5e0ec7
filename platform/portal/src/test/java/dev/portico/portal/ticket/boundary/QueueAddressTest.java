package dev.portico.portal.ticket.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueAddressTest {
    private static final List<String> SERVED = List.of("harmony", "bmc");

    @Test
    void theBareAddressShowsWhatIsOpenInTheOrderOfUrgency() {
        var address = read(Map.of());
        assertThat(address.query("agent").filter()).isEqualTo(Filter.OPEN);
        assertThat(address.query("agent").sort()).isEqualTo(Sort.QUEUE);
        assertThat(address.query("agent").assignee()).isEmpty();
        assertThat(address.href()).isEqualTo("/staff/tickets");
    }

    @Test
    void everythingChosenStandsInTheAddress() {
        var parameters = Map.of(
                "status", "closed", "assignee", "me", "tenant", "bmc", "q", "a&b", "sort", "updated", "page", "3");
        var address = read(parameters);
        assertThat(address.href())
                .isEqualTo("/staff/tickets?status=closed&assignee=me&tenant=bmc&q=a%26b&sort=updated&page=3");
        assertThat(address.query("agent").assignee()).contains("agent");
        assertThat(address.query("agent").page()).isEqualTo(2);
    }

    @Test
    void ordersOtherThanTheQueuesOwnAreReadFromItsIndexes() {
        assertThat(read(Map.of("sort", "due")).query("agent").sort()).isEqualTo(Sort.DUE);
        assertThat(read(Map.of("sort", "due")).href()).isEqualTo("/staff/tickets?sort=due");
        assertThat(read(Map.of("sort", "number")).query("agent").sort()).isEqualTo(Sort.QUEUE);
    }

    @Test
    void aTenantThatIsNotServedNarrowsNothingDown() {
        assertThat(read(Map.of("tenant", "legacy")).tenant()).isEmpty();
    }

    @Test
    void pagesEndWhereMergingWouldCostTooMuch() {
        assertThat(read(Map.of("page", "99999")).page()).isEqualTo(QueueAddress.LAST_PAGE);
        assertThat(read(Map.of("page", "-1")).page()).isZero();
    }

    @Test
    void anotherViewBeginsAtItsFirstPage() {
        assertThat(read(Map.of("page", "3", "q", "sap")).view(Filter.OPEN, true))
                .isEqualTo("/staff/tickets?assignee=me&q=sap");
    }

    @Test
    void theWayBackFindsTheQueueAsItWasLeft() {
        assertThat(read(Map.of("q", "sap")).asReturn()).isEqualTo("?list=%3Fq%3Dsap");
        assertThat(read(Map.of()).asReturn()).isEmpty();
    }

    private static QueueAddress read(Map<String, String> parameters) {
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                QueueAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> parameters.get(args[0]));
        return QueueAddress.of("/staff/tickets", request, SERVED);
    }
}
