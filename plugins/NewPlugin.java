import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Makes a new plugin of the template, and builds, tests and signs it:
 * {@code java plugins/NewPlugin.java returns "Returns" "Devoluciones"}. One file without dependencies, since it must run
 * before anything was built.
 */
public final class NewPlugin {
    private static final String USAGE = """
            java plugins/NewPlugin.java <id> <English name> [<Spanish name>] [--files-only] [<options of Maven>]

              id      of the plugin and its ticket type: lower-case letters, digits and dashes, "returns" for example
              name    what customers call the desk, "Returns" for example
            """;
    private static final String TEMPLATE = "example-desk";
    private static final Pattern ID = Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** What needs no quoting in a properties file, a message, JSON or XML. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .,()/-]{0,59}");

    private static final Pattern MODULE = Pattern.compile(" *<module>([^<]*)</module>\\R");

    private final Path plugins;
    private final String id;
    private final Map<String, String> words = new TreeMap<>();

    private NewPlugin(Path plugins, String id, String english, String spanish) {
        this.plugins = plugins;
        this.id = id;
        words.put(TEMPLATE, id);
        words.put("exampledesk", id.replace("-", ""));
        words.put("ExampleDesk", camel(id));
        words.put("Example Desk", english);
        words.put("Mesa de ejemplo", spanish);
        words.put(" The template of new plugins.", "");
        words.put(" La plantilla de los plugins nuevos.", "");
        words.put("The template of new plugins: a small desk that works.", "The desk " + english + ".");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options =
                Arrays.stream(arguments).filter(text -> text.startsWith("-")).toList();
        var names =
                Arrays.stream(arguments).filter(text -> !text.startsWith("-")).toList();
        var problems = problems(names);
        if (!problems.isEmpty()) {
            System.err.println(String.join("\n", problems) + "\n\n" + USAGE);
            System.exit(2);
        }
        var made = new NewPlugin(Path.of("plugins"), names.get(0), names.get(1), names.get(names.size() - 1));
        made.copy();
        made.register();
        if (!options.contains("--files-only")) {
            System.exit(made.build(options));
        }
    }

    private static List<String> problems(List<String> names) throws IOException {
        if (names.size() < 2 || names.size() > 3) {
            return List.of("An id and one or two names are needed.");
        }
        var problems = new ArrayList<String>();
        var id = names.get(0);
        if (!ID.matcher(id).matches() || !SourceVersion.isName(id.replace("-", ""))) {
            problems.add("'" + id + "' is no id.");
        }
        names.stream()
                .skip(1)
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name ->
                        problems.add("'" + name + "' is no name: up to 60 letters, digits, spaces and . , ( ) / -"));
        if (!Files.exists(Path.of("plugins", TEMPLATE, "pom.xml"))) {
            problems.add("This must be run in the folder of the project, the one that has the folder plugins.");
        } else if (Files.exists(Path.of("plugins", id))) {
            problems.add("There is a plugin '" + id + "' already.");
        }
        return problems;
    }

    private static String camel(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private void copy() throws IOException {
        var template = plugins.resolve(TEMPLATE);
        try (var files = Files.walk(template)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = template.relativize(file);
                if (!name.startsWith("target")) {
                    var copy = plugins.resolve(id).resolve(renamed(name.toString()));
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, renamed(Files.readString(file)));
                }
            }
        }
    }

    private String renamed(String text) {
        var renamed = text;
        for (var word : words.entrySet()) {
            renamed = renamed.replace(word.getKey(), word.getValue());
        }
        return renamed;
    }

    private void register() throws IOException {
        var pom = plugins.resolve("pom.xml");
        var text = Files.readString(pom);
        var modules = new TreeSet<>(List.of(id));
        var found = MODULE.matcher(text);
        found.results().forEach(module -> modules.add(module.group(1)));
        var list = modules.stream()
                .map(module -> "    <module>" + module + "</module>\n")
                .collect(Collectors.joining());
        Files.writeString(pom, found.replaceAll("").replace("  </modules>", list + "  </modules>"));
    }

    /** With the tests of this plugin only; those of what it is built on belong to a build of everything. */
    private int build(List<String> options) throws IOException, InterruptedException {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var command = new ArrayList<>(List.of(
                windows ? "mvn.cmd" : "mvn", "--quiet", "spotless:apply", "verify", "-pl", "plugins/" + id, "-am"));
        command.add("-Dtest=dev/portico/" + id.replace("-", "") + "/**/*Test");
        command.add("-Dit.test=" + camel(id) + "IT");
        command.add("-Dsurefire.failIfNoSpecifiedTests=false");
        command.add("-Dfailsafe.failIfNoSpecifiedTests=false");
        command.addAll(options);
        var end = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (end == 0) {
            var target = plugins.resolve(id).resolve("target");
            System.out.printf(
                    "The plugin is %s, its publisher's certificate %s; %s says how to go on.%n",
                    target.resolve(id + ".jar"),
                    target.resolve("publisher.pem"),
                    plugins.resolve(id).resolve("README.md"));
        }
        return end;
    }
}
