package dev.portico.portal.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.i18n.Messages;
import dev.portico.plugin.host.Desk;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Settings;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.account.control.OrganizationOptions.Option;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.entity.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be chosen in a menu that an organization fills, and in one that depends on it (D2). */
class DependentChoiceTest {
    private static final String NOT_OFFERED = "ticket.problem.not-offered";
    private static final String REQUIRED = "ticket.problem.required";

    private static final OrganizationOptions HOOLI = new OrganizationOptions(List.of(
            new Option("environments", "production", Optional.empty(), "Production"),
            new Option("environments", "test", Optional.empty(), "Test"),
            new Option("environments", "spare", Optional.empty(), "Spare"),
            new Option("applications", "orders", Optional.of("production"), "Order desk"),
            new Option("applications", "orders-test", Optional.of("test"), "Order desk")));

    @Test
    void applicationOfTheChosenEnvironmentIsTaken() {
        assertThat(check(HOOLI, Map.of("environment", "production", "application", "orders")))
                .isEqualTo(Map.of("environment", "production", "application", "orders"));
    }

    @Test
    void applicationOfAnotherEnvironmentIsRefused() {
        assertThat(problems(HOOLI, Map.of("environment", "production", "application", "orders-test")))
                .isEqualTo(Map.of("application", NOT_OFFERED));
    }

    @Test
    void applicationWithoutAnEnvironmentIsRefused() {
        assertThat(problems(HOOLI, Map.of("application", "orders")))
                .isEqualTo(Map.of("environment", REQUIRED, "application", NOT_OFFERED));
    }

    @Test
    void whatIsOnNoListIsRefusedAsIsWhatIsOnAnother() {
        assertThat(problems(HOOLI, Map.of("environment", "nothing", "application", "orders")))
                .isEqualTo(Map.of("environment", NOT_OFFERED, "application", NOT_OFFERED));
        assertThat(problems(HOOLI, Map.of("environment", "orders", "application", "production")))
                .isEqualTo(Map.of("environment", NOT_OFFERED, "application", NOT_OFFERED));
    }

    @Test
    void environmentAndItsApplicationAreRequired() {
        assertThat(problems(HOOLI, Map.of())).isEqualTo(Map.of("environment", REQUIRED));
        assertThat(problems(HOOLI, Map.of("environment", "production"))).isEqualTo(Map.of("application", REQUIRED));
    }

    @Test
    void nobodyHasToChooseWhereThereIsNothingToChooseFrom() {
        assertThat(check(HOOLI, Map.of("environment", "spare"))).isEqualTo(Map.of("environment", "spare"));
        assertThat(check(OrganizationOptions.NONE, Map.of())).isEmpty();
    }

    @Test
    void nothingOfAnotherOrganizationCanBeChosen() {
        assertThat(problems(OrganizationOptions.NONE, Map.of("environment", "production", "application", "orders")))
                .isEqualTo(Map.of("environment", NOT_OFFERED, "application", NOT_OFFERED));
    }

    private static Map<String, String> check(OrganizationOptions organization, Map<String, String> values) {
        return SubmissionCheck.check(desk(), organization, values, Channel.WEB);
    }

    private static Map<String, String> problems(OrganizationOptions organization, Map<String, String> values) {
        var refused = catchThrowableOfType(PortalException.class, () -> check(organization, values));
        return refused.fields().stream()
                .collect(java.util.stream.Collectors.toMap(FieldProblem::field, FieldProblem::key));
    }

    private static TenantDesk desk() {
        var fields = List.of(
                menu("environment", "environments", Optional.empty()),
                menu("application", "applications", Optional.of("environment")));
        var type = new TicketType("ticket", "ticket", "scale", "flow", Optional.empty(), fields, List.of());
        var workflow = new Workflow("flow", "open", List.of(), List.of(), Map.of(), List.of());
        return new TenantDesk(
                "tenant",
                new Desk("desk", type, new Scale("scale", "scale", List.of()), workflow),
                new Settings(Map.of()),
                new Messages(List.of()));
    }

    private static Field menu(String id, String list, Optional<String> dependsOn) {
        return new Field(
                id, Field.Kind.CHOICE, id, Optional.empty(), true, 0, Optional.empty(), Optional.of(list), dependsOn);
    }
}
