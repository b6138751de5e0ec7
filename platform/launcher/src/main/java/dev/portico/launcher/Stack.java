package dev.portico.launcher;

import dev.portico.launcher.keycloak.DemoRealms;
import dev.portico.launcher.keycloak.KeycloakServer;
import dev.portico.launcher.keycloak.RealmAddresses;
import dev.portico.launcher.mail.MailSink;
import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.mail.TokenCheck;
import dev.portico.launcher.portal.JvmMode;
import dev.portico.launcher.portal.PortalServer;
import dev.portico.launcher.postgres.PostgresServer;
import dev.portico.launcher.postgres.Roles;
import dev.portico.launcher.process.DataFolder;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.LaunchException;
import dev.portico.launcher.status.StatusFeed;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The running stack: PostgreSQL, mail sink, Keycloak and the portal, all on loopback. */
public final class Stack implements AutoCloseable {
    /** The realm whose access tokens open mailboxes. The demonstration has none; who needs one adds it. */
    public static final String MAIL_REALM = "mail";

    private static final String PORTAL = "portal";

    private final Settings settings;
    private final Steps steps;
    private final DataFolder data;

    private volatile Optional<PostgresServer> postgres = Optional.empty();
    private volatile Optional<MailSink> mail = Optional.empty();
    private volatile Optional<KeycloakServer> keycloak = Optional.empty();
    private volatile Optional<PortalServer> portal = Optional.empty();
    private final List<PortalServer> otherPortals = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private Stack(Settings settings, ProgressListener progress, DataFolder data) {
        this.settings = settings;
        this.steps = new Steps(progress);
        this.data = data;
    }

    /**
     * What a stack is started with.
     *
     * @param data outlives the stack and belongs to it alone while it runs
     * @param artefacts holds {@code keycloak.zip} and {@code payara-micro.jar}
     * @param cache holds what is unpacked and built from them, for all data folders
     * @param war the portal, as a file or an exploded folder
     * @param plugins holds the plugins' jars
     * @param reset forgets the data first
     * @param postgres the folder of an installed PostgreSQL that is to run instead of the embedded one
     */
    public record Settings(
            Path data,
            Ports ports,
            JvmMode jvmMode,
            Path artefacts,
            Path cache,
            Path war,
            Path plugins,
            boolean reset,
            Map<String, String> portalConfiguration,
            Optional<Path> postgres) {

        public Settings(
                Path data,
                Ports ports,
                JvmMode jvmMode,
                Path artefacts,
                Path cache,
                Path war,
                Path plugins,
                boolean reset,
                Map<String, String> portalConfiguration) {
            this(data, ports, jvmMode, artefacts, cache, war, plugins, reset, portalConfiguration, Optional.empty());
        }

        /** The same stack in another place, on other ports, with an installed PostgreSQL or the embedded one. */
        public Settings in(Path otherData, Ports otherPorts, Optional<Path> otherPostgres) {
            return new Settings(
                    otherData,
                    otherPorts,
                    jvmMode,
                    artefacts,
                    cache,
                    war,
                    plugins,
                    reset,
                    portalConfiguration,
                    otherPostgres);
        }

        Path keycloakArchive() {
            return artefacts.resolve("keycloak.zip");
        }

        Path payaraJar() {
            return artefacts.resolve("payara-micro.jar");
        }
    }

    /** Starts everything and returns when the portal is ready; on failure nothing is left running. */
    public static Stack start(Settings settings, ProgressListener progress) {
        return start(settings, progress, stack -> {});
    }

    /**
     * Starts what the portal needs, for who starts a portal of their own.
     *
     * @param filling gets the stack when PostgreSQL is there, before anything else fills its databases
     */
    public static Stack startWithoutPortal(Settings settings, ProgressListener progress, Consumer<Stack> filling) {
        return start(settings, progress, stack -> {}, stack -> {
            stack.startServers(progress);
            filling.accept(stack);
            stack.startKeycloak();
        });
    }

    /** As above; {@code early} gets the stack before anything runs, so that it can be closed during its start. */
    public static Stack start(Settings settings, ProgressListener progress, Consumer<Stack> early) {
        return start(settings, progress, early, stack -> {
            stack.startServers(progress);
            Steps.inParallel(stack::startKeycloak, stack::unpackAndStartPortal);
        });
    }

    private static Stack start(
            Settings settings, ProgressListener progress, Consumer<Stack> early, Consumer<Stack> start) {
        Preflight.check(settings);
        Folders.create(settings.cache());
        var stack = new Stack(settings, progress, DataFolder.open(settings.data()));
        early.accept(stack);
        try {
            start.accept(stack);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startServers(ProgressListener progress) {
        Preflight.memoryWarning().ifPresent(progress::warned);
        PostgresServer.endLeftOver(settings.cache(), settings.postgres(), data);
        if (settings.reset()) {
            data.reset();
        }
        Preflight.checkPorts(settings.ports());
        steps.run("step.postgres", this::startPostgres);
        steps.run("step.mail", this::startMail);
    }

    private void startPostgres() {
        var server = unlessClosed(() -> new PostgresServer(
                settings.cache(), settings.postgres(), data, settings.ports().database()));
        postgres = Optional.of(server);
        server.start();
    }

    private void startMail() {
        var ports = settings.ports();
        var provider = new StatusFeed(data.since());
        var tokens = new TokenCheck(
                URI.create(keycloakUrl() + "/realms/" + MAIL_REALM + "/protocol/openid-connect/userinfo"));
        mail = Optional.of(unlessClosed(() -> MailSink.start(
                data.at("mails"), ports.mailPage(), ports.smtp(), ports.imap(), mailboxes(), tokens, provider)));
    }

    /** Passwords by address. */
    private Map<String, String> mailboxes() {
        return new DemoRealms()
                .tenants().stream().collect(Collectors.toMap(Stack::supportAddress, this::mailboxPassword));
    }

    /** Where a tenant's mailbox is at the stack's mail server. */
    public static String supportAddress(String tenant) {
        return "support@" + tenant + ".localhost";
    }

    /** Of the mailbox of {@link #supportAddress}. */
    public String mailboxPassword(String tenant) {
        return data.secrets().password("mailbox." + tenant);
    }

    private synchronized <T> T unlessClosed(Supplier<T> start) {
        if (closed) {
            throw LaunchException.of("stack.closed");
        }
        return start.get();
    }

    private void startKeycloak() {
        var archive = settings.keycloakArchive();
        if (!KeycloakServer.isBuilt(settings.cache(), archive)) {
            steps.run("step.keycloak.build", () -> KeycloakServer.build(settings.cache(), archive));
        }
        var role = postgres().roles().keycloak();
        var database = new KeycloakServer.Database(postgres().keycloakUrl(), role.name(), role.password());
        var addresses = new RealmAddresses(
                portalUrl(), "127.0.0.1", Integer.toString(settings.ports().smtp()));
        steps.run("step.keycloak", () -> launchKeycloak(database, addresses).awaitReady(addresses));
    }

    private synchronized KeycloakServer launchKeycloak(KeycloakServer.Database database, RealmAddresses addresses) {
        var server = unlessClosed(() -> KeycloakServer.launch(
                settings.cache(),
                settings.keycloakArchive(),
                data,
                settings.ports().keycloak(),
                database,
                addresses));
        keycloak = Optional.of(server);
        return server;
    }

    private void unpackAndStartPortal() {
        if (!PortalServer.isUnpacked(settings.cache(), settings.payaraJar())) {
            steps.run("step.payara", () -> PortalServer.unpack(settings.cache(), settings.payaraJar()));
        }
        startPortal();
    }

    /** Starts the portal again after {@link #killPortal()} or {@link #stopPortal()}. */
    public void startPortal() {
        steps.run("step.portal", () -> launchPortal().awaitReady());
    }

    private synchronized PortalServer launchPortal() {
        if (portal.isPresent()) {
            return portal.get();
        }
        var server = launchPortal(PORTAL, settings.ports().portal());
        portal = Optional.of(server);
        return server;
    }

    private PortalServer launchPortal(String name, int port) {
        var configuration = new TreeMap<>(portalConfiguration());
        configuration.put("portico.node", name);
        var launch = new PortalServer.Launch(
                name, settings.cache(), settings.payaraJar(), settings.war(), port, settings.jvmMode(), configuration);
        return unlessClosed(() -> PortalServer.launch(launch, data));
    }

    /**
     * Starts one more portal on the same database, as a second node; it ends with the stack at the latest. People log in
     * through the first one.
     *
     * @param name of the node, its folder and its log; of one that has ended it can be another's
     */
    public PortalServer startAnotherPortal(String name, int port) {
        var server = launchPortal(name, port);
        otherPortals.add(server);
        server.awaitReady();
        return server;
    }

    /** What a portal has to be told to belong to this stack: its MicroProfile Config properties. */
    public Map<String, String> portalConfiguration() {
        var secrets = data.secrets();
        var values = new TreeMap<String, String>();
        values.put("portico.db.url", jdbcUrl());
        values.put("portico.db.user", portalRole().name());
        values.put("portico.db.password", portalRole().password());
        values.put("portico.db.owner.user", ownerRole().name());
        values.put("portico.db.owner.password", ownerRole().password());
        values.put("portico.keycloak.url", keycloakUrl());
        values.put("portico.keycloak.client-secret", KeycloakServer.clientSecret(secrets));
        values.put("portico.keycloak.accounts-secret", KeycloakServer.accountsSecret(secrets));
        values.put("portico.public-url", portalUrl());
        values.put("portico.smtp.host", "127.0.0.1");
        values.put("portico.smtp.port", Integer.toString(settings.ports().smtp()));
        values.put(
                "portico.attachments.dir",
                Folders.createPrivate(data.at("attachments")).toString());
        values.put("portico.plugins.dir", settings.plugins().toString());
        values.put("portico.demo", "true");
        values.put("portico.demo.provider", mailPageUrl());
        values.put("portico.mailbox.plain", "127.0.0.1");
        values.put("portico.mailbox.poll", "PT5S");
        values.put("portico.demo.imap", Integer.toString(settings.ports().imap()));
        values.put(
                "portico.demo.mailboxes",
                new DemoRealms()
                        .tenants().stream()
                                .map(tenant -> tenant + "=" + mailboxPassword(tenant))
                                .collect(Collectors.joining(",")));
        values.put("portico.master-key", secrets.key("portal.master-key"));
        values.putAll(settings.portalConfiguration());
        return values;
    }

    /** SIGKILL to the portal, as a power cut would do it; the rest goes on. */
    public synchronized void killPortal() {
        portal.ifPresent(PortalServer::kill);
        portal = Optional.empty();
    }

    public synchronized void stopPortal() {
        portal.ifPresent(server -> steps.run("step.stop.portal", server::close));
        portal = Optional.empty();
    }

    /** The portal's next start is as the first one ever; for who measures starts. */
    public void forgetClassArchive() {
        PortalServer.forgetClassArchive(settings.cache(), settings.payaraJar(), settings.war(), settings.jvmMode());
    }

    /** Mail servers refuse connections from now on. */
    public void stopSmtp() {
        mailSink().stopSmtp();
    }

    public void startSmtp() {
        mailSink().startSmtp();
    }

    /** The mails of one mailbox have other numbers afterwards. */
    public void renumberMails(String address) {
        mailSink().renumber(address);
    }

    /** Newest first. */
    public List<StoredMail> mails() {
        return mailSink().mails();
    }

    public void clearMails() {
        mailSink().clear();
    }

    /** Without a slash at the end. */
    public String portalUrl() {
        return "http://localhost:" + settings.ports().portal();
    }

    /** Without a slash at the end. */
    public String keycloakUrl() {
        return KeycloakServer.publicUrl(settings.ports().keycloak());
    }

    public String mailPageUrl() {
        return "http://localhost:" + settings.ports().mailPage();
    }

    /** The portal's database. */
    public String jdbcUrl() {
        return postgres().portalUrl();
    }

    /** Owns the portal's schema. */
    public Roles.Role ownerRole() {
        return postgres().roles().owner();
    }

    /** What the portal works as: owns nothing, bound by row-level security. */
    public Roles.Role portalRole() {
        return postgres().roles().portal();
    }

    /** Reads all rows of both databases. */
    public Roles.Role backupRole() {
        return postgres().roles().backup();
    }

    /** Owns Keycloak's database. */
    public Roles.Role keycloakRole() {
        return postgres().roles().keycloak();
    }

    public Roles.Role superuserRole() {
        return postgres().roles().superuser();
    }

    /** The password of Keycloak's administrator {@code admin} in the realm {@code master}. */
    public String keycloakAdminPassword() {
        return KeycloakServer.adminPassword(data.secrets());
    }

    /** The secret of the client {@code portico} in every realm. */
    public String keycloakClientSecret() {
        return KeycloakServer.clientSecret(data.secrets());
    }

    /** The secret of the client {@code portico-accounts} in every realm. */
    public String keycloakAccountsSecret() {
        return KeycloakServer.accountsSecret(data.secrets());
    }

    public Settings settings() {
        return settings;
    }

    /** Process ids by name, for who measures them. */
    public Map<String, Long> processes() {
        var ids = new TreeMap<String, Long>();
        postgres.ifPresent(server -> ids.put("postgres", server.pid()));
        keycloak.ifPresent(server -> ids.put("keycloak", server.pid()));
        portal.ifPresent(server -> ids.put("portal", server.pid()));
        return ids;
    }

    private PostgresServer postgres() {
        return postgres.orElseThrow(() -> LaunchException.of("stack.closed"));
    }

    private MailSink mailSink() {
        return mail.orElseThrow(() -> LaunchException.of("stack.closed"));
    }

    /** Ends everything at once. PostgreSQL recovers at the next start. */
    void kill() {
        otherPortals.forEach(PortalServer::kill);
        portal.ifPresent(PortalServer::kill);
        keycloak.ifPresent(KeycloakServer::kill);
        postgres.ifPresent(PostgresServer::kill);
    }

    /** Stops in the order portal, Keycloak, mail, PostgreSQL: each only after those that need it. */
    @Override
    public synchronized void close() {
        closed = true;
        otherPortals.forEach(PortalServer::close);
        stopPortal();
        keycloak.ifPresent(server -> steps.run("step.stop.keycloak", server::close));
        keycloak = Optional.empty();
        mail.ifPresent(MailSink::close);
        mail = Optional.empty();
        postgres.ifPresent(server -> steps.run("step.stop.postgres", server::close));
        postgres = Optional.empty();
        data.close();
    }
}
