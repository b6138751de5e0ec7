package dev.portico.launcher.keycloak;

import dev.portico.launcher.process.ChildProcess;
import dev.portico.launcher.process.DataFolder;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.Http;
import dev.portico.launcher.process.LaunchException;
import dev.portico.launcher.process.Secrets;
import dev.portico.launcher.process.Waiting;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Keycloak on loopback with the demo realms. */
public final class KeycloakServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String ADMIN = "admin";

    private final ChildProcess process;
    private final int port;
    private final Path home;
    private final Secrets secrets;
    private final boolean fresh;

    private KeycloakServer(ChildProcess process, int port, Path home, Secrets secrets, boolean fresh) {
        this.process = process;
        this.port = port;
        this.home = home;
        this.secrets = secrets;
        this.fresh = fresh;
    }

    /** Where Keycloak finds its database. */
    public record Database(String url, String user, String password) {}

    public static boolean isBuilt(Path cache, Path archive) {
        return KeycloakDistribution.isReady(cache, archive);
    }

    public static void build(Path cache, Path archive) {
        KeycloakDistribution.prepare(cache, archive);
    }

    /** Starts the process; {@link #awaitReady()} tells when it serves. */
    public static KeycloakServer launch(
            Path cache, Path archive, DataFolder data, int port, Database database, RealmAddresses addresses) {
        var distribution = KeycloakDistribution.prepare(cache, archive);
        var fresh = !Files.exists(data.at("keycloak"));
        var home = Folders.createPrivate(data.at("keycloak"));
        distribution.linkInto(home);
        writeImports(home, addresses, data.secrets());
        var process = ChildProcess.start(
                "keycloak",
                command(distribution, home, port, database),
                environment(database, data.secrets()),
                home,
                data);
        return new KeycloakServer(process, port, home, data.secrets(), fresh);
    }

    private static void writeImports(Path home, RealmAddresses addresses, Secrets secrets) {
        var realms = new DemoRealms();
        var folder = home.resolve("data").resolve("import");
        Folders.delete(folder);
        Folders.createPrivate(folder);
        for (var realm : realms.names()) {
            var rendered = realms.render(realm, addresses, realmSecrets(secrets));
            Folders.writePrivate(folder.resolve(realm + ".json"), rendered.toString());
        }
    }

    private static List<String> command(KeycloakDistribution distribution, Path home, int port, Database database) {
        var command = new ArrayList<>(distribution.command(home, List.of()));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + publicUrl(port),
                "--db-url=" + database.url(),
                "--db-username=" + database.user(),
                "--db-pool-max-size=6"));
        return command;
    }

    private static Map<String, String> environment(Database database, Secrets secrets) {
        return Map.of(
                "KC_DB_PASSWORD", database.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword(secrets));
    }

    /** Waits until every realm answers and is as this version of the stack would import it. */
    public void awaitReady(RealmAddresses addresses) {
        awaitRealms();
        var realms = new DemoRealms();
        var wanted = realms.names().stream()
                .map(realm -> realms.render(realm, addresses, realmSecrets(secrets)))
                .toList();
        var stamp = home.resolve("realms.txt");
        try {
            if (!fresh && !known(stamp).equals(digest(wanted))) {
                var update = new RealmUpdate("http://127.0.0.1:" + port, ADMIN, adminPassword(secrets));
                wanted.forEach(update::apply);
            }
            Files.writeString(stamp, digest(wanted));
        } catch (IOException e) {
            throw LaunchException.because(e, "folder.unwritable", stamp, e.getMessage());
        }
    }

    private static String known(Path stamp) throws IOException {
        return Files.exists(stamp) ? Files.readString(stamp) : "";
    }

    private static String digest(List<JsonObject> realms) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(realms.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The import goes on after the server listens, so each realm is asked for. */
    private void awaitRealms() {
        for (var realm : new DemoRealms().names()) {
            var address =
                    URI.create("http://127.0.0.1:" + port + "/realms/" + realm + "/.well-known/openid-configuration");
            if (!Waiting.until(() -> isGone() || Http.answersOk(address), LIMIT)) {
                throw LaunchException.of(
                        "process.slow", "Keycloak", LIMIT.toSeconds(), process.log(), process.lastLines(15));
            }
        }
    }

    private boolean isGone() {
        if (!process.isAlive()) {
            throw process.death();
        }
        return false;
    }

    public static String publicUrl(int port) {
        return "http://localhost:" + port;
    }

    /** The secret of the client {@code portico}, the same in every realm of the demo set. */
    public static String clientSecret(Secrets secrets) {
        return secrets.password("keycloak.client");
    }

    /** The secret of the client {@code portico-accounts}, the same in every realm of the demo set. */
    public static String accountsSecret(Secrets secrets) {
        return secrets.password("keycloak.accounts");
    }

    private static RealmSecrets realmSecrets(Secrets secrets) {
        return new RealmSecrets(clientSecret(secrets), accountsSecret(secrets));
    }

    /** The password of Keycloak's own administrator {@code admin} in the realm {@code master}. */
    public static String adminPassword(Secrets secrets) {
        return secrets.password("keycloak.admin");
    }

    public void kill() {
        process.kill();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
