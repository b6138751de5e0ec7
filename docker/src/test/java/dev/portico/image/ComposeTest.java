package dev.portico.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be known of the compose file without an engine. */
class ComposeTest {
    private static final Pattern MADE = Pattern.compile("^for name in (.+); do|^make (\\w+)", Pattern.MULTILINE);
    private static final Pattern SECRET_OF_KEYCLOAK = Pattern.compile("\\$secrets/(\\w+)");

    private final Map<String, Object> file = load();

    private static Map<String, Object> load() {
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
            return map(new Load(settings).loadFromString(Files.readString(Path.of("compose.yaml"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatever_a_service_names_is_declared() {
        services().forEach((name, service) -> {
            assertThat(keys(file, "secrets")).as(name).containsAll(strings(service.get("secrets")));
            assertThat(keys(file, "networks")).as(name).containsAll(names(service.get("networks")));
            assertThat(services().keySet()).as(name).containsAll(names(service.get("depends_on")));
            for (var volume : strings(service.get("volumes"))) {
                var source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith(".")) {
                    assertThat(Path.of(source)).as(name).exists();
                } else {
                    assertThat(keys(file, "volumes")).as(name).contains(source);
                }
            }
        });
    }

    @Test
    void a_service_waits_until_what_it_needs_is_healthy() {
        services().forEach((name, service) -> map(service.get("depends_on")).forEach((other, how) -> {
            assertThat(map(how)).as(name).containsEntry("condition", "service_healthy");
            assertThat(services().get(other)).as(name).containsKey("healthcheck");
        }));
    }

    @Test
    void every_declared_secret_is_made_by_the_script() throws IOException {
        var made = new TreeSet<String>();
        MADE.matcher(Files.readString(Path.of("secrets.sh")))
                .results()
                .forEach(result ->
                        made.addAll(List.of((result.group(1) == null ? result.group(2) : result.group(1)).split(" "))));
        assertThat(keys(file, "secrets")).containsExactlyInAnyOrderElementsOf(made);
        map(file.get("secrets"))
                .forEach((name, secret) -> assertThat(map(secret)).containsEntry("file", "./secrets/" + name));
    }

    @Test
    void a_secret_that_a_service_reads_is_mounted_and_none_is_a_plain_value() throws IOException {
        services().forEach((name, service) -> map(service.get("environment")).forEach((variable, value) -> {
            if (variable.endsWith("_FILE")) {
                assertThat(value.toString()).startsWith("/run/secrets/");
                assertThat(strings(service.get("secrets")))
                        .as(name)
                        .contains(value.toString().substring("/run/secrets/".length()));
            } else {
                assertThat(variable).as(name).doesNotContain("PASSWORD", "SECRET", "KEY_", "TOKEN");
            }
        }));
        var read = SECRET_OF_KEYCLOAK
                .matcher(Files.readString(Path.of("keycloak.sh")))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(strings(service("keycloak").get("secrets"))).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void the_portal_may_do_nothing_that_it_need_not() {
        assertThat(service("portal"))
                .containsEntry("read_only", true)
                .containsEntry("user", Container.USER + ":" + Container.USER)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKeys("mem_limit", "pids_limit", "tmpfs", "healthcheck", "stop_grace_period");
    }

    @Test
    void the_database_is_reached_from_inside_only() {
        assertThat(service("database")).doesNotContainKey("ports");
        assertThat(names(service("database").get("networks"))).containsExactly("inside");
        assertThat(map(map(file.get("networks")).get("inside"))).containsEntry("internal", true);
        services().forEach((name, service) -> assertThat(strings(service.get("ports")))
                .as(name)
                .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    /** Else a token's issuer is not the one that the portal knows, or the logout does not reach the portal. */
    @Test
    void browser_and_containers_use_the_same_addresses() {
        for (var server : List.of("portal", "keycloak")) {
            var variable = server.equals("portal") ? "PORTICO_PUBLIC_URL" : "PORTICO_KEYCLOAK_URL";
            var address = java.net.URI.create(environment("portal").get(variable));
            assertThat(environment("keycloak")).containsEntry(variable, address.toString());
            var outside = map(map(service(server).get("networks")).get("outside"));
            assertThat(strings(outside.get("aliases"))).contains(address.getHost());
            assertThat(strings(service(server).get("ports")))
                    .containsExactly("127.0.0.1:" + address.getPort() + ":" + address.getPort());
        }
    }

    @Test
    void the_portals_settings_are_settings_that_there_are() {
        var known = new TreeSet<>(Settings.documented());
        known.addAll(Settings.documented().stream().map(name -> name + "_FILE").toList());
        assertThat(known).containsAll(environment("portal").keySet());
    }

    private Map<String, String> environment(String service) {
        var variables = new TreeMap<String, String>();
        map(service(service).get("environment")).forEach((name, value) -> variables.put(name, value.toString()));
        return variables;
    }

    private Map<String, Object> service(String name) {
        return services().get(name);
    }

    private Map<String, Map<String, Object>> services() {
        var services = new TreeMap<String, Map<String, Object>>();
        map(file.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    private static List<String> keys(Map<String, Object> file, String section) {
        return List.copyOf(map(file.get(section)).keySet());
    }

    /** Of a list, or of a mapping. */
    private static List<String> names(Object section) {
        return section instanceof List
                ? strings(section)
                : List.copyOf(map(section).keySet());
    }

    private static List<String> strings(Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static Map<String, Object> map(Object section) {
        var map = new TreeMap<String, Object>();
        if (section instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> map.put(name.toString(), value == null ? Map.of() : value));
        }
        return map;
    }
}
