package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.manifest.PluginManifest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference in the guide for authors lists what the reader reads, no more and no less. */
class AuthorsGuideTest {
    private static final Pattern OBJECT = Pattern.compile("#### (?:`(.*)`|The document)");
    private static final Pattern MEMBER = Pattern.compile("`([a-zA-Z]+)`");
    /** Members that are not called as the component that they become. */
    private static final Map<String, String> OTHERWISE =
            Map.of("defaultValue", "default", "organizationList", "options");

    @TempDir
    private Path folder;

    private final String guide = read();
    private final Map<String, Set<String>> objects = objects();

    @Test
    void readerKnowsEveryMemberThatIsListed() {
        var jar = new TestPlugin()
                .file("META-INF/portico/plugin.json", object("").toString())
                .writeTo(folder.resolve("p.jar"));

        var reading = (Reading.Invalid) new ManifestReader().read(jar);

        assertThat(reading.found())
                .as("places that the reader looked at")
                .extracting(Problem::place)
                .contains("ticketTypes[0].sla[0].targets[0].level", "dashboard.label", "settings[0].type");
        assertThat(reading.found()).extracting(Problem::key).doesNotContain("plugin.problem.unknown-member");
    }

    @Test
    void everyMemberIsListedWithItsObject() {
        check("", PluginManifest.class);
    }

    private void check(String place, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var member = OTHERWISE.getOrDefault(component.getName(), component.getName());
            assertThat(objects.get(place)).as("members of '%s'", place).contains(member);
            check(place.isEmpty() ? member : place + "." + member, component);
        }
    }

    private void check(String place, RecordComponent component) {
        for (var type : classes(component.getGenericType()).toList()) {
            if (type.isRecord()) {
                check(objects.containsKey(place) ? place : place + "[]", type);
            } else if (type.isEnum()) {
                assertThat(guide).contains(constants(type));
            }
        }
    }

    private static Stream<Class<?>> classes(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).flatMap(AuthorsGuideTest::classes)
                : Stream.of((Class<?>) type);
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        "`" + constant.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .toList();
    }

    /** With every member that the guide lists: of nothing, or with one object in it where there is a table for it. */
    private JsonObject object(String place) {
        var object = Json.createObjectBuilder();
        for (var member : objects.getOrDefault(place, Set.of())) {
            var at = place.isEmpty() ? member : place + "." + member;
            if (objects.containsKey(at + "[]")) {
                object.add(member, Json.createArrayBuilder().add(object(at + "[]")));
            } else {
                object.add(member, objects.containsKey(at) ? object(at) : JsonValue.NULL);
            }
        }
        return object.build();
    }

    private Map<String, Set<String>> objects() {
        var found = new LinkedHashMap<String, Set<String>>();
        var members = new LinkedHashSet<String>();
        for (var line : guide.lines().toList()) {
            var heading = OBJECT.matcher(line);
            if (heading.matches()) {
                members = new LinkedHashSet<>();
                found.put(heading.group(1) == null ? "" : heading.group(1), members);
            } else if (line.startsWith("## ")) {
                members = new LinkedHashSet<>();
            } else if (line.startsWith("| `")) {
                MEMBER.matcher(line.split("\\|")[1])
                        .results()
                        .map(name -> name.group(1))
                        .forEach(members::add);
            }
        }
        return found;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "plugins.md"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
