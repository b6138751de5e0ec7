package dev.portico.systemtests;

import dev.portico.keycloak.ClientSecret;
import dev.portico.keycloak.KeycloakSettings;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.keycloak.RealmDirectory;
import dev.portico.launcher.SettingsSource;
import dev.portico.launcher.Stack;
import dev.portico.testclient.Api;
import dev.portico.testclient.Servers;
import dev.portico.testclient.Token;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** The stack under test: one of our own, or a demonstration that already runs. */
public final class PortalStack implements Servers, AutoCloseable {
    /** What a stack of our own tells its metrics for. */
    public static final String METRICS_TOKEN = "metrics-of-the-tests";

    private static final String RUNNING = "portico.test.running";

    private final Optional<Stack> stack;
    private final String portalUrl;
    private final String keycloakUrl;
    private final Mails mails;
    private final Database database;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private PortalStack(Stack started) {
        stack = Optional.of(started);
        portalUrl = started.portalUrl();
        keycloakUrl = started.keycloakUrl();
        mails = new Mails(started.mailPageUrl());
        database = new Database(started.jdbcUrl(), started.ownerRole(), started.portalRole(), started.superuserRole());
    }

    private PortalStack(Path data) {
        stack = Optional.empty();
        var ports = source().demo(System.getProperties()).ports();
        portalUrl = "http://localhost:" + ports.portal();
        keycloakUrl = "http://localhost:" + ports.keycloak();
        mails = new Mails("http://localhost:" + ports.mailPage());
        database = Database.ofDemonstration(data, ports.database());
    }

    static PortalStack open() {
        var running = System.getProperty(RUNNING, "");
        return running.isBlank()
                ? new PortalStack(Stack.start(settings(), new StackProgress()))
                : new PortalStack(Path.of(running));
    }

    private static Stack.Settings settings() {
        var test = source().test(Path.of("target", "stack-data", System.getProperty("portico.test.stack", "stack")));
        return new Stack.Settings(
                test.data(),
                test.ports(),
                test.jvmMode(),
                test.artefacts(),
                test.cache(),
                path("portico.war", test.war()),
                path("portico.plugins", test.plugins()),
                true,
                Map.of(
                        "portico.metrics.token",
                        METRICS_TOKEN,
                        "portico.log.format",
                        "json",
                        "portico.feeds.shortest",
                        "PT1S",
                        "portico.accounts.watch",
                        "PT1S",
                        "portico.registrations.most-per-client",
                        "1000"));
    }

    private static SettingsSource source() {
        return SettingsSource.around(Path.of(""));
    }

    private static Path path(String property, Path standard) {
        var text = System.getProperty(property, "");
        return text.isBlank() ? standard : Path.of(text).toAbsolutePath();
    }

    @Override
    public String portalUrl() {
        return portalUrl;
    }

    @Override
    public String keycloakUrl() {
        return keycloakUrl;
    }

    public Mails mails() {
        return mails;
    }

    public Database database() {
        return database;
    }

    /** An access token of an account by direct grant of the client {@code portico-cli}. */
    public String token(String realm, String account) {
        return tokenOf(realm, account).value();
    }

    /** The tenant's REST interface as one of its accounts. */
    public Api api(String realm, String account) {
        var token = tokenOf(realm, account);
        return new Api(portalUrl + "/" + realm + "/api/v1", () -> Optional.of(token.value()));
    }

    /** One an account: Keycloak refuses a login of somebody whose last one it has not done with yet. */
    private Token tokenOf(String realm, String account) {
        return tokens.computeIfAbsent(realm + " " + account, key -> new Token(keycloakUrl, realm, account));
    }

    /** Any address of the portal by path, without an account. */
    public Api anonymous() {
        return new Api(portalUrl, Optional::empty);
    }

    /** Skips the test that stops parts of the stack when the stack is somebody else's. */
    public Stack own() {
        Assumptions.assumeTrue(stack.isPresent(), "This test needs a stack of its own.");
        return stack.orElseThrow();
    }

    /** Of {@code admin} in the realm {@code master}. */
    public String keycloakAdminPassword() {
        return stack.map(Stack::keycloakAdminPassword)
                .orElseGet(() -> Database.secretsOfDemonstration(Path.of(System.getProperty(RUNNING)))
                        .getProperty("keycloak.admin"));
    }

    /** The realms' accounts, as the portal administers them. */
    public RealmAccounts realmAccounts() {
        var server = KeycloakSettings.of(URI.create(keycloakUrl), "portico", own().keycloakClientSecret());
        return new RealmAccounts(
                new RealmDirectory(server), "portico-accounts", new ClientSecret(own().keycloakAccountsSecret()));
    }

    /** Of the mail server that the portal fetches its mails from. */
    public int smtpPort() {
        return stack.map(own -> own.settings().ports())
                .orElseGet(() -> source().demo(System.getProperties()).ports())
                .smtp();
    }

    /** SIGKILL to the portal, as a power cut would do it. */
    public void killPortal() {
        own().killPortal();
    }

    /** Returns when the portal is ready. */
    public void startPortal() {
        own().startPortal();
    }

    /** The first portal's process. */
    public PortalProcess process() {
        return new PortalProcess(own().processes().get("portal"));
    }

    @Override
    public void close() {
        stack.ifPresent(Stack::close);
    }

    /** How long anything that happens by itself, such as a mail, may take. */
    public static Duration patience() {
        return Duration.ofSeconds(30);
    }
}
