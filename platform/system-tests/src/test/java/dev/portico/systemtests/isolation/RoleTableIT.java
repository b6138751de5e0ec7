package dev.portico.systemtests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.web.Area;
import dev.portico.portal.web.Route;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.RoleTable.Person;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Accounts.Account;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every address there is, asked as everybody there is, answers as the documentation's table says. */
@ExtendWith(PortalStackExtension.class)
class RoleTableIT {
    private static final String TENANT = "harmony";

    /** Plugins' own addresses; the demonstration has none for customers or agents alone. */
    private static final Map<Route, Optional<String>> EXTENSIONS = Map.of(
            Route.EXTENSION, Optional.of("/harmony/status"),
            Route.ADMIN_EXTENSION, Optional.of("/staff/harmony/status"),
            Route.CUSTOMER_EXTENSION, Optional.empty(),
            Route.STAFF_EXTENSION, Optional.empty());

    /** What takes files. */
    private static final Set<String> FORMS =
            Set.of("POST /staff/api/v1/plugins", "POST /{tenant}/api/v1/tickets/{number}/attachments");

    /** OpenAPI has one operation for an address and method, and this one takes two kinds of body. */
    private static final List<String> UNDESCRIBED = List.of("POST /staff/api/v1/publishers");

    private static final Map<Person, Account> ACCOUNTS = new EnumMap<>(Person.class);
    private static RoleTable table;
    private static Accounts accounts;

    @BeforeAll
    static void invite(PortalStack stack) throws SQLException {
        table = RoleTable.read();
        accounts = new Accounts(stack.keycloakUrl(), stack.keycloakAdminPassword());
        ACCOUNTS.put(Person.CUSTOMER, accounts.create(TENANT, "en"));
        ACCOUNTS.put(Person.CONTACT_MANAGER, accounts.create(TENANT, "en"));
        ACCOUNTS.put(Person.AGENT, accounts.createStaff("agent", TENANT));
        ACCOUNTS.put(Person.CSM, accounts.createStaff("csm", TENANT));
        ACCOUNTS.put(Person.TENANT_ADMINISTRATOR, accounts.createStaff("admin", TENANT));
        ACCOUNTS.put(Person.PLATFORM_ADMINISTRATOR, accounts.createStaff("platform-admin", TENANT));
        manage(stack, ACCOUNTS.get(Person.CONTACT_MANAGER));
    }

    private static void manage(PortalStack stack, Account account) throws SQLException {
        login(stack, account);
        try (var all = stack.database().superuser();
                var update = all.prepareStatement(
                        "update account set contact_manager = true where tenant_id = ? and realm_subject = ?")) {
            update.setString(1, account.realm());
            update.setString(2, account.id());
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @AfterAll
    static void remove() {
        accounts.close();
    }

    private static Session login(PortalStack stack, Account account) {
        return Session.login(stack, account.realm(), account.name());
    }

    @Test
    void the_table_has_every_route() {
        assertThat(table.addresses().stream().filter(address -> !address.contains("/api/v1/")))
                .containsExactlyInAnyOrderElementsOf(
                        routes().map(RoleTableIT::address).toList());
    }

    @Test
    void the_table_has_every_operation_of_the_rest_interface(PortalStack stack) {
        assertThat(table.addresses().stream().filter(address -> address.contains("/api/v1/")))
                .containsExactlyInAnyOrderElementsOf(operations(stack));
    }

    @ParameterizedTest
    @EnumSource
    void pages_answer_as_the_table_says(Person person, PortalStack stack) {
        var session = Optional.ofNullable(ACCOUNTS.get(person))
                .map(account -> login(stack, account))
                .orElseGet(() -> Session.anonymous(stack));
        var different = new ArrayList<String>();
        for (var route : routes().sorted(RoleTableIT::logoutLast).toList()) {
            sample(route).ifPresent(path -> {
                var open = table.admits(address(route), Person.VISITOR);
                var answer = session.send(method(route), path, "", Map.of());
                if (admitted(answer, open) != table.admits(address(route), person)) {
                    different.add(address(route) + ": " + answer.statusCode());
                }
            });
        }
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_rest_interface_answers_as_the_table_says(Person person, PortalStack stack) {
        var api = Optional.ofNullable(ACCOUNTS.get(person))
                .map(account -> stack.anonymous()
                        .with("Authorization", "Bearer " + stack.token(account.realm(), account.name())))
                .orElseGet(stack::anonymous);
        var different = new ArrayList<String>();
        for (var operation : operations(stack)) {
            var parts = operation.split(" ");
            var type = FORMS.contains(operation) ? "multipart/form-data; boundary=x" : "application/json";
            var answer = api.with("Content-Type", type).send(parts[0], filled(parts[1]), BodyPublishers.ofString(""));
            if (!Set.of(401, 403).contains(answer.status()) != table.admits(operation, person)) {
                different.add(operation + ": " + answer.status());
            }
        }
        assertThat(different).isEmpty();
    }

    private static Stream<Route> routes() {
        return Arrays.stream(Route.values()).filter(route -> route.kind() != Route.Kind.API);
    }

    /** As the document writes it. */
    private static String address(Route route) {
        var path = prefix(route.area()) + route.template();
        var whole = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return EXTENSIONS.containsKey(route) ? whole + " " + audience(route) : whole;
    }

    private static String audience(Route route) {
        return route.access().name().toLowerCase(Locale.ROOT);
    }

    private static String prefix(Area area) {
        return switch (area) {
            case ROOT -> "/";
            case TENANT -> "/{tenant}/";
            case STAFF -> "/staff/";
            case STAFF_TENANT -> "/staff/{tenant}/";
        };
    }

    private static Optional<String> sample(Route route) {
        return EXTENSIONS.getOrDefault(route, Optional.of(filled(address(route))));
    }

    private static String filled(String address) {
        return address.replace("{tenant}", TENANT)
                .replace("{number}", "999999999")
                .replace("{digest}", "0".repeat(64))
                .replace("{id}", "absent")
                .replace("{token}", "absent")
                .replace("{form}", "absent")
                .replace("**", "absent");
    }

    private static String method(Route route) {
        return Stream.of("GET", "POST", "PUT", "DELETE")
                .filter(route.methods()::contains)
                .findFirst()
                .orElseThrow();
    }

    private static int logoutLast(Route one, Route other) {
        return Boolean.compare(one.template().equals("logout"), other.template().equals("logout"));
    }

    /** @param open whether visitors are let in, to be sent to the login for once because they asked for it */
    private static boolean admitted(HttpResponse<String> answer, boolean open) {
        var toLogin = answer.headers()
                .firstValue("Location")
                .filter(location -> location.contains("/protocol/openid-connect/auth"))
                .isPresent();
        return !Set.of(401, 403).contains(answer.statusCode()) && (open || !toLogin);
    }

    private static List<String> operations(PortalStack stack) {
        var paths = stack.anonymous()
                .with("Accept", "application/json")
                .get("/openapi")
                .object()
                .getJsonObject("paths");
        return Stream.concat(
                        paths.entrySet().stream()
                                .flatMap(path -> operations(
                                        path.getKey(), path.getValue().asJsonObject())),
                        UNDESCRIBED.stream())
                .toList();
    }

    private static Stream<String> operations(String path, JsonObject item) {
        var area = item.containsKey("servers") ? "/staff" : "/{tenant}";
        return Stream.of("get", "post", "put", "patch", "delete")
                .filter(item::containsKey)
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + area + path);
    }
}
