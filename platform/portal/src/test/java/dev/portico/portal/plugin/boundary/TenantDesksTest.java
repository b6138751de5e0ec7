package dev.portico.portal.plugin.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Messages;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Desk;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Settings;
import dev.portico.portal.plugin.control.TenantDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantDesksTest {
    @Test
    void ofTwoPluginsWithOneTicketTypeTheFirstByIdHasIt() {
        var plugins = List.of(plugin("second", "case", "other"), plugin("first", "case"));

        assertThat(TenantDesks.withOneDeskOfEachType(plugins).stream().flatMap(plugin -> plugin.desks().stream()))
                .extracting(desk -> desk.desk().pluginId() + " " + desk.type().id())
                .containsExactly("first case", "second other");
    }

    @Test
    void pluginThatLosesItsTypeStaysEnabled() {
        var plugins = List.of(plugin("first", "case"), plugin("second", "case"));

        assertThat(TenantDesks.withOneDeskOfEachType(plugins))
                .extracting(plugin -> plugin.manifest().id())
                .containsExactly("first", "second");
    }

    private static EnabledPlugin plugin(String id, String... types) {
        var manifest = new PluginManifest(
                id,
                "1.0.0",
                "[1.0,2.0)",
                "name",
                "description",
                "Test",
                "MIT",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        var settings = new Settings(Map.of());
        var messages = new Messages(List.of());
        var desks = Stream.of(types)
                .map(type -> new TenantDesk("harmony", desk(id, type), settings, messages))
                .toList();
        return new EnabledPlugin(manifest, 0, new TenantView("harmony", settings), messages, desks);
    }

    private static Desk desk(String plugin, String id) {
        var type = new TicketType(id, "words", "scale", "flow", Optional.empty(), List.of(), List.of());
        var scale = new Scale("scale", "label", List.of());
        return new Desk(plugin, type, scale, new Workflow("flow", "open", List.of(), List.of(), Map.of(), List.of()));
    }
}
