package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.CaseListPage;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class SearchIT {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void a_keyword_finds_subjects_whatever_their_case_and_accents(Look look, Visitors visitors, PortalStack stack) {
        var id = UUID.randomUUID().toString();
        var number = Cases.file(stack, look.language(), "Conexión rechazada en Ñuñoa " + id);
        var other = Cases.file(stack, look.language(), "Something else " + id);
        var customer = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets");
        var list = new CaseListPage(customer);
        list.search("CONEXION rechazada en nunoa " + id);
        assertThat(list.row(number)).isVisible();
        assertThat(list.row(other)).hasCount(0);

        list.search("nothing has this " + id);
        assertThat(customer.page().locator(".blank-slate"))
                .containsText(customer.say("No case has this keyword", "Ningún caso tiene esta palabra clave"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void a_closed_case_is_listed_among_the_closed_and_not_among_the_open(
            Look look, Visitors visitors, PortalStack stack) {
        var id = UUID.randomUUID().toString();
        var number = Cases.file(stack, look.language(), "Filter " + id);
        Cases.close(stack, look.language(), number);
        var customer = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets?status=closed&q=" + id);
        var list = new CaseListPage(customer);
        assertThat(list.row(number)).containsText(customer.say("Closed", "Cerrado"));
        list.filter(customer.say("Open", "Abiertos"));
        assertThat(list.row(number)).hasCount(0);
        list.filter(customer.say("All", "Todos"));
        assertThat(list.row(number)).isVisible();
        assertThat(customer.path()).contains(id);
    }
}
