package dev.portico.systemtests.plugin;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plugin whose news a tenant's administrator types into its settings. The part of an id before the hyphen is the topic.
 * It forgets that its news was taken, as one whose transaction was lost would: it has all of it each time it is asked.
 */
final class NewsPlugin {
    static final String ID = "wire";

    private NewsPlugin() {}

    static byte[] signed(Publisher publisher, Path folder) {
        var text = Json.createObjectBuilder().add("label", "wire").add("description", "d");
        var plugin = new TestPlugin()
                .id(ID)
                .message("wire", "The wire", "El cable")
                .message("api", "Interfaces", "Interfaces de programación")
                .message("web", "Web pages", "Páginas web")
                .patch(patch -> patch.add(
                                "/capabilities",
                                Json.createArrayBuilder().add("mail").build())
                        .add("/news", text.build())
                        .add(
                                "/settings/-",
                                Json.createObjectBuilder()
                                        .add("id", "news")
                                        .add("type", "options")
                                        .add("label", "l")
                                        .build()))
                .type("plug.Wire", """
                        package plug;
                        import dev.portico.plugin.TenantView;
                        import dev.portico.plugin.manifest.Tone;
                        import dev.portico.plugin.news.*;
                        import dev.portico.plugin.text.Text;
                        import dev.portico.plugin.web.Address;
                        import java.time.Instant;
                        import java.util.*;
                        public class Wire implements NewsSource {
                            public List<Topic> topics(TenantView tenant) {
                                return List.of(topic("api"), topic("web"));
                            }
                            private static Topic topic(String id) {
                                return new Topic(id, Text.of(id), Optional.empty());
                            }
                            public List<News> pending(TenantView tenant) {
                                return tenant.settings().options("news").stream()
                                        .map(one -> new News(
                                                one.id(),
                                                Instant.now(),
                                                Set.of(one.id().split("-")[0]),
                                                Tone.CRITICAL,
                                                new Text.Written(
                                                        one.label(Locale.ENGLISH),
                                                        Locale.ENGLISH,
                                                        Map.of(new Locale("es"), one.label(new Locale("es")))),
                                                Text.written("All of it."),
                                                Address.tenant("/tickets"),
                                                Optional.empty()))
                                        .toList();
                            }
                            public int taken(TenantView tenant, Set<String> ids) {
                                return 0;
                            }
                        }
                        """)
                .file("META-INF/extensions.idx", "# a comment\nplug.Wire\n");
        try {
            return Files.readAllBytes(publisher.sign(plugin.writeTo(Files.createTempFile(folder, "plugin", ".jar"))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
