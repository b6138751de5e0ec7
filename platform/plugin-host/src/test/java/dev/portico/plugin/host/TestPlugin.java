package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin made for one test: a small manifest that is in order, what the test changes of it, and compiled classes. */
public final class TestPlugin {
    private static final String MANIFEST = """
            {
              "id": "desk", "version": "1.2.3", "api": "[1.0,2.0)", "name": "n", "description": "d",
              "provider": "Test", "license": "MIT",
              "scales": [{"id": "scale", "label": "l", "levels": [
                {"id": "high", "label": "l", "description": "d", "tone": "critical"},
                {"id": "low", "label": "l", "description": "d", "tone": "neutral"}]}],
              "workflows": [{"id": "flow", "initial": "open",
                "statuses": [
                  {"id": "open", "label": "l", "category": "new", "tone": "notice"},
                  {"id": "waiting", "label": "l", "category": "waiting-on-customer", "tone": "warning"},
                  {"id": "closed", "label": "l", "category": "closed", "tone": "neutral"}],
                "transitions": [{"from": ["open"], "to": "closed", "roles": ["customer", "contact-manager"]}],
                "automatic": {"agent-replied": {"open": "waiting"}}}],
              "ticketTypes": [{"id": "case", "words": "case", "scale": "scale", "workflow": "flow", "warning": "w",
                "fields": [
                  {"id": "subject", "kind": "subject", "label": "l", "required": true, "maxLength": 100},
                  {"id": "description", "kind": "description", "label": "l", "help": "h", "required": true, "maxLength": 1000},
                  {"id": "product", "kind": "product", "label": "l", "options": "products"}],
                "notifications": [
                  {"event": "created", "to": "requester", "template": "m"},
                  {"event": "created", "to": "setting:team", "template": "m"},
                  {"event": "assigned", "to": "assignee", "template": "m"}],
                "sla": [{"metric": "first-response", "warnAtPercent": 75, "pausedIn": ["waiting"], "targets": [
                  {"level": "high", "amount": 2, "unit": "hours"},
                  {"level": "low", "amount": 1, "unit": "business-days"}]}]}],
              "helpWays": [
                {"id": "cases", "kind": "tickets", "label": "l", "text": "t", "ticketType": "case"},
                {"id": "web", "kind": "link", "label": "l", "text": "t", "setting": "web"}],
              "settings": [
                {"id": "products", "type": "options", "label": "l", "default": [{"id": "a", "labels": {"en": "A"}}]},
                {"id": "team", "type": "emails", "label": "l"},
                {"id": "web", "type": "url", "label": "l"}]
            }
            """;

    private final Map<String, byte[]> files = new TreeMap<>();

    public TestPlugin() {
        file("META-INF/portico/plugin.json", MANIFEST);
        var messages = messages();
        file("META-INF/portico/messages_en.properties", messages);
        file("META-INF/portico/messages_es.properties", messages);
    }

    /** Every key that the manifest names, with its own name as the text. */
    private static String messages() {
        var manifest = ObjectNode.read(json(MANIFEST), "", new Problems(), ManifestDocument::manifest);
        return MessageKeys.of(manifest).stream()
                .map(use -> use.key() + " = " + use.key())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    public TestPlugin id(String id) {
        return patch(patch -> patch.replace("/id", id));
    }

    public TestPlugin patch(UnaryOperator<JsonPatchBuilder> change) {
        var before = json(text("META-INF/portico/plugin.json"));
        var after = change.apply(Json.createPatchBuilder()).build().apply(before);
        return file("META-INF/portico/plugin.json", after.toString());
    }

    public TestPlugin file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestPlugin file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public TestPlugin without(String name) {
        files.remove(name);
        return this;
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** An extension class {@code plug.Policy} whose method {@code assess} has the given body. */
    public TestPlugin policy(String body) {
        return type("plug.Policy", """
                        package plug;
                        import dev.portico.plugin.TenantView;
                        import dev.portico.plugin.ticket.*;
                        import java.util.*;
                        public class Policy implements UrgencyPolicy {
                            static Object kept = new byte[1];
                            public Optional<Urgency> assess(TenantView tenant, Submission submission) {
                                %s
                            }
                        }
                        """.formatted(body)).file("META-INF/extensions.idx", "# a comment\nplug.Policy\n");
    }

    /** Compiles one class, and what is nested in it, into the plugin. */
    public TestPlugin type(String name, String source) {
        try {
            var out = Files.createTempDirectory("compiled");
            var compiler = ToolProvider.getSystemJavaCompiler();
            var options = List.of("-d", out.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            var unit = new Source(name, source);
            assertThat(compiler.getTask(null, null, null, options, null, List.of(unit))
                            .call())
                    .isTrue();
            try (var classes = Files.walk(out)) {
                for (var file : classes.filter(Files::isRegularFile).toList()) {
                    file(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path writeTo(Path jar) {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
            return jar;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
