package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.NewCasePage;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong while somebody fills in a form: nothing typed is lost, nothing is made twice. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class FormIT {
    private static final String NEW = "/harmony/tickets/new";
    private static final String TEXT = "First line\n  second & <third> line ñ";
    private static final String SUBMIT_TWICE = """
            async (form) => {
                const send = () => {
                    const values = new FormData(form, form.querySelector("#submit"));
                    return fetch(form.action, { method: "POST", body: new URLSearchParams(values) });
                };
                await Promise.all([send(), send()]);
            }""";

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void an_incomplete_form_says_what_is_missing_leads_there_and_keeps_the_rest(Look look, Visitors visitors) {
        var customer = visitors.open(look).goAs(look.language().acme(), NEW);
        var form = new NewCasePage(customer);
        form.product().selectOption("");
        form.subject().fill("");
        form.description().fill(TEXT);
        form.submitButton().click();

        assertThat(form.errorSummary()).isFocused();
        assertThat(form.errorSummary().getByRole(AriaRole.LINK)).hasCount(3);
        assertThat(form.description()).hasValue(TEXT);
        assertThat(form.subject()).hasAttribute("aria-invalid", "true");
        form.errorSummary()
                .getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions()
                        .setHasText(customer.say("Subject", "Asunto")))
                .click();
        assertThat(form.subject()).isFocused();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void a_draft_survives_a_reload_with_its_files(Look look, Visitors visitors) {
        var subject = "Draft " + UUID.randomUUID();
        var customer = visitors.open(look).goAs(look.language().acme(), NEW);
        var form = new NewCasePage(customer)
                .fill(subject, TEXT)
                .paste("pasted.txt", "from the clipboard")
                .awaitUploads(1)
                .awaitDraft();
        customer.page().reload();
        assertFilled(form, subject);
        form.awaitUploads(1);
        assertThat(form.submit().attachments()).hasCount(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void a_session_that_ends_in_the_middle_of_a_form_loses_nothing_and_files_nothing_twice(
            Look look, Visitors visitors, PortalStack stack) {
        var subject = "Session " + UUID.randomUUID();
        var customer = visitors.open(look).goAs(look.language().acme(), NEW);
        var form = new NewCasePage(customer).fill(subject, TEXT);
        customer.forgetLogin();
        // The draft that is saved while typing needs a login as well, and its failure is shown, not hidden.
        customer.expectTrouble("/drafts/");
        form.submitButton().click();
        customer.login(look.language().acme());

        assertThat(customer.path()).startsWith(NEW);
        assertFilled(form, subject);
        assertThat(customer.page().locator(".callout").first()).isVisible();
        assertThat(filed(stack, look.language(), subject)).isZero();
        form.submit();
        assertThat(filed(stack, look.language(), subject)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void a_double_click_on_submit_files_one_case(Look look, Visitors visitors, PortalStack stack) {
        var subject = "Double " + UUID.randomUUID();
        var customer = visitors.open(look).goAs(look.language().acme(), NEW);
        var form = new NewCasePage(customer).fill(subject, TEXT);
        form.submitButton().dblclick();
        dev.portico.systemtests.page.CasePage.opened(customer);
        assertThat(filed(stack, look.language(), subject)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void a_form_sent_twice_at_once_past_our_scripts_files_one_case(Look look, Visitors visitors, PortalStack stack) {
        var subject = "Twice " + UUID.randomUUID();
        var customer = visitors.open(look).goAs(look.language().acme(), NEW);
        new NewCasePage(customer).fill(subject, TEXT);
        customer.page().locator("form#new").evaluate(SUBMIT_TWICE);
        assertThat(filed(stack, look.language(), subject)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void a_tampered_view_state_is_explained_and_loses_nothing(Look look, Visitors visitors, PortalStack stack) {
        var subject = "Tampered " + UUID.randomUUID();
        var customer = visitors.open(look).goAs(look.language().acme(), NEW);
        var form = new NewCasePage(customer).fill(subject, TEXT);
        tamper(customer);
        form.submitButton().click();

        assertThat(customer.page().locator(".callout").first())
                .containsText(customer.say("had been open for too long", "abierta demasiado tiempo"));
        assertFilled(form, subject);
        assertThat(filed(stack, look.language(), subject)).isZero();
        form.submit();
        assertThat(filed(stack, look.language(), subject)).isEqualTo(1);
    }

    private static void tamper(Visitor customer) {
        customer.page()
                .locator("form#new input[name='jakarta.faces.ViewState']")
                .evaluate("(field) => { field.value = '-1234567890:9876543210'; }");
    }

    private static void assertFilled(NewCasePage form, String subject) {
        assertThat(form.subject()).hasValue(subject);
        assertThat(form.description()).hasValue(TEXT);
        assertThat(form.product()).hasValue("integration-studio");
        assertThat(form.severity(2)).isChecked();
    }

    private static int filed(PortalStack stack, Language language, String subject) {
        var id = subject.substring(subject.indexOf(' ') + 1);
        return stack.api("harmony", language.acme())
                .get("/tickets?status=all&q=" + id)
                .object()
                .getInt("total");
    }
}
