package dev.portico.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code plugins/NewPlugin.java} as its user does, but for Maven, on a copy of the folder {@code plugins}. */
class NewPluginTest {
    private static final Path PLUGINS = Path.of("..", "..", "plugins");

    @TempDir
    private Path project;

    @BeforeEach
    void copyPlugins() throws IOException {
        copy(PLUGINS.resolve("NewPlugin.java"));
        copy(PLUGINS.resolve("pom.xml"));
        try (var template = Files.walk(PLUGINS.resolve("example-desk"))) {
            for (var file : template.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(PLUGINS.resolve("example-desk/target")))
                    .toList()) {
                copy(file);
            }
        }
    }

    @Test
    void madePluginIsInOrderAndItsOwn() throws Exception {
        assertThat(make("order-returns", "Returns", "Devoluciones")).isEmpty();

        var made = project.resolve("plugins/order-returns");
        var plugin = PluginUnderTest.read(compiled(made));
        assertThat(plugin.id()).isEqualTo("order-returns");
        assertThat(plugin.manifest().ticketTypes().get(0).id()).isEqualTo("order-returns");
        assertThat(PluginUnderTest.messageProblems(plugin)).isEmpty();
        assertThat(plugin.messages().values())
                .extracting(messages -> messages.pattern("plugin.name").orElse(""))
                .containsExactlyInAnyOrder("Returns", "Devoluciones");
        assertThat(files(made)).allSatisfy(file -> {
            assertThat(made.relativize(file).toString()).doesNotContainIgnoringCase("example");
            assertThat(Files.readString(file)).doesNotContainPattern("(?i)example.?desk|ejemplo|template of");
        });
        assertThat(Files.readString(project.resolve("plugins/pom.xml")))
                .containsSubsequence("<module>legacy-portal</module>", "<module>order-returns</module>", "</modules>");
    }

    @Test
    void whatCannotBeMadeIsRefusedAndNothingIsWritten() throws Exception {
        var pom = Files.readString(project.resolve("plugins/pom.xml"));

        assertThat(make("example-desk", "Example")).contains("There is a plugin 'example-desk' already.");
        assertThat(make("../escape", "{name}")).contains("'../escape' is no id.", "'{name}' is no name");

        assertThat(project.resolve("escape")).doesNotExist();
        assertThat(project.resolve("plugins/pom.xml")).hasContent(pom);
    }

    /** @return what it said */
    private String make(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "plugins/NewPlugin.java"));
        command.addAll(Arrays.asList(arguments));
        command.add("--files-only");
        var process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(said.isEmpty() ? 0 : 2);
        return said;
    }

    /** The made sources, tests included, compile; what goes into the jar is in the folder. */
    private static Path compiled(Path plugin) throws IOException {
        var classes = plugin.resolve("target/classes");
        var resources = plugin.resolve("src/main/resources");
        for (var file : files(resources)) {
            var target = classes.resolve(resources.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        compile(plugin.resolve("src/main/java"), classes, "");
        var tests = Files.createDirectories(plugin.resolve("target/test-classes"));
        compile(plugin.resolve("src/test/java"), tests, classes.toString());
        return classes;
    }

    private static void compile(Path sources, Path out, String more) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        var classPath = String.join(System.getProperty("path.separator"), System.getProperty("java.class.path"), more);
        var options = List.of("-d", out.toString(), "-proc:none", "-cp", classPath);
        var units = files.getJavaFileObjectsFromPaths(files(sources).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList());
        assertThat(compiler.getTask(null, files, null, options, null, units).call())
                .isTrue();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("target")))
                    .toList();
        }
    }

    private void copy(Path file) throws IOException {
        var target = project.resolve("plugins").resolve(PLUGINS.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }
}
