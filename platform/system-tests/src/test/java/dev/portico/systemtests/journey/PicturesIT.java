package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.CasePage;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.page.NewCasePage;
import dev.portico.systemtests.page.StaffCasePage;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes the pictures of the documentation on a fresh stack:
 * {@code mvn -pl platform/system-tests verify -Dit.test=PicturesIT -Dportico.screenshots=../docs/images}.
 */
@EnabledIfSystemProperty(named = "portico.screenshots", matches = ".+")
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class PicturesIT {
    private final Path folder = Path.of(System.getProperty("portico.screenshots", ""));

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    void pictures_of_the_main_pages(Language language, Visitors visitors, PortalStack stack) {
        var customer = visitors.open(new Look(language, Look.DESKTOP));
        take(customer.go("/harmony"), "landing");
        customer.goAs(language.acme(), "/harmony/tickets");
        fileSome(stack, language);
        var theCase = converse(customer, visitors);

        take(customer.go("/harmony/tickets"), "list");
        takeDark(customer, "list");
        take(customer.go("/harmony/tickets/" + theCase.number()), "case");
        takeDark(customer, "case");
        customer.go("/harmony/tickets/new");
        new NewCasePage(customer)
                .fill(
                        customer.say("Orders no longer reach the warehouse", "Los pedidos ya no llegan al almacén"),
                        customer.say(
                                "Since this morning the operation ends without an error, but nothing is written.",
                                "Desde esta mañana la operación termina sin errores, pero no se escribe nada."))
                .choose("operation-log.txt", "10:02 started")
                .awaitUploads(1)
                .awaitDraft();
        take(customer, "new");
        customer.page().setViewportSize(Look.PHONE, 740);
        take(customer.go("/harmony/tickets"), "list-phone");
        take(customer.go("/harmony/tickets/" + theCase.number()), "case-phone");
        queue(visitors, language);
    }

    private static void fileSome(PortalStack stack, Language language) {
        Cases.close(
                stack,
                language,
                Cases.file(
                        stack,
                        language,
                        language.say("How do I rotate an API key?", "¿Cómo cambio una clave de API?")));
        Cases.file(
                stack,
                language,
                language.say("Salesforce connector times out", "El conector de Salesforce agota el tiempo"));
        Cases.file(
                stack,
                language,
                language.say("Production Down: no orders since 9:00", "Producción caída: sin pedidos desde las 9:00"));
        Cases.file(stack, language, language.say("Question about private agents", "Consulta sobre agentes privados"));
    }

    private CasePage converse(Visitor customer, Visitors visitors) {
        customer.go("/harmony/tickets/new");
        var theCase = new NewCasePage(customer)
                .fill(
                        customer.say(
                                "Invoice sync stops after 200 rows",
                                "La sincronización de facturas se detiene tras 200 filas"),
                        customer.say(
                                "The nightly operation **Invoices to SAP** stops after 200 rows.\n\n- It began on Monday.\n- No error in the log.",
                                "La operación nocturna **Facturas a SAP** se detiene tras 200 filas.\n\n- Comenzó el lunes.\n- No hay errores en el registro."))
                .choose("invoices-log.txt", "row 200")
                .awaitUploads(1)
                .submit();
        var agent = visitors.open(new Look(customer.language(), Look.DESKTOP)).goAs("agent", "/staff/tickets");
        new StaffCasePage(agent.go("/staff/harmony/tickets/" + theCase.number()))
                .reply(
                        customer.say(
                                "Thank you for the log. Which version does your agent run? You find it under Management Console → Agents.",
                                "Gracias por el registro. ¿Qué versión usa tu agente? La encuentras en Consola de administración → Agentes."));
        customer.page().reload();
        theCase.comment(customer.say("It is version 11.38.", "Es la versión 11.38."));
        return theCase;
    }

    private void queue(Visitors visitors, Language language) {
        var agent = visitors.open(new Look(language, Look.DESKTOP)).goAs("agent", "/staff/tickets");
        var choice = new LanguageSwitch(agent);
        choice.choose(language);
        take(agent, "queue");
        choice.choose(Language.ENGLISH);
    }

    private void takeDark(Visitor visitor, String name) {
        visitor.prefer(ColorScheme.DARK);
        take(visitor, name + "-dark");
        visitor.prefer(ColorScheme.LIGHT);
    }

    private void take(Visitor visitor, String name) {
        assertThat(visitor.page().locator("main")).isVisible();
        visitor.page().evaluate("() => scrollTo(0, 0)");
        new PageCheck(visitor).awaitColours();
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + "-" + visitor.language().tag() + ".png")));
    }
}
