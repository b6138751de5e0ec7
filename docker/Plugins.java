import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Installs, upgrades, takes back and removes plugins of a running portal from a command line, over its REST interface. One
 * file without dependencies, for any machine with a JDK: {@code java docker/Plugins.java list}.
 */
public final class Plugins {
    private static final String USAGE = """
            java docker/Plugins.java <command>

              list                                what there is, and how far the nodes are
              show <id>
              check <file>                        what installing a jar would change; installs nothing
              install <file> [<capabilities>]     installs or upgrades; with the capabilities agreed to, commas between
              roll-back <id>                      lets the release before take its place again
              remove <id> [purge]                 with purge, its data goes as well after some days
              data <id> <file>                    a ZIP of its own tables
              enable <id> <tenant>
              disable <id> <tenant>

            PORTICO_URL is the portal's address (http://localhost:8080 if not set), PORTICO_TOKEN an access token of a
            platform administrator, or PORTICO_TOKEN_FILE a file with one. Answers are JSON. Ends with 0, with 1 where the
            portal refused, and with 2 for a command that there is not.
            """;
    private static final String API = "/staff/api/v1/plugins";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String portal;
    private final String token;

    private Plugins(String portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var words = List.of(arguments);
        var portal = Optional.ofNullable(System.getenv("PORTICO_URL")).orElse("http://localhost:8080");
        System.exit(new Plugins(portal, token()).run(words));
    }

    private static String token() throws IOException {
        var file = System.getenv("PORTICO_TOKEN_FILE");
        return file == null
                ? Optional.ofNullable(System.getenv("PORTICO_TOKEN")).orElse("")
                : Files.readString(Path.of(file)).strip();
    }

    private int run(List<String> words) throws IOException, InterruptedException {
        var command = words.isEmpty() ? "" : words.get(0);
        return switch (command + " " + (words.size() - 1)) {
            case "list 0" -> tell(send("GET", "", BodyPublishers.noBody(), ""));
            case "show 1" -> tell(send("GET", "/" + part(words.get(1)), BodyPublishers.noBody(), ""));
            case "check 1" -> upload("?dryRun=true", Path.of(words.get(1)), "");
            case "install 1" -> upload("", Path.of(words.get(1)), "");
            case "install 2" -> upload("", Path.of(words.get(1)), words.get(2));
            case "roll-back 1" ->
                tell(send("POST", "/" + part(words.get(1)) + "/rollback", BodyPublishers.noBody(), ""));
            case "remove 1" -> remove(words.get(1), "keep");
            case "remove 2" -> remove(words.get(1), words.get(2));
            case "data 2" -> data(words.get(1), Path.of(words.get(2)));
            case "enable 2" -> use(words.get(1), words.get(2), true);
            case "disable 2" -> use(words.get(1), words.get(2), false);
            default -> {
                System.err.print(USAGE);
                yield 2;
            }
        };
    }

    private int upload(String query, Path jar, String capabilities) throws IOException, InterruptedException {
        var boundary = UUID.randomUUID().toString();
        var parts = new ArrayList<byte[]>();
        if (!capabilities.isEmpty()) {
            parts.add(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"consent\"\r\n\r\n" + capabilities
                    + "\r\n"));
        }
        parts.add(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plugin.jar\"\r\n"
                + "Content-Type: application/java-archive\r\n\r\n"));
        parts.add(Files.readAllBytes(jar));
        parts.add(utf8("\r\n--" + boundary + "--\r\n"));
        return tell(send(
                "POST", query, BodyPublishers.ofByteArrays(parts), "multipart/form-data; boundary=" + boundary));
    }

    private int remove(String id, String data) throws IOException, InterruptedException {
        return tell(send("DELETE", "/" + part(id) + "?data=" + part(data), BodyPublishers.noBody(), ""));
    }

    private int use(String id, String tenant, boolean enabled) throws IOException, InterruptedException {
        var body = BodyPublishers.ofString("{\"enabled\": " + enabled + "}");
        return tell(send("PUT", "/" + part(id) + "/tenants/" + part(tenant), body, "application/json"));
    }

    private int data(String id, Path file) throws IOException, InterruptedException {
        var answer = send("GET", "/" + part(id) + "/data", BodyPublishers.noBody(), "");
        if (answer.statusCode() != 200) {
            return tell(answer);
        }
        Files.write(file, answer.body());
        return 0;
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(portal + API + path))
                .method(method, body)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", Locale.getDefault().toLanguageTag());
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static int tell(HttpResponse<byte[]> answer) {
        var refused = answer.statusCode() >= 400;
        var out = new PrintStream(refused ? System.err : System.out, true, StandardCharsets.UTF_8);
        out.println(new String(answer.body(), StandardCharsets.UTF_8));
        return refused ? 1 : 0;
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
